"""A plan as one CSV table that a person can open in a spreadsheet, and the table read back.

The top left cell names the standard; the first column says what each row is. A cell that a spreadsheet would
take for a formula gets an apostrophe before it, which is taken away again (after OWASP's list of such signs:
= + - @, tab, carriage return and line feed, and the full-width forms).
"""

from __future__ import annotations

import csv
import io
import re

from turntide.exchange.errors import ExchangeError
from turntide.exchange.flat_columns import headings_of
from turntide.exchange.flat_reading import WrittenRow, plan_from_rows
from turntide.exchange.flat_writing import FlatTable, flat_table
from turntide.plan.model import STANDARD, Plan

_DANGEROUS = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_CELL_LIMIT = 10_000_000


def to_csv(plan: Plan) -> str:
    """The plan as CSV without sources: ``from_csv(to_csv(plan)) == without_sources(plan)``."""
    table = flat_table(plan)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([STANDARD, *map(guarded, headings_of(table.columns))])
    writer.writerows(_lines(table))
    return out.getvalue()


def _lines(table: FlatTable) -> list[list[str]]:
    return [
        [row.kind, *(guarded(row.cells.get(column, "")) for column in table.columns)] for row in table.rows
    ]


def from_csv(text: str) -> Plan:
    """The plan this table holds; commas, semicolons and tabs are taken as separators.

    Raises ExchangeError, naming the row, where the table is not ours or a cell cannot be read.
    """
    lines = _parsed(text.removeprefix("\ufeff"))
    if not lines or lines[0][:1] != [STANDARD]:
        raise ExchangeError(f"This is not a table of the standard: its first cell is not {STANDARD!r}.")
    headings = [bare(cell) for cell in lines[0][1:]]
    rows = [
        WrittenRow(f"Row {number}", line[0].strip(), _paired(headings, line[1:]))
        for number, line in enumerate(lines[1:], start=2)
        if any(line)
    ]
    return plan_from_rows(rows)


def _paired(headings: list[str], cells: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple(zip(headings, map(bare, cells), strict=False))


def _parsed(text: str) -> list[list[str]]:
    before = csv.field_size_limit(_CELL_LIMIT)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)))
    except csv.Error as wrong:
        raise ExchangeError(f"This CSV cannot be read: {wrong}.") from wrong
    finally:
        csv.field_size_limit(before)


def _separator(text: str) -> str:
    """The sign after the standard's name: a spreadsheet may have saved the table with its own."""
    after = text.lstrip('"')[len(STANDARD) :].lstrip('"')[:1]
    return after if after in {";", "\t"} else ","


def guarded(cell: str) -> str:
    """The cell as no spreadsheet takes it for a formula; `bare` gives the cell back."""
    return f"'{cell}" if _DANGEROUS.match(cell) else cell


def bare(cell: str) -> str:
    """The cell that was `guarded`."""
    return cell[1:] if cell.startswith("'") and _DANGEROUS.match(cell) else cell
