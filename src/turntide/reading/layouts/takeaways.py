"""What the people of a workshop took away: the list under a heading that names it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from turntide.documents.document import Paragraph, Role
from turntide.reading.layouts.gathered import Gathered
from turntide.reading.layouts.workshop import entries_in, label_of
from turntide.reading.passage import of_block
from turntide.reading.stitching import Part, Segment

_TAKEAWAYS = re.compile(
    r"\b(?:key )?(?:take[- ]?aways?|messages|learning points|learnings|headlines)\b", re.I
)


def read_takeaways(parts: Sequence[Part], gathered: Gathered) -> set[int]:
    """The takeaways: the list under a heading that names them. Gives the numbers of the paragraphs used."""
    used: set[int] = set()
    like: Paragraph | None = None
    taking = False
    for part in parts:
        if isinstance(part, Segment):
            taking = False
        elif part.role in {Role.HEADING, Role.TEXT, Role.ITEM}:
            if _names_takeaways(part):
                taking, like = True, None
                if not _is_title(part, gathered):
                    gathered.notes.append((of_block(part), "text"))
                    used.add(part.number)
            elif taking and _is_taken(part, like):
                like = like or part
                gathered.takeaways += entries_in(of_block(part))
                used.add(part.number)
            else:
                taking = False
    return used


def _is_title(paragraph: Paragraph, gathered: Gathered) -> bool:
    return gathered.title is not None and gathered.title.spots[0].paragraph == paragraph.number


def _names_takeaways(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return len(text.split()) <= 6 and bool(_TAKEAWAYS.search(text)) and paragraph.role is not Role.ITEM


def _is_taken(paragraph: Paragraph, like: Paragraph | None) -> bool:
    """Paragraphs of one kind are taken: after a list, what is no entry of it is none."""
    if paragraph.role is Role.HEADING or label_of(paragraph.text):
        return False
    return like is None or like.role is paragraph.role or like.role is Role.TEXT
