"""Blocks set as a spreadsheet: paragraphs in cells of their own, grids beneath them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from examples_of_plans.archive import steady
from examples_of_plans.blocks import Blocks, Cell, Grid, pieces, placed

MADE = datetime(2026, 4, 1)


@dataclass(frozen=True)
class Sheet:
    """A sheet: its blocks begin at this row and column, counted from 1; ``gap`` rows part two blocks."""

    name: str
    blocks: Blocks
    first_row: int = 1
    first_column: int = 1
    gap: int = 1
    blank_rows_after: int = 0


def xlsx_of(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as an .xlsx."""
    made = BytesIO()
    book = Workbook(made, {"in_memory": True})
    book.set_properties({"created": MADE})
    for sheet in sheets:
        set_sheet(book, sheet)
    book.close()
    return steady(made.getvalue())


def set_sheet(book: Any, sheet: Sheet) -> None:
    """Add one sheet."""
    page = book.add_worksheet(sheet.name)
    page.set_column(0, 20, 24)
    row, column = sheet.first_row - 1, sheet.first_column - 1
    for block in sheet.blocks:
        if isinstance(block, Grid):
            for below, right, cell in placed(block):
                set_cell(book, page, row + below, column + right, cell)
            row += len(block.rows) + sheet.gap
        else:
            page.write_string(row, column, block.text)
            row += 1 + sheet.gap
    blank = book.add_format({"border": 1})
    for below in range(sheet.blank_rows_after):
        page.write_blank(row + below, column, None, blank)


def set_cell(book: Any, page: Any, row: int, column: int, cell: Cell) -> None:
    """Write a cell, merged over its spans."""
    look = book.add_format(
        {"text_wrap": True, "border": 1, "bold": cell.header} | ({"bg_color": cell.fill} if cell.fill else {})
    )
    if cell.rows > 1 or cell.columns > 1:
        page.merge_range(row, column, row + cell.rows - 1, column + cell.columns - 1, cell.text, look)
    elif cell.struck or cell.coloured:
        write_marked(book, page, (row, column), cell)
    elif cell.text:
        page.write_string(row, column, cell.text, look)
    else:
        page.write_blank(row, column, None, look)


def write_marked(book: Any, page: Any, place: tuple[int, int], cell: Cell) -> None:
    """Write a cell with a struck or coloured stretch; one that is all of the text is set on the cell."""
    parts = list(pieces(cell, cell.text))
    if len(parts) == 1:
        page.write_string(*place, cell.text, book.add_format(font_of(parts[0][1])))
        return
    rich = [
        part for text, how in parts for part in ([book.add_format(font_of(how)), text] if how else [text])
    ]
    page.write_rich_string(*place, *rich)


def font_of(how: str) -> dict[str, object]:
    """The font of a stretch: struck out, or of a colour."""
    return {"font_strikeout": True} if how == "struck" else {"font_color": how}
