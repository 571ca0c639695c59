"""One worksheet of an Excel workbook, read part by part so that a million empty rows cost next to nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from turntide.documents.document import Cell
from turntide.documents.packages import damaged
from turntide.documents.typesetting.pieces import marked
from turntide.documents.typesetting.spans import Merge
from turntide.documents.workbooks.number_formats import shown, shown_text
from turntide.documents.workbooks.parts import attribute, elements
from turntide.documents.workbooks.sheets import Sheet
from turntide.documents.workbooks.styles import Style, Styles
from turntide.documents.workbooks.text import Run, print_texts, runs_of, unescaped, worded

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

_EMPTY_ROW = re.compile(rb"<row\s[^<>]*/>")
_EMPTY_CELL = re.compile(rb"<c\s[^<>]*/>")
_STYLE = re.compile(rb'\ss="(\d+)"')
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})$")
_TAGS = ("row", "col", "mergeCell", "autoFilter", "headerFooter", "tablePart")


@dataclass(frozen=True, slots=True)
class Book:
    """What all sheets of a workbook share."""

    strings: list[list[Run]]
    styles: Styles
    from_1904: bool = False


@dataclass(slots=True)
class Headed:
    """Where a sheet's own tables have their heading rows: by their filter, and by links to table parts."""

    filters: list[Merge]
    tables: list[str]


def read_sheet(data: bytes, path: str, sheet: Sheet, book: Book) -> Headed:
    """Fill a sheet from its part; says where its tables have headings."""
    headed = Headed([], [])
    reader = _Rows(sheet, book)
    for element in elements(_without_empties(data, book.styles.filled), path, *_TAGS):
        kind = etree.QName(element).localname
        if kind == "row":
            reader.row(element)
        elif kind == "col" and _is_on(element.get("hidden")):
            sheet.hidden_columns.append((_whole(element.get("min")), _whole(element.get("max"))))
        elif kind == "mergeCell" and (merge := range_of(element.get("ref", ""))):
            sheet.merges.append(merge)
        elif kind == "autoFilter" and (filtered := range_of(element.get("ref", ""))):
            headed.filters.append(filtered)
        elif kind == "headerFooter":
            sheet.above, sheet.below = print_texts(element)
        elif kind == "tablePart":
            headed.tables.append(attribute(element, "id") or "")
    return headed


def _without_empties(data: bytes, filled: frozenset[bytes]) -> bytes:
    """The part without rows that hold nothing and cells that show nothing, told before it is parsed."""

    def kept(found: re.Match[bytes]) -> bytes:
        style = _STYLE.search(found[0])
        shows = style is not None and style[1] in filled
        return found[0] if shows or b' r="' not in found[0] else b""

    return _EMPTY_CELL.sub(kept, _EMPTY_ROW.sub(_numbered_away, data))


def _numbered_away(found: re.Match[bytes]) -> bytes:
    """A row without a number is counted by its place, so it stays."""
    return b"" if b' r="' in found[0] else found[0]


class _Rows:
    """Reads rows in order; a row or cell without a reference follows the one before it."""

    def __init__(self, sheet: Sheet, book: Book) -> None:
        self._sheet = sheet
        self._book = book
        self._last_row = 0

    def row(self, element: etree._Element) -> None:
        """Add a row's cells to the sheet."""
        row = _whole(element.get("r")) or self._last_row + 1
        self._last_row = row
        if _is_on(element.get("hidden")):
            self._sheet.hidden_rows.add(row)
        column = 0
        for cell in element.iterfind("{*}c"):
            place = place_of(cell.get("r", ""))
            column = place[1] if place else column + 1
            self._cell(cell, row, column)

    def _cell(self, element: etree._Element, row: int, column: int) -> None:
        if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
            raise damaged(f"a cell stands at row {row}, column {column}, beyond any sheet")
        style = self._book.styles.of(element.get("s"))
        runs = self._runs(element, style)
        text, marks = marked(worded(runs, style.looks)) if runs else ("", ())
        if text or style.fill:
            self._sheet.cells.append(Cell(row, column, text, fill=style.fill, marks=marks))

    def _runs(self, element: etree._Element, style: Style) -> list[Run]:
        kind = element.get("t", "n")
        if kind == "inlineStr":
            inline = element.find("{*}is")
            return [] if inline is None else runs_of(inline, self._book.styles)
        value = element.findtext("{*}v")
        if value is None or value == "":
            self._sheet.uncomputed |= value is None and element.find("{*}f") is not None
            return []
        if kind == "s":
            return self._shared(value, style)
        return [(self._shown(value, kind, style), None)]

    def _shared(self, value: str, style: Style) -> list[Run]:
        at = _whole(value.strip(), -1)
        if not 0 <= at < len(self._book.strings):
            raise damaged("a cell points at a text that is not there")
        runs = self._book.strings[at]
        return [(shown_text(runs[0][0], style.code), None)] if len(runs) == 1 and not runs[0][1] else runs

    def _shown(self, value: str, kind: str, style: Style) -> str:
        if kind == "b":
            return "TRUE" if value.strip() in ("1", "true") else "FALSE"
        if kind == "d":
            return value.removesuffix("T00:00:00").removesuffix("T00:00:00Z")
        if kind in ("str", "e"):
            return shown_text(unescaped(value), style.code)
        try:
            number = float(value)
        except ValueError:
            return value
        is_finite = number - number == 0
        return shown(number, style.code, self._book.from_1904) if is_finite else value


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def place_of(reference: str) -> tuple[int, int] | None:
    """The row and column of 'B4'; None where it is no reference."""
    found = _REFERENCE.match(reference)
    return (int(found[2]), _column(found[1])) if found else None


def range_of(reference: str) -> Merge | None:
    """The range of 'A1:C3', or of a single cell; None where it is neither."""
    first, _, last = reference.partition(":")
    start, end = place_of(first), place_of(last or first)
    if start is None or end is None:
        return None
    (top, bottom), (left, right) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return Merge(top, left, bottom, right)


def _whole(wording: str | None, otherwise: int = 0) -> int:
    return int(wording) if wording and wording.isdecimal() and len(wording) < 10 else otherwise


def _is_on(wording: str | None) -> bool:
    return wording in ("1", "true")
