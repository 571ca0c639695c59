"""A sheet of updates as an Excel workbook: filled with what is known, ready to be filled in.

Every text is written as text, so that no program takes it for a formula. The same sheet is made of the same words.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from turntide.web.delivery.rules.sheets import AskedSheet, plain
from turntide.web.delivery.store.sheets.columns import KEY, TABLES, Column, Holds, Table
from turntide.web.delivery.store.sheets.filling import Cell, filled_rows
from turntide.web.delivery.store.sheets.first_sheet import write_first_sheet
from turntide.web.delivery.store.sheets.formats import Formats, height, rows_of
from turntide.web.delivery.store.sheets.lists import Lists
from turntide.web.delivery.store.sheets.marks import Mark

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEAD = 3
"""The row of the headings, counted from nothing; above it the title, what to do, and the hidden row of keys."""
A4 = 9
WIDE, ROOM = 10, 6
"""Columns from which a table is wide, and lines that each of its rows has room for at least."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_ALLOWED = {
    "format_columns": True,
    "format_rows": True,
    "sort": True,
    "autofilter": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}


def workbook_of(sheet: AskedSheet) -> bytes:
    """The sheet as .xlsx."""
    # Not above: every process of the site loads this module, and few need the library.
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"title": f"{_('Updates')}: {plain(sheet.title)}", "author": plain(sheet.place)})
    formats = Formats(book)
    write_first_sheet(book, formats, sheet)
    tables = [(table, rows) for table in TABLES if (rows := list(filled_rows(table, sheet)))]
    pages = [(table, rows, book.add_worksheet(str(table.title)[:31])) for table, rows in tables]
    lists = Lists(book, Mark("Book", sheet.recipient, sheet.round).written())
    for table, rows, page in pages:
        title = f"{table.title}: {plain(sheet.title)}, {plain(sheet.person)}"
        _Page(page, formats, lists).write(table, rows, title[:250])
    book.close()
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Page:
    """A worksheet being written, with what its cells look like and offer."""

    page: Any
    formats: Formats
    lists: Lists

    def write(self, table: Table, rows: list[list[Cell]], title: str) -> None:
        """Write the title, what to do, the hidden row of keys, the headings and the rows."""
        at = _columns(table, rows)
        shown = [table.columns[each] for each in at]
        self.page.write_string(0, 0, title, self.formats.title)
        self.page.write_string(1, 0, str(table.about), self.formats.about)
        self.page.set_row(HEAD - 1, None, None, {"hidden": True})
        for nth, column in enumerate(shown):
            self.page.set_column(nth, nth, column.width, None, {"hidden": column.holds is Holds.MARK})
            self.page.write_string(HEAD - 1, nth, KEY + column.key, self.formats.about)
        self.page.set_row(HEAD, height(2))
        last = HEAD + len(rows)
        self.page.add_table(HEAD, 0, last, len(shown) - 1, self._table(table, shown))
        for line, row in enumerate(rows, start=HEAD + 1):
            self._row(line, shown, [row[each] for each in at])
        for nth, (each, column) in enumerate(zip(at, shown, strict=True)):
            self._offer(nth, column, [row[each] for row in rows])
        _for_reading(self.page, last, len(shown))

    def _table(self, table: Table, shown: list[Column]) -> dict[str, Any]:
        heads = [{"header": str(column.heading), "header_format": self.formats.head} for column in shown]
        return {"name": table.name, "columns": heads, "style": None}

    def _row(self, line: int, columns: list[Column], cells: list[Cell]) -> None:
        needed = (
            rows_of(cell.text, column.width)
            for cell, column in zip(cells, columns, strict=True)
            if column.holds is not Holds.MARK
        )
        self.page.set_row(line, height(max(needed, default=1), ROOM if len(columns) > WIDE else 2))
        for at, (cell, column) in enumerate(zip(cells, columns, strict=True)):
            self._cell((line, at), column, cell)

    def _cell(self, at: tuple[int, int], column: Column, cell: Cell) -> None:
        form = self.formats.of(column) if cell.asked else self.formats.not_asked
        if cell.date is not None:
            self.page.write_datetime(*at, cell.date, form)
        elif cell.number is not None:
            self.page.write_number(*at, cell.number, form)
        elif cell.text:
            self.page.write_string(*at, cell.text, form)
        else:
            self.page.write_blank(*at, None, form)

    def _offer(self, at: int, column: Column, cells: list[Cell]) -> None:
        """Have the cells of a column offer what they take, as many at once as take the same."""
        runs = groupby(enumerate(cells, start=HEAD + 1), key=lambda each: (each[1].asked, each[1].choices))
        for (asked, choices), run in runs:
            lines = [line for line, _cell in run]
            rule = self.lists.rule(column, choices) if asked else None
            if rule:
                self.page.data_validation(lines[0], at, lines[-1], at, rule)


def _columns(table: Table, rows: list[list[Cell]]) -> list[int]:
    """Where the columns stand in the table; one that no row of the sheet may fill is left out."""
    return [at for at, _column in enumerate(table.columns) if any(row[at].asked for row in rows)]


def _for_reading(page: Any, last: int, columns: int) -> None:
    page.freeze_panes(HEAD + 1, 2)
    page.repeat_rows(HEAD)
    page.repeat_columns(0, 1)
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.print_area(0, 0, last, columns - 1)
    page.fit_to_pages(3 if columns > WIDE else 1, 0)
    page.set_footer("&L&A&R&P / &N")
    page.protect("", _ALLOWED)
