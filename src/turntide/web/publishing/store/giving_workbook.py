"""Tables as an Excel workbook: a sheet each, every text as text. Written row by row into a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from django.utils.translation import gettext as _

from turntide.web.organisations.csv_cells import safe_cell
from turntide.web.publishing.rules.giving import Given
from turntide.web.publishing.rules.giving_rows import Cell
from turntide.web.publishing.rules.giving_tables import TABLES, Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MOST = 32_767
"""Signs that Excel takes in a cell."""
_UNKNOWN_TO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OPTIONS = {
    # Rows go to a file as they come: a workbook of 20,000 actions takes no more memory than one of ten.
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NARROW = frozenset(
    {"id", "action_id", "plan_id", "body_id", "parent_id", "ref", "number", "reported", "axis"}
)


def as_workbook(given: Given, plan: str) -> IO[bytes]:
    """The workbook of a plan, or of all plans where its id is empty, in an unnamed file wound to its begin."""
    import xlsxwriter

    file = TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    book = xlsxwriter.Workbook(file, _OPTIONS)
    told = given.plan(plan)
    book.set_properties({"title": _printable(told.title if told else given.name)[:200]})
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EEF2", "valign": "top"})
    plain = book.add_format({"valign": "top"})
    quoted = book.add_format({"valign": "top", "quote_prefix": True})
    _about(book.add_worksheet(_("About")), given, told.title if told else "", plain, quoted)
    for table in TABLES:
        sheet = book.add_worksheet(str(table.title)[:31])
        _head(sheet, table, head)
        _rows(sheet, table.rows(given, plan), plain, quoted, begin=1)
    book.close()
    file.seek(0)
    return file


def _about(sheet: Worksheet, given: Given, title: str, plain: Format, quoted: Format) -> None:
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 90)
    rows: list[tuple[Cell, ...]] = [
        (_("Place"), given.name),
        (_("Plan"), title),
        (_("Published"), given.published),
        (_("Tells of"), f"{given.record.starts} – {given.record.ends}"),
        (_("Licence"), given.licence.name),
        ("", given.licence.url),
        (_("Found at"), given.addresses.data_page),
        (_("Columns"), given.addresses.dictionary),
    ]
    _rows(sheet, [row for row in rows if row[1]], plain, quoted, begin=0)


def _head(sheet: Worksheet, table: Table, head: Format) -> None:
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, 14 if column.name in _NARROW else 28)
        sheet.write_string(0, at, column.name, head)
    sheet.freeze_panes(1, 0)


def _rows(
    sheet: Worksheet, rows: Iterable[tuple[Cell, ...]], plain: Format, quoted: Format, *, begin: int
) -> None:
    for number, row in enumerate(rows, start=begin):
        for at, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, at, cell, plain)
            elif cell:
                # Marked as text, it stays text also for somebody who opens the cell and leaves it again.
                sheet.write_string(number, at, _fitting(cell), plain if safe_cell(cell) == cell else quoted)


def _fitting(text: str) -> str:
    """As a cell can hold it: the whole of a longer text stands in the CSV and JSON files."""
    shown = _printable(text)
    return shown if len(shown) <= _MOST else f"{shown[: _MOST - 1]}…"


def _printable(text: str) -> str:
    return _UNKNOWN_TO_XML.sub("", text)
