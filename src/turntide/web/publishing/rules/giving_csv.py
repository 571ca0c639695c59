"""Tables as CSV (RFC 4180), written row by row. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain

from turntide.web.organisations.csv_cells import safe_cell
from turntide.web.publishing.rules.giving_rows import Cell, Row

AT_ONCE = 200
"""Rows that go into one piece."""
MARK = "\ufeff"
"""Excel takes a CSV without this mark for an old code page and spoils every accent and dash."""


def as_csv(columns: Iterable[str], rows: Iterable[Row]) -> Iterator[str]:
    """The table in pieces. A cell that a spreadsheet would take for a formula has an apostrophe before it."""
    held = io.StringIO(newline="")
    writer = csv.writer(held, lineterminator="\r\n")
    held.write(MARK)
    for number, row in enumerate(chain([tuple(columns)], rows), start=1):
        writer.writerow(map(_cell, row))
        if number % AT_ONCE == 0:
            yield _emptied(held)
    yield _emptied(held)


def _cell(cell: Cell) -> Cell:
    return safe_cell(cell) if isinstance(cell, str) else cell


def _emptied(held: io.StringIO) -> str:
    piece = held.getvalue()
    held.seek(0)
    held.truncate()
    return piece
