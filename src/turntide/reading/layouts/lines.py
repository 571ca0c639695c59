"""Plans in labelled lines: a form or card an action, or a list of actions with their fields beneath them.

Everything is brought to lines first: a heading, a field ("Lead: parks team"), a list item, or text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from turntide.documents.document import Paragraph, Role
from turntide.reading.grids import Row
from turntide.reading.passage import EMPTY, Passage, of_block
from turntide.reading.stitching import Segment
from turntide.reading.vocabulary import Meaning, best_meaning
from turntide.reading.wordings.lists import entries

M = Meaning
_LABEL = re.compile(r"^\s*(?:[•●▪*–-]\s+)?(?P<label>[A-Za-z#][^:\n]{0,48}?)\s*:(?=\s|$)\s*")
_INLINE = re.compile(r"(?:^|[;|(\n]|\.\s|\s[–-]\s|,\s)\s*(?P<label>[A-Z][A-Za-z /&]{1,30}?)\s*:\s+")
SURE = 0.9
"""How well a label must fit the vocabulary to be one: a telling word in it is not enough within prose."""


@dataclass(frozen=True)
class Line:
    """One line of a layout. ``kind`` is 'heading', 'field', 'item' or 'text'; ``start`` begins a new block."""

    kind: str
    passage: Passage
    level: int = 0
    label: Passage = EMPTY
    meaning: Meaning | None = None
    start: bool = False


def field_line(label: Passage, passage: Passage, start: bool = False, least: float = SURE) -> Line | None:
    """A line that says one thing under a label the vocabulary knows; None where it does not know it."""
    meaning, weight = best_meaning(label.wording)
    if meaning is None or weight < least:
        return None
    return Line("field", passage, label=label, meaning=meaning, start=start)


def lines_of_paragraph(paragraph: Paragraph) -> Iterator[Line]:
    """The lines of a paragraph: its own, and the fields that stand within it."""
    whole = of_block(paragraph)
    if paragraph.role is Role.HEADING:
        yield Line("heading", whole.strip(), paragraph.level)
        return
    for piece in whole.split_lines():
        yield from _lines_of_text(piece, paragraph.role is Role.ITEM, paragraph.level)


def _lines_of_text(piece: Passage, item: bool, level: int) -> Iterator[Line]:
    label = _LABEL.match(piece.text)
    if label:
        line = field_line(piece[label.start("label") : label.end("label")], EMPTY)
        if line is not None:
            yield from _fields(line.label, piece[label.end() :].strip(), line.meaning)
            return
    kind = "item" if item else "text"
    head, rest = _before_fields(piece)
    if head:
        yield Line(kind, _without_mark(head), level)
    yield from rest


def _before_fields(piece: Passage) -> tuple[Passage, list[Line]]:
    """A line's words before its first inline field, and the fields."""
    hits = [hit for hit in _INLINE.finditer(piece.text) if _is_field(piece, hit)]
    if not hits:
        return piece, []
    lines: list[Line] = []
    for index, hit in enumerate(hits):
        stop = hits[index + 1].start() if index + 1 < len(hits) else len(piece.text)
        label = piece[hit.start("label") : hit.end("label")]
        value = piece[hit.end() : stop].strip().strip(" .;,|–-)(")
        lines += _fields(label, value, best_meaning(label.wording)[0])
    return piece[: hits[0].start()].strip().strip(" ;|–-("), lines


def _is_field(piece: Passage, hit: re.Match[str]) -> bool:
    meaning, weight = best_meaning(hit.group("label"))
    return meaning is not None and weight >= SURE and meaning is not M.LEVEL


def _fields(label: Passage, value: Passage, meaning: Meaning | None) -> Iterator[Line]:
    """One field, and those that follow it on the same line."""
    head, rest = _before_fields(value) if value else (value, [])
    yield Line("field", head, label=label, meaning=meaning)
    yield from rest


def _without_mark(piece: Passage) -> Passage:
    found = entries(piece.text)
    return piece[found[0].start : found[0].end].strip() if len(found) == 1 else piece


def form_lines(segment: Segment) -> list[Line] | None:
    """The lines of a table that is a form: labels beside their values. None where it is no form."""
    lines: list[Line] = []
    known = rows = 0
    for row in segment.rows:
        if not row.filled:
            continue
        rows += 1
        found = list(_form_row(row))
        known += any(line.kind == "field" for line in found)
        lines += found
    kinds = {line.meaning for line in lines if line.kind == "field"}
    if segment.width > 4 or known < 3 or known < rows * 0.5 or len(kinds) < 3:
        return None
    return [replace(line, start=index == 0) for index, line in enumerate(lines)]


def _form_row(row: Row) -> Iterator[Line]:
    """Labels and values side by side (one pair or two); a lone cell is a heading, or 'Label: value'."""
    cells = [slot.passage for _, slot in sorted(row.filled.items())]
    if len(cells) == 1:
        yield from _lone(cells[0])
        return
    at = 0
    while at < len(cells):
        line = field_line(
            cells[at].strip(" :\n"), cells[at + 1] if at + 1 < len(cells) else EMPTY, least=0.55
        )
        if line is None:
            yield Line("text", cells[at])
            at += 1
        else:
            yield line
            at += 2


def _lone(cell: Passage) -> Iterator[Line]:
    label = _LABEL.match(cell.text)
    if label:
        line = field_line(cell[label.start("label") : label.end("label")], cell[label.end() :].strip())
        if line is not None:
            yield line
            return
    line = field_line(cell.strip(" :"), EMPTY)
    yield line if line is not None else Line("heading", cell, level=9)


def card_lines(segment: Segment) -> list[Line] | None:
    """The lines of a table whose cells are cards: several labelled lines in each. None where they are not."""
    lines: list[Line] = []
    cards = cells = 0
    for column in range(segment.width):
        for row in segment.rows:
            if column not in row.filled:
                continue
            cells += 1
            made = _card(row.filled[column].passage)
            cards += sum(line.kind == "field" for line in made) >= 2
            lines += made
    return lines if cards and cards >= cells * 0.5 else None


def _card(cell: Passage) -> list[Line]:
    lines = [line for piece in cell.split_lines() for line in _lines_of_text(piece, False, 0)]
    return [replace(line, start=index == 0) for index, line in enumerate(lines)]


def has_fields(lines: Sequence[Line]) -> bool:
    """Whether any line is a field."""
    return any(line.kind == "field" for line in lines)
