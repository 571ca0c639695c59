"""A workshop's record: actors, the behaviours asked of them, and the takeaways."""

from __future__ import annotations

import re
from collections.abc import Sequence

from turntide.documents.document import Paragraph, Role
from turntide.reading.layouts.gathered import Gathered
from turntide.reading.layouts.lines import FIELD, HEADING, Line
from turntide.reading.passage import Passage, of_block
from turntide.reading.stitching import Part, Segment
from turntide.reading.vocabulary import Meaning, best_meaning
from turntide.reading.wordings.lists import entries

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
    lines = [piece for line in cell.split_lines() for piece in _entries(line)]
    if len(lines) != 1:
        return lines
    return _by_commas(lines[0]) or lines


def _entries(line: Passage) -> list[Passage]:
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
    return {M.ACTOR, M.BEHAVIOUR} <= {_label(line) for line in lines}


def _label(line: Line) -> Meaning | None:
    return line.meaning if line.kind == FIELD else label_of(line.text)


def read_workshop_lines(lines: Sequence[Line], gathered: Gathered) -> None:
    """Read groups of actors and behaviours from lines; a group ends where its first label comes again."""
    first = next(told for line in lines if (told := _label(line)) in {M.ACTOR, M.BEHAVIOUR})
    open_label: Meaning | None = None
    for line in lines:
        told = _label(line)
        if told in {M.ACTOR, M.BEHAVIOUR}:
            open_label = told
            gathered.notes.append((line.label if line.kind == FIELD else line.passage, "text"))
            if told is first:
                gathered.groups.append(([], []))
        if line.kind == HEADING and told is None:
            open_label = None
        if told is None and open_label is None:
            gathered.notes.append((line.passage, "text"))
        elif line.kind == FIELD or told is None:
            gathered.groups[-1][open_label is M.BEHAVIOUR].extend(phrases(line.passage))


# Takeaways.


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
                gathered.notes.append((of_block(part), "text"))
                used.add(part.number)
            elif taking and _is_taken(part, like):
                like = like or part
                gathered.takeaways += _entries(of_block(part))
                used.add(part.number)
            else:
                taking = False
    return used


def _names_takeaways(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    return len(text.split()) <= 6 and bool(_TAKEAWAYS.search(text)) and paragraph.role is not Role.ITEM


def _is_taken(paragraph: Paragraph, like: Paragraph | None) -> bool:
    """Paragraphs of one kind are taken: after a list, what is no entry of it is none."""
    if paragraph.role is Role.HEADING or label_of(paragraph.text):
        return False
    return like is None or like.role is paragraph.role or like.role is Role.TEXT
