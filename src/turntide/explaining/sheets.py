"""A table laid out in rows of an HTML table: spans kept, empty rows and columns left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from turntide.documents.document import Cell, Table

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell as the page sets it, or a gap (``cell`` None); spans count rows and columns that are shown."""

    cell: Cell | None = None
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its number in the file."""

    number: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows shown, and the numbers of the columns shown."""

    columns: tuple[int, ...]
    rows: tuple[Row, ...]


def set_out(table: Table) -> Sheet:
    """The table as rows of slots; each cell that holds words or a colour stands in it once."""
    setting = _Setting(table)
    rows = (Row(row, tuple(setting.slots(row))) for row in setting.rows)
    return Sheet(tuple(setting.columns), tuple(rows))


class _Setting:
    """The places of a table that are shown, and which of them a span has taken."""

    def __init__(self, table: Table) -> None:
        told = [cell for cell in table.cells if cell.text.strip() or cell.fill]
        self._cells: dict[Place, Cell] = {(cell.row, cell.column): cell for cell in told}
        self._taken: set[Place] = set()
        self.rows = sorted({cell.row for cell in told})
        self.columns = sorted({cell.column for cell in told})

    def slots(self, row: int) -> Iterator[Slot]:
        for column in self.columns:
            cell = self._cells.get((row, column))
            if cell:
                yield self._spanned(cell)
            elif (row, column) not in self._taken:
                yield Slot()

    def _spanned(self, cell: Cell) -> Slot:
        """The cell with as much of its span as no other cell stands in."""
        across = [at for at in self.columns if cell.column < at < cell.column + cell.column_span]
        down = [at for at in self.rows if cell.row < at < cell.row + cell.row_span]
        columns = [cell.column, *takewhile(lambda column: self._is_free([(cell.row, column)]), across)]
        rows = [cell.row, *takewhile(lambda row: self._is_free([(row, at) for at in columns]), down)]
        self._taken |= {(row, column) for row in rows for column in columns}
        return Slot(cell, len(rows), len(columns))

    def _is_free(self, places: list[Place]) -> bool:
        return not any(place in self._cells or place in self._taken for place in places)
