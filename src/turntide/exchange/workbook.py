"""A plan as an Excel workbook laid out for a person, and the workbook read back.

Its sheets are parts of the one flat table (see `flat_writing`): Actions, Headings, Notes, Findings, Unplaced,
and About for all else, whose first cell names the standard. Every cell is text, so that a spreadsheet neither
runs a formula nor turns "1.10" into a number. The same plan gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from turntide.exchange import flat_columns as heads
from turntide.exchange.cell_text import chunks, for_workbook, from_workbook
from turntide.exchange.csv_table import guarded
from turntide.exchange.errors import ExchangeError
from turntide.exchange.flat_columns import Column, Group, headings_of
from turntide.exchange.flat_reading import WrittenRow, plan_from_rows
from turntide.exchange.flat_writing import FlatTable, Row, flat_table
from turntide.plan.model import STANDARD, Plan

if TYPE_CHECKING:
    import xlsxwriter

ABOUT = "About"
SHEETS = {
    "Actions": "action",
    "Headings": "heading",
    "Notes": "note",
    "Findings": "finding",
    "Unplaced": "unplaced",
}
"""Each sheet that holds rows of one kind, and the kind."""
_ALWAYS = {"Actions", ABOUT}
# Excel holds no more than these in a sheet; what lies beyond was not written by us.
_MOST_ROWS, _MOST_COLUMNS = 200_000, 2_000
_WIDTHS = {heads.ACTION: 50, heads.DETAIL: 50, heads.TEXT: 50, heads.REF: 8, heads.ID: 12, heads.BELONGS: 12}
_MADE = datetime.datetime(2000, 1, 1)  # a fixed day, so that the bytes do not change


def to_workbook(plan: Plan) -> bytes:
    """The plan as .xlsx without sources: ``from_workbook_bytes(to_workbook(plan))`` gives it back."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options | {"strings_to_numbers": False})
    book.set_properties({"title": _printable(plan.title or "Action plan"), "created": _MADE})
    for name, kinds in _sheets(flat_table(plan)):
        _write_sheet(book, name, *kinds)
    book.close()
    return out.getvalue()


def _printable(text: str) -> str:
    return "".join(sign for sign in text[:200] if sign.isprintable())


Grid = tuple[list[tuple[str, float]], list[list[str]]]


def _sheets(table: FlatTable) -> Iterator[tuple[str, Grid]]:
    for name, kind in SHEETS.items():
        rows = [row for row in table.rows if row.kind == kind]
        if rows or name in _ALWAYS:
            yield name, _grid(table, rows)
    rest = [row for row in table.rows if row.kind not in SHEETS.values()]
    columns, cells = _grid(table, rest)
    yield (
        ABOUT,
        ([(STANDARD, 16), *columns], [[row.kind, *line] for row, line in zip(rest, cells, strict=True)]),
    )


def _grid(table: FlatTable, rows: list[Row]) -> Grid:
    """The columns that any of the rows fills, and the rows' cells; a text too long goes on in a next column."""
    columns: list[tuple[str, float]] = []
    lines: list[list[str]] = [[] for _ in rows]
    for column, heading in zip(table.columns, headings_of(table.columns), strict=True):
        parts = [chunks(for_workbook(row.cells.get(column, ""))) for row in rows]
        for nth in range(max(map(len, parts), default=0)):
            columns.append((for_workbook(heading if nth == 0 else Group.MORE + heading), _width(column)))
            for line, part in zip(lines, parts, strict=True):
                line.append(part[nth] if nth < len(part) else "")
    return columns, lines


def _width(column: Column) -> float:
    """In characters of the usual type."""
    if column.group is Group.WEIGHT:
        return 10
    return _WIDTHS.get(column.name, 24) if column.group is Group.FIXED else 24


def _height(line: list[str], widths: list[float]) -> float:
    """In points; Excel would fit the rows itself, but not every program does."""
    rows = (
        sum(_rows_of(part, width) for part in cell.split("\n"))
        for cell, width in zip(line, widths, strict=True)
    )
    return min(15.0 * max(rows, default=1), 409)


def _rows_of(text: str, width: float) -> int:
    # A line seldom fills its width to the last character: words do not break.
    return max(1, math.ceil(1.15 * len(text) / width))


def _write_sheet(
    book: xlsxwriter.Workbook, name: str, columns: list[tuple[str, float]], lines: list[list[str]]
) -> None:
    sheet = book.add_worksheet(name)
    top = {"valign": "top", "text_wrap": True}
    head = book.add_format(top | {"bold": True, "bottom": 1, "bg_color": "#E8EEF2"})
    plain, quoted = book.add_format(top), book.add_format(top | {"quote_prefix": True})
    for at, (heading, width) in enumerate(columns):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, heading, head)
    widths = [width for _, width in columns]
    for row, line in enumerate(lines, start=1):
        sheet.set_row(row, _height(line, widths))
        for at, cell in enumerate(line):
            if cell:
                sheet.write_string(row, at, cell, plain if guarded(cell) == cell else quoted)
    sheet.freeze_panes(1, 0)
    _for_paper(sheet, len(lines), len(columns))


def _for_paper(sheet: Any, rows: int, columns: int) -> None:
    if columns:
        sheet.autofilter(0, 0, max(rows, 1), columns - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def from_workbook_bytes(content: bytes) -> Plan:
    """The plan this workbook holds. Raises ExchangeError, naming the sheet and row, where it is not ours."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = {name: _lines(book[name]) for name in book.sheetnames if name in {*SHEETS, ABOUT}}
    except Exception as wrong:  # openpyxl answers damage with errors of many kinds
        raise ExchangeError(
            "This workbook is damaged and cannot be opened; export the plan again."
        ) from wrong
    if not sheets.get(ABOUT) or sheets[ABOUT][0][:1] != [STANDARD]:
        raise ExchangeError(f"This workbook is not of the standard: sheet About does not begin {STANDARD!r}.")
    return plan_from_rows(row for name, lines in sheets.items() for row in _rows(name, lines))


def _lines(sheet: Any) -> list[list[str]]:
    rows = sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True)
    return [[_text(value) for value in row] for row in rows]


def _text(value: Any) -> str:
    """A cell's value as text: a person may have typed a number or a date."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _rows(name: str, lines: list[list[str]]) -> Iterator[WrittenRow]:
    if not lines:
        return
    headings = lines[0]
    for number, line in enumerate(lines[1:], start=2):
        if any(line):
            cells = _joined(list(zip(headings, line, strict=False)))
            kind = line[0].strip() if name == ABOUT else SHEETS[name]
            yield WrittenRow(f"Sheet {name}, row {number}", kind, tuple(cells[name == ABOUT :]))


def _joined(cells: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The cells with each text that goes on in a next column made whole."""
    whole: list[tuple[str, str]] = []
    for heading, cell in cells:
        if whole and heading == Group.MORE + whole[-1][0]:
            whole[-1] = (whole[-1][0], whole[-1][1] + cell)
        elif heading or cell:
            whole.append((heading, cell))
    return [(from_workbook(heading), from_workbook(cell)) for heading, cell in whole]
