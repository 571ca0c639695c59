"""A workshop's record: actors, and the behaviours asked of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from turntide.reading.layouts.gathered import Gathered
from turntide.reading.layouts.lines import FIELD, HEADING, Line
from turntide.reading.passage import EMPTY, Passage
from turntide.reading.stitching import Segment
from turntide.reading.vocabulary import REMEMBERED, Meaning, best_meaning
from turntide.reading.wordings.lists import entries

M = Meaning
_SIDES = {M.ACTOR, M.BEHAVIOUR}
SHORT_PHRASE = 7


@lru_cache(maxsize=REMEMBERED)
def label_of(text: str) -> Meaning | None:
    """ACTOR or BEHAVIOUR where a text is just that heading."""
    meaning, weight = best_meaning(text.strip(" :"))
    return meaning if weight >= 0.9 and meaning in _SIDES else None


def is_workshop(segment: Segment) -> bool:
    """Whether a table sets actors beside behaviours."""
    cells = [*segment.headings.values()]
    cells += [slot.passage for row in segment.rows for slot in row.filled.values()]
    found = {label_of(cell.wording) for cell in cells}
    return found >= _SIDES


def takes_turns(segment: Segment) -> bool:
    """Whether the labels of a workshop's table stand one under the other."""
    if segment.ragged:
        return False
    rows = [{label_of(slot.text) for slot in row.filled.values()} & _SIDES for row in segment.rows]
    return set().union(*rows) == _SIDES and _SIDES not in rows


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
    lines = [piece for line in cell.split_lines() for piece in entries_in(line)]
    if len(lines) != 1:
        return lines
    return _by_commas(lines[0]) or lines


def entries_in(line: Passage) -> list[Passage]:
    """The entries of a line without their bullets; a number is one of the words and stays."""
    found = []
    for entry in entries(line.text):
        numbered = entry.mark is not None and any(char.isalnum() for char in entry.mark.text)
        start = entry.mark.start if numbered and entry.mark else entry.start
        found.append(line[start : entry.end].strip())
    return [piece for piece in found if piece]


def _by_commas(line: Passage) -> list[Passage]:
    if re.search(r"[.?!]\s", line.text):
        return []
    mark = ";" if ";" in line.text else ","
    pieces, start = [], 0
    for part in line.text.split(mark):
        pieces.append(line[start : start + len(part)].strip())
        start += len(part) + 1
    short = all(0 < len(piece.text.split()) <= SHORT_PHRASE for piece in pieces)
    return pieces if short and len(pieces) >= 3 else []


# Records that are no table.


def tells_workshop(lines: Sequence[Line]) -> bool:
    """Whether lines set actors beside behaviours, each under a label or a heading of its own."""
    return {_label(line) for line in lines} >= _SIDES


def _label(line: Line) -> Meaning | None:
    return line.meaning if line.kind == FIELD else label_of(line.text)


def read_workshop_lines(lines: Sequence[Line], gathered: Gathered) -> None:
    """Read groups of actors and behaviours from lines; a group ends where its first label comes again."""
    first = next(told for line in lines if (told := _label(line)) in _SIDES)
    under: Meaning | None = None
    for index, line in enumerate(lines):
        told = _label(line)
        if told in _SIDES:
            under = told
            gathered.notes.append((line.label if line.kind == FIELD else line.passage, "text"))
            gathered.groups += [([], [])] if told is first else []
        elif line.kind == HEADING or (index and not _follows(lines[index - 1], line)):
            under = None
        said = line.passage if line.kind == FIELD or told not in _SIDES else EMPTY
        if under is None:
            gathered.notes.append((said, "text"))
        else:
            gathered.groups[-1][under is M.BEHAVIOUR].extend(phrases(said))


def _follows(before: Line, line: Line) -> bool:
    """Whether a line stands straight after another; what stood between was read as something else."""
    ends = [spot.paragraph or 0 for spot in (*before.label.spots, *before.passage.spots)]
    starts = [spot.paragraph or 0 for spot in line.passage.spots]
    return not starts or not ends or min(starts) - max(ends) <= 1
