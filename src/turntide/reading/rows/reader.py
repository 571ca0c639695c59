"""The rows of a segment, read as records: what each row is, what is carried down, what goes on.

Each row is one of: a section heading over the rows that follow, a note, a total, the rest of the row before
it, or a record of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from turntide.reading.columns import NamedColumn
from turntide.reading.grids import Row
from turntide.reading.records import Step
from turntide.reading.row_labels import labelled
from turntide.reading.rows.apart import Apart, tell
from turntide.reading.rows.carried import Carried, RowsRead
from turntide.reading.rows.going_on import extend, goes_on, join
from turntide.reading.rows.taking_in import carry, take_in
from turntide.reading.vocabulary import Meaning

_TOTAL = re.compile(r"^(?:sub-?\s?|grand )?totals?\b", re.IGNORECASE)


def read_rows(
    rows: Sequence[Row],
    columns: Mapping[int, NamedColumn],
    levels: Sequence[int],
    above: Step | None,
    section: Step | None = None,
) -> RowsRead:
    """Read the rows of one segment in order; gives the records and what else stood in the rows.

    ``levels`` are the columns of headings, outermost first; the rows stand under ``section``, else ``above``.
    """
    carried = Carried(columns, levels, above, section)
    carried.learn_styles(rows)
    apart = Apart(carried, rows)
    for at, row in enumerate(rows):
        carried.read.strays += [slot.passage for slot in row.strays]
        if row.filled:
            _read_row(carried, apart, at, row)
    return carried.read


def _read_row(carried: Carried, apart: Apart, at: int, row: Row) -> None:
    column, first = min(row.filled.items())
    if row.joins_above and carried.read.records:
        join(carried, row)
    elif len(row.filled) == 1 and apart.holds(at, column, first):
        apart.take(first)
    elif value := labelled(row, len(carried.columns)):
        carried.apart.update(id(slot.cell) for slot in row.filled.values())
        tell(carried, value)
    elif _TOTAL.match(first.text):
        carried.apart.update(id(slot.cell) for slot in row.filled.values())
        carried.read.totals.append((row, row.filled))
    elif goes_on(carried, row):
        extend(carried, row)
    else:
        carry(carried, row)
        take_in(carried, row)


def order_levels(columns: Mapping[int, NamedColumn], distinct: Mapping[int, int]) -> list[int]:
    """The columns of headings from the outermost to the innermost: the fewer distinct cells, the further out."""
    levels = [column for column, named in columns.items() if named.meaning is Meaning.LEVEL]
    return sorted(levels, key=lambda column: (distinct.get(column, 0), column))
