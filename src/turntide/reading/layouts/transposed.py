"""Tables on their side: the labels stand in the first column and each further column is an action."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from turntide.reading.grids import Row
from turntide.reading.layouts.form_rows import is_label_cell, label_in
from turntide.reading.layouts.labels import known_label
from turntide.reading.layouts.lines import FIELD, Line
from turntide.reading.vocabulary import Meaning, best_meaning

M = Meaning
FEWEST = 3
"""Labels down the side, and columns, that such a table has at least."""


def transposed(rows: Sequence[Row]) -> list[Line] | None:
    """The lines of a table on its side, an action a column; None where it is none."""
    if len(rows) < FEWEST or max(len(row.filled) for row in rows) < FEWEST:
        return None
    if any(0 not in row.filled or len(row.filled) < 2 for row in rows):
        return None
    if any(is_label_cell(slot) for row in rows for column, slot in row.filled.items() if column):
        return None
    sides = [row.filled[0] for row in rows]
    kinds = {known_label(slot.text.strip(" :")) for slot in sides if is_label_cell(slot)}
    if len(kinds) < max(FEWEST, 0.7 * len(rows)) or M.ACTION not in kinds:
        return None
    columns = sorted({column for row in rows for column in row.filled if column})
    return [line for column in columns for line in _one_column(rows, column)]


def _one_column(rows: Sequence[Row], column: int) -> Iterator[Line]:
    first = True
    for row in rows:
        if column not in row.filled:
            continue
        label = label_in(row.filled[0])
        meaning = best_meaning(label.wording)[0]
        yield Line(FIELD, row.filled[column].passage, label=label, meaning=meaning, start=first)
        first = False
