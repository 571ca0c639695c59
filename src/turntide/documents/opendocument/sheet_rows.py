"""The rows and cells of an OpenDocument sheet, said once for many and kept within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turntide.documents.document import Cell
from turntide.documents.opendocument.names import ANNOTATION, OFFICE, TABLE, TEXT, Element, count
from turntide.documents.opendocument.styles import OdtStyles
from turntide.documents.opendocument.text import words_of
from turntide.documents.typesetting.pieces import Piece, Setting, joined, marked, plain, respaced, stripped
from turntide.documents.typesetting.spans import Merge
from turntide.documents.workbooks.number_formats import general
from turntide.documents.workbooks.sheets import Sheet

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MOST_COPIES = 100_000
"""How many copies of repeated cells with words one sheet may have."""
MOST_COLOURED = 256
"""A coloured cell without words is repeated so often at most: beyond it is the sheet's background."""

_CELL, _COVERED = TABLE + "table-cell", TABLE + "covered-table-cell"
_ROW, _COLUMN = TABLE + "table-row", TABLE + "table-column"
_GROUPS = {TABLE + f"table-{kind}{ending}" for kind in ("row", "column") for ending in ("s", "-group")}
_HEADERS = {TABLE + "table-header-rows", TABLE + "table-header-columns"}
_HIDDEN = {"collapse", "filter"}
_NUMBERS_ONLY = re.compile(r"\d{1,4}[./ -]\d{1,2}[./ -]\d{1,4}\.?(?:[ ,].*)?$", re.DOTALL)


class SheetRows:
    """Reads the rows of one table element into a sheet; ``cut`` tells whether copies were left out."""

    def __init__(self, sheet: Sheet, styles: OdtStyles) -> None:
        self._sheet = sheet
        self._styles = styles
        self._copies_left = MOST_COPIES
        self._row = 1
        self._column = 1
        self.cut = False

    def read(self, table: Element) -> None:
        """Add every row's cells, merges and comments; note what is hidden."""
        for element in _parts(table):
            if element.tag == _COLUMN:
                self._columns(element)
            elif self._row <= LAST_ROW:
                self._rows(element)

    def _columns(self, element: Element) -> None:
        last = self._column + count(element, TABLE + "number-columns-repeated", 1, LAST_COLUMN) - 1
        if element.get(TABLE + "visibility") in _HIDDEN:
            self._sheet.hidden_columns.append((self._column, last))
        self._column = last + 1

    def _rows(self, element: Element) -> None:
        repeats = min(count(element, TABLE + "number-rows-repeated", 1, LAST_ROW), LAST_ROW - self._row + 1)
        cells = list(self._cells(element))
        copies = self._allowed(repeats, [cell for cell in cells if cell.text], len(cells))
        for row in range(self._row, self._row + copies):
            if element.get(TABLE + "visibility") in _HIDDEN:
                self._sheet.hidden_rows.add(row)
            self._sheet.cells += [
                Cell(row, cell.column, cell.text, fill=cell.fill, marks=cell.marks) for cell in cells
            ]
        self._row += repeats

    def _cells(self, row: Element) -> Iterator[Cell]:
        column = 1
        for element in row.iterchildren(_CELL, _COVERED):
            if column > LAST_COLUMN:
                return
            repeats = count(element, TABLE + "number-columns-repeated", 1, LAST_COLUMN)
            cell = self._cell(element, column)
            if cell.text or cell.fill:
                copies = self._allowed(repeats, [cell] if cell.text else [], 1)
                last = min(column + copies, LAST_COLUMN + 1)
                for place in range(column, last):
                    yield Cell(self._row, place, cell.text, fill=cell.fill, marks=cell.marks)
            self._hang_on(element, column)
            column += repeats

    def _allowed(self, repeats: int, worded: list[Cell], number: int) -> int:
        """How many of the copies are made."""
        if repeats == 1 or not number:
            return repeats if number else 0
        if not worded:
            return min(repeats, MOST_COLOURED)
        copies = min(repeats, 1 + self._copies_left // len(worded))
        self._copies_left -= (copies - 1) * len(worded)
        self.cut |= copies < repeats
        return copies

    def _cell(self, element: Element, column: int) -> Cell:
        style = element.get(TABLE + "style-name")
        setting = self._styles.setting("table-cell", style)
        lines = [words_of(child, self._styles).pieces for child in _paragraphs(element)]
        pieces = [_set_as(piece, setting) for piece in stripped(respaced(joined(lines, "\n"), "\xa0"))]
        text, marks = marked(pieces)
        valued = _value(element, text)
        fill = self._styles.fill("table-cell", style)
        return Cell(
            self._row,
            column,
            valued,
            fill=None if fill == "#ffffff" else fill,
            marks=marks if valued == text else (),
        )

    def _hang_on(self, element: Element, column: int) -> None:
        """Keep the cell's span and its comments."""
        rows = count(element, TABLE + "number-rows-spanned", 1, LAST_ROW)
        columns = count(element, TABLE + "number-columns-spanned", 1, LAST_COLUMN)
        if rows > 1 or columns > 1:
            self._sheet.merges.append(Merge(self._row, column, self._row + rows - 1, column + columns - 1))
        for note in element.iterchildren(ANNOTATION):
            lines = (plain(words_of(line, self._styles).pieces).strip() for line in note.iter(TEXT + "p"))
            self._sheet.comments.append(((self._row, column), "\n".join(filter(None, lines))))


def _parts(table: Element) -> Iterator[Element]:
    """The rows and columns, out of whatever groups they stand in."""
    for child in table:
        if child.tag in _GROUPS or child.tag in _HEADERS:
            yield from _parts(child)
        elif child.tag in (_ROW, _COLUMN):
            yield child


def _paragraphs(cell: Element) -> Iterator[Element]:
    for child in cell:
        if child.tag in (TEXT + "p", TEXT + "h"):
            yield child
        elif child.tag == TEXT + "list":
            yield from child.iter(TEXT + "p", TEXT + "h")


def _set_as(piece: Piece, cell: Setting) -> Piece:
    """A piece with the looks its cell is set in added to its own."""
    looks = piece.looks
    return Piece(
        piece.text,
        looks._replace(
            bold=looks.bold or bool(cell.bold),
            italic=looks.italic or bool(cell.italic),
            struck=looks.struck or bool(cell.struck),
            colour=looks.colour or cell.colour or "",
        ),
    )


def _value(cell: Element, text: str) -> str:
    """The text as shown; a date in numbers alone as '2025-03-31', since 03/04/25 means two days."""
    kind = cell.get(OFFICE + "value-type")
    if kind == "date" and (not text or _NUMBERS_ONLY.match(text)):
        return _iso(cell.get(OFFICE + "date-value") or text)
    return text or _bare_value(cell, kind)


def _iso(wording: str) -> str:
    day, _, time = wording.partition("T")
    time = time.partition(".")[0].removesuffix(":00")
    return f"{day} {time}" if time not in ("", "00:00") else day


def _bare_value(cell: Element, kind: str | None) -> str:
    """What programs that write no shown text leave: the value alone."""
    if kind == "boolean":
        return (cell.get(OFFICE + "boolean-value") or "").upper()
    try:
        number = float(cell.get(OFFICE + "value") or "")
    except ValueError:
        return (cell.get(OFFICE + "string-value") or "").strip()
    if number - number != 0:
        return ""
    return f"{general(number * 100)}%" if kind == "percentage" else general(number)
