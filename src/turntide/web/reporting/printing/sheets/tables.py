"""A sheet for each table: its caption, its headings frozen and repeated in print, numbers as numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from turntide.web.reporting.printing.sheets.book import Book, fitting, height
from turntide.web.reporting.rules.paper import Cell, Column, Table, plain

_HEADINGS, _FIRST_ROW = 2, 3
_NARROW, _LEAST = 7, 12
_WIDTH = 130
"""Letters across a sheet, which its columns share."""
_DAY = "%d %B %Y"


class Place(NamedTuple):
    """Where a column of the table stands on the sheet; ``notes``: whether the next one holds its footnotes."""

    column: Column
    at: int
    notes: bool
    width: float


def write_tables(book: Book) -> None:
    """All tables of the paper, each on a sheet of its own."""
    for table, name in book.tables:
        _write(book, table, book.sheet(name))


def _write(book: Book, table: Table, sheet: Any) -> None:
    places = tuple(_places(table))
    sheet.set_row(0, height("", _WIDTH, 13))
    sheet.write_string(0, 0, fitting(table.caption), book.look("part", text_wrap=False))
    _write_headings(book, sheet, places)
    for row, cells in enumerate(table.rows, _FIRST_ROW):
        sheet.set_row(row, _height(cells, places))
        for number, (cell, place) in enumerate(zip(cells, places, strict=True)):
            _write_cell(book, sheet, row, cell, place, names=number < table.header)
    if not table.rows and table.empty:
        sheet.write_string(_FIRST_ROW, 0, fitting(table.empty), book.look("quiet", text_wrap=False))
    _set_out(sheet, table, places)


def _places(table: Table) -> Iterator[Place]:
    at, shares = 0, sum(max(column.share, 1) for column in table.columns)
    for number, column in enumerate(table.columns):
        notes = any(piece.note for row in table.rows for piece in row[number].words)
        yield Place(column, at, notes, max(_WIDTH * max(column.share, 1) / shares, _LEAST))
        at += 2 if notes else 1


def _height(cells: tuple[Cell, ...], places: tuple[Place, ...]) -> float:
    pairs = zip(cells, places, strict=True)
    return max((height(plain(cell.words), place.width) for cell, place in pairs), default=15)


def _write_headings(book: Book, sheet: Any, places: tuple[Place, ...]) -> None:
    sheet.set_row(_HEADINGS, max((height(place.column.heading, place.width) for place in places), default=15))
    for column, at, notes, _width in places:
        look = book.look("number heading" if column.kind == "number" else "heading")
        sheet.write_string(_HEADINGS, at, fitting(column.heading), look)
        if notes:
            sheet.write_string(_HEADINGS, at + 1, _("Note"), book.look("heading"))


def _write_cell(book: Book, sheet: Any, row: int, cell: Cell, place: Place, *, names: bool) -> None:
    words, day = plain(cell.words), _day(plain(cell.words)) if place.column.kind == "day" else None
    if cell.number is not None:
        sheet.write_number(
            row, place.at, cell.number, book.look("cell", num_format=_pattern(words, cell.number))
        )
    elif day:
        sheet.write_datetime(row, place.at, day, book.look("cell", num_format="d mmmm yyyy", align="left"))
    else:
        look = book.status(cell.tone) if cell.tone or cell.shape else book.look("names" if names else "cell")
        sheet.write_string(row, place.at, fitting(words), look)
    if place.notes:
        _write_notes(book, sheet, row, cell, place.at + 1)


def _write_notes(book: Book, sheet: Any, row: int, cell: Cell, at: int) -> None:
    numbers = [piece.note for piece in cell.words if piece.note in book.layout.notes]
    if not numbers:
        sheet.write_blank(row, at, None, book.look("cell"))
        return
    line = book.note_rows[numbers[0]] + 1
    sheet.write_url(
        row, at, f"internal:'{book.notes}'!A{line}", book.look("note"), ", ".join(map(str, numbers))
    )


def _day(words: str) -> datetime | None:
    """The day that words tell in full, such as "3 March 2027"."""
    try:
        day = datetime.strptime(words, _DAY)
    except ValueError:
        return None
    return day if day.year > 1900 else None


def _pattern(words: str, number: float) -> str:
    """How a number is shown, so that it reads as the paper's words do."""
    if words.endswith("%"):
        return "0.##%" if words.rstrip("%").strip() != f"{number:g}" else '0.##"%"'
    if words.startswith("£"):
        return '"£"#,##0' if number == int(number) else '"£"#,##0.00'
    return "#,##0" if number == int(number) else "#,##0.0##"


def _set_out(sheet: Any, table: Table, places: tuple[Place, ...]) -> None:
    for _column, at, notes, width in places:
        sheet.set_column(at, at, width)
        if notes:
            sheet.set_column(at + 1, at + 1, _NARROW)
    last = places[-1].at + places[-1].notes
    sheet.freeze_panes(_FIRST_ROW, min(table.header, 1))
    sheet.repeat_rows(_HEADINGS)
    if table.rows:
        sheet.autofilter(_HEADINGS, 0, _HEADINGS + len(table.rows), last)
