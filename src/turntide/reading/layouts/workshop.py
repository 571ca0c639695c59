"""A workshop's record: actors, the behaviours asked of them, and the takeaways."""

from __future__ import annotations

import re
from collections.abc import Sequence

from turntide.documents.document import Paragraph, Role
from turntide.reading.fields import listed
from turntide.reading.layouts.gathered import Gathered
from turntide.reading.passage import Passage, of_block
from turntide.reading.stitching import Part, Segment
from turntide.reading.vocabulary import Meaning, best_meaning

M = Meaning
_TAKEAWAYS = re.compile(
    r"\b(?:key )?(?:take[- ]?aways?|messages|learning points|learnings|headlines)\b", re.I
)
SHORT_PHRASE = 7


def label_of(text: str) -> Meaning | None:
    """ACTOR or BEHAVIOUR where a text is just that heading."""
    meaning, weight = best_meaning(text.strip(" :"))
    return meaning if weight >= 0.9 and meaning in {M.ACTOR, M.BEHAVIOUR} else None


def is_workshop(segment: Segment) -> bool:
    """Whether a table sets actors beside behaviours."""
    cells = [*segment.headings.values()]
    cells += [slot.passage for row in segment.rows for slot in row.filled.values()]
    found = {label_of(cell.wording) for cell in cells}
    return {M.ACTOR, M.BEHAVIOUR} <= found


def read_workshop(segment: Segment, gathered: Gathered) -> list[Passage]:
    """Read the groups of a workshop's table; gives back the labels, which are its headings."""
    by_column = {c: label_of(p.wording) for c, p in segment.headings.items() if label_of(p.wording)}
    if len(set(by_column.values())) == 2:
        _read_columns(segment, by_column, gathered)
        return list(segment.headings.values())
    return _read_turns(segment, gathered)


def _read_columns(segment: Segment, by_column: dict[int, Meaning | None], gathered: Gathered) -> None:
    """Actors and behaviours side by side: a row is a group."""
    for row in segment.rows:
        group: tuple[list[Passage], list[Passage]] = ([], [])
        for column, slot in sorted(row.filled.items()):
            meaning = by_column.get(column)
            if meaning is None:
                gathered.notes.append((slot.passage, "text"))
            else:
                group[meaning is M.BEHAVIOUR].extend(phrases(slot.passage))
        if any(group):
            gathered.groups.append(group)


def _read_turns(segment: Segment, gathered: Gathered) -> list[Passage]:
    """Actors and behaviours one under the other, turn by turn."""
    cells = [slot.passage for row in segment.rows for _, slot in sorted(row.filled.items())]
    labels = [cell for cell in cells if label_of(cell.wording)]
    order = [label_of(cell.wording) for cell in labels][:2]
    turn = 0
    for cell in cells:
        if label_of(cell.wording):
            continue
        if order[turn % 2] is M.ACTOR:
            gathered.groups.append((phrases(cell), []))
        elif gathered.groups:
            gathered.groups[-1][1].extend(phrases(cell))
        turn += 1
    return labels


def phrases(cell: Passage) -> list[Passage]:
    """The actors or behaviours in a cell: its lines, else the members of a short list parted by commas."""
    lines = [piece for line in cell.split_lines() for piece in listed(line)]
    if len(lines) != 1:
        return lines
    return _by_commas(lines[0]) or lines


def _by_commas(line: Passage) -> list[Passage]:
    if re.search(r"[.?!]\s", line.text):
        return []
    pieces, start = [], 0
    for part in line.text.split(","):
        pieces.append(line[start : start + len(part)].strip())
        start += len(part) + 1
    short = all(0 < len(piece.text.split()) <= SHORT_PHRASE for piece in pieces)
    return pieces if short and len(pieces) >= 3 else []


def read_takeaways(parts: Sequence[Part], gathered: Gathered) -> set[int]:
    """The takeaways: the list under a heading that names them. Gives the numbers of the paragraphs used."""
    used: set[int] = set()
    taking = False
    for part in parts:
        if not isinstance(part, Paragraph) or part.role is Role.RUNNING:
            taking = taking and not isinstance(part, Segment)
            continue
        text = part.text.strip()
        if len(text.split()) <= 6 and _TAKEAWAYS.search(text):
            taking = True
            gathered.notes.append((of_block(part), "text"))
            used.add(part.number)
        elif taking and part.role is not Role.HEADING:
            gathered.takeaways += listed(of_block(part))
            used.add(part.number)
        else:
            taking = False
    return used
