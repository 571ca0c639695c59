"""A spreadsheet's sheet as a table: its merges, its comments, and what is printed or hidden around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from turntide.documents.document import Cell, Layout, Role, Table
from turntide.documents.typesetting.spans import Merge, beneath

HIDDEN_SHEET = "The sheet “{name}” is hidden and was read all the same."
HIDDEN_PARTS = "The sheet “{name}” has hidden {kind} ({numbers}), which were read all the same."
BENEATH = "The sheet “{name}” has text beneath merged cells, where nobody sees it; it stands after the table."
UNCOMPUTED = (
    "Some formulas of the sheet “{name}” have no result in the file: open it in a spreadsheet program, "
    "save it and read it again."
)

Place = tuple[int, int]


@dataclass(slots=True)
class Sheet:
    """A sheet as its file tells it; rows and columns count from 1. ``cells`` have no spans yet."""

    name: str
    cells: list[Cell] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    comments: list[tuple[Place, str]] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    uncomputed: bool = False


def lay_out_sheet(layout: Layout, sheet: Sheet) -> None:
    """Add a sheet to a layout: print header, table, text boxes, comments, print footer."""
    worded = [cell for cell in sheet.cells if cell.text]
    for text in sheet.above:
        layout.paragraph(text, role=Role.RUNNING, sheet=sheet.name)
    hidden_beneath = beneath(((cell.row, cell.column) for cell in sheet.cells), sheet.merges)
    table = layout.table(_table_cells(sheet, worded, hidden_beneath), sheet=sheet.name)
    for cell in worded:
        if (cell.row, cell.column) in hidden_beneath:
            layout.paragraph(
                cell.text, sheet=sheet.name, marks=cell.marks, about=_about(table, cell.row, cell.column)
            )
            layout.doubt(BENEATH.format(name=sheet.name))
    _lay_out_around(layout, sheet, table)
    _say_doubts(layout, sheet, worded)


def _table_cells(sheet: Sheet, worded: Sequence[Cell], covered: set[Place]) -> Iterable[Cell]:
    """The cells that count: those with words, and coloured ones among them."""
    last_row = max((cell.row for cell in worded), default=0)
    last_column = max((cell.column for cell in worded), default=0)
    spans = {(merge.top, merge.left): merge for merge in sheet.merges}
    for cell in sheet.cells:
        place = (cell.row, cell.column)
        if place in covered or cell.row > last_row or cell.column > last_column:
            continue
        merge = spans.get(place)
        if merge is None:
            yield cell
        else:
            rows = min(merge.bottom, last_row) - cell.row + 1
            columns = min(merge.right, last_column) - cell.column + 1
            yield replace(cell, row_span=max(rows, 1), column_span=max(columns, 1))


def _lay_out_around(layout: Layout, sheet: Sheet, table: Table | None) -> None:
    for text in sheet.boxes:
        layout.paragraph(text, sheet=sheet.name)
    for (row, column), text in sorted(sheet.comments, key=lambda comment: comment[0]):
        layout.paragraph(text, role=Role.COMMENT, sheet=sheet.name, about=_about(table, row, column))
    for text in sheet.below:
        layout.paragraph(text, role=Role.RUNNING, sheet=sheet.name)


def _about(table: Table | None, row: int, column: int) -> tuple[int, int, int] | None:
    return (table.number, row, column) if table else None


def _say_doubts(layout: Layout, sheet: Sheet, worded: Sequence[Cell]) -> None:
    if sheet.hidden and worded:
        layout.doubt(HIDDEN_SHEET.format(name=sheet.name))
    rows = sorted({cell.row for cell in worded} & sheet.hidden_rows)
    _say_hidden(layout, sheet, "rows", [str(row) for row in _runs(rows)])
    columns = {
        column
        for column in {cell.column for cell in worded}
        if any(first <= column <= last for first, last in sheet.hidden_columns)
    }
    _say_hidden(layout, sheet, "columns", [column_letters(column) for column in sorted(columns)])
    if sheet.uncomputed:
        layout.doubt(UNCOMPUTED.format(name=sheet.name))


def _say_hidden(layout: Layout, sheet: Sheet, kind: str, numbers: Sequence[str]) -> None:
    if numbers:
        layout.doubt(HIDDEN_PARTS.format(name=sheet.name, kind=kind, numbers=", ".join(numbers)))


def _runs(numbers: Sequence[int]) -> list[str]:
    """2, 3, 4, 7 as '2–4', '7'."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]


def column_letters(column: int) -> str:
    """1 is 'A', 27 is 'AA'."""
    letters = ""
    while column > 0:
        column, at = divmod(column - 1, 26)
        letters = chr(ord("A") + at) + letters
    return letters
