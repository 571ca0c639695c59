"""Putting right a row that an extractor scrambled: a stray cell that runs on over the words of its neighbours.

Where lines of a row were read across its columns, the stray holds the beginnings of the cells as well as
words the cells already have. Each cell that is found again in the stray gets back the words that stand before
it there; where two cells' beginnings meet, they are parted at the last new sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from turntide.reading.grids import Row, Slot
from turntide.reading.passage import Passage, join

_ANCHOR_WORDS = 4
_CAPITAL = re.compile(r"(?<=\s)[\"'“‘]?[A-Z]\w+\s+(?=[a-z])")
_OPENING = re.compile(r"(?<!\w)['‘“\"](?=\w)")
_CLOSING = re.compile(r"(?<=[\w.!?,])['’”\"](?!\w)")


@dataclass(frozen=True)
class _Anchor:
    """Where a cell's beginning was found in the stray."""

    column: int
    start: int
    end: int


def unscramble(row: Row) -> Row:
    """Give the cells of a row back the words that a stray cell holds of them; what is over stays stray."""
    for stray in row.strays:
        anchors = _anchors(stray.passage, row.filled)
        if len(anchors) >= 2:
            row = _restored(row, stray, anchors)
    return row


def _anchors(stray: Passage, slots: Mapping[int, Slot]) -> list[_Anchor]:
    """The cells whose first words stand in the stray, in the order of the columns and of the text."""
    found: list[_Anchor] = []
    for column, slot in sorted(slots.items()):
        words = slot.passage.text.split()
        if len(words) < _ANCHOR_WORDS or len(slot.passage.text) > len(stray.text):
            continue
        pattern = r"\s+".join(map(re.escape, words[: max(_ANCHOR_WORDS, min(6, len(words)))]))
        hit = re.search(pattern, stray.text)
        if hit and (not found or hit.start() >= found[-1].end):
            found.append(_Anchor(column, hit.start(), hit.end()))
    return found


def _restored(row: Row, stray: Slot, anchors: list[_Anchor]) -> Row:
    slots = dict(row.slots)
    at = 0
    for index, anchor in enumerate(anchors):
        head = stray.passage[at : anchor.start]
        following = anchors[index + 1] if index + 1 < len(anchors) else None
        tail_end = _tail_end(stray.passage.text, anchor, following) if following else anchor.end
        pieces = [head.strip(), slots[anchor.column].passage]
        if following and anchor.end == _end_of_cell(stray.passage.text, slots[anchor.column], anchor):
            pieces.append(stray.passage[anchor.end : tail_end].strip())
        else:
            tail_end = anchor.end
        slots[anchor.column] = replace(slots[anchor.column], passage=_evened(join(pieces)))
        at = tail_end
    rest = stray.passage[at:]
    strays = tuple(replace(s, passage=rest) if s is stray else s for s in row.strays)
    kept = tuple(s for s in strays if s.passage)
    return replace(row, slots=slots, strays=kept, mended=(*row.mended, stray.passage))


def _end_of_cell(text: str, slot: Slot, anchor: _Anchor) -> int:
    """Where the cell's own words end in the stray (the anchor's end where they are all in it)."""
    words = slot.passage.text.split()
    whole = re.compile(r"\s+".join(map(re.escape, words)))
    hit = whole.match(text, anchor.start)
    return anchor.end if hit and hit.end() == anchor.end else -1


def _tail_end(text: str, anchor: _Anchor, following: _Anchor) -> int:
    """Where this cell's rest ends and the next cell's beginning starts: at the last new sentence between."""
    starts = [m.start() for m in _CAPITAL.finditer(text, anchor.end, following.start)]
    return starts[-1] if starts else anchor.end


def _evened(passage: Passage) -> Passage:
    """Without an opening quotation mark that the mending cut off from its closing one."""
    openings = list(_OPENING.finditer(passage.text))
    if len(openings) != 1 or _CLOSING.search(passage.text, openings[0].end()):
        return passage
    at = openings[0].start()
    return join((passage[:at], passage[at + 1 :]), "")
