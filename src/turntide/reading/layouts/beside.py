"""Forms whose labels stand beside their values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from turntide.reading.grids import Row, Slot
from turntide.reading.layouts.form_rows import cells_of, is_label_cell, label_in, lone_cell
from turntide.reading.layouts.lines import FIELD, TEXT, Line
from turntide.reading.vocabulary import best_meaning

LIKELY = 0.55
"""Beside labels that are sure, a telling word makes a label too."""
WIDEST = 6


def beside(rows: Sequence[Row]) -> list[Line] | None:
    """Label | value, or label | value | label | value; a row of one cell is a title or says 'Label: value'."""
    if any(len(row.filled) > WIDEST or _heads_columns(row) for row in rows):
        return None
    pairs = [row for row in rows if len(row.filled) > 1]
    known = sum(is_label_cell(cells_of(row)[0]) for row in pairs)
    lines = [line for row in rows for line in _pairs(row)]
    kinds = {line.meaning for line in lines if line.kind == FIELD and line.meaning}
    titled = len(pairs) < len(rows)
    enough = len(kinds) >= 3 or (len(kinds) == 2 and (titled or len(pairs) == known == 2))
    return lines if enough and known >= 0.5 * len(rows) and _values_differ(pairs) else None


def _heads_columns(row: Row) -> bool:
    """Nearly all of three cells or more are labels, where values should stand, too: headings of columns."""
    cells = cells_of(row)
    sure, values = sum(map(is_label_cell, cells)), cells[1::2]
    return (
        len(cells) >= 3 and sure >= 0.75 * len(cells) and sum(map(is_label_cell, values)) > 0.5 * len(values)
    )


def _values_differ(rows: Sequence[Row]) -> bool:
    """The cells beside the labels are no labels themselves: else they are headings of columns."""
    second = [cells_of(row)[1] for row in rows]
    return sum(map(is_label_cell, second)) <= len(second) * 0.34


def _pairs(row: Row) -> Iterator[Line]:
    cells = cells_of(row)
    if len(cells) == 1:
        yield from lone_cell(cells[0])
        return
    if not is_label_cell(cells[0]) and len(cells) != 2:
        yield from (Line(TEXT, cell.passage) for cell in cells)
        return
    at = 0
    while at < len(cells):
        yield from _pair(cells[at], cells[at + 1] if at + 1 < len(cells) else None, at)
        at += 2 if at + 1 < len(cells) else 1


def _pair(label: Slot, value: Slot | None, at: int) -> Iterator[Line]:
    """A label and its value; a label nobody knows still heads what stands beside it."""
    meaning, weight = best_meaning(label.text.strip(" :"))
    if value is None:
        yield from lone_cell(label) if at == 0 else [Line(TEXT, label.passage)]
    else:
        yield Line(FIELD, value.passage, label=label_in(label), meaning=meaning if weight >= LIKELY else None)
