"""OpenDocument tables as grids: spans, covered cells, and rows and columns said once for many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from turntide.documents.opendocument.names import STYLE, TABLE, Element, count
from turntide.documents.opendocument.styles import OdtStyles, points
from turntide.documents.packages import unsafe
from turntide.documents.typesetting.flow import DEEPEST_TABLE, Grid, Line, Slot, lines_of

_WIDEST, _TALLEST = 1024, 65_536
_MOST_COPIES = 10_000
"""How many copies of repeated cells with words in them one document may have."""

_CELLS = (TABLE + "table-cell", TABLE + "covered-table-cell")
_ROW_GROUPS = frozenset(TABLE + name for name in ("table-rows", "table-row-group", "table-header-rows"))
_COLUMN_GROUPS = frozenset(
    TABLE + name for name in ("table-columns", "table-column-group", "table-header-columns")
)

ReadCell = Callable[[Element, int], list[Line | Grid]]


class Tables:
    """Reads the tables of one document; ``cut`` tells whether repeated cells were left out."""

    def __init__(self, read: ReadCell) -> None:
        self._read = read
        self._copies_left = _MOST_COPIES
        self.cut = False

    def grid(self, table: Element, styles: OdtStyles, depth: int) -> Grid:
        """A table's cells with their spans. Raises Refusal (UNSAFE) where tables nest beyond reason."""
        if depth > DEEPEST_TABLE:
            raise unsafe(f"has tables within tables more than {DEEPEST_TABLE} deep")
        breaks = styles.breaks("table", table.get(TABLE + "style-name"), "before")
        grid = Grid(edges=_edges(table, styles), breaks_before=breaks)
        row = 1
        for line, header in _rows(table):
            slots = self._row(grid, line, row, styles, depth)
            for slot in slots:
                slot.header = header
            repeats = count(line, TABLE + "number-rows-repeated", 1, _TALLEST)
            grid.slots += self._copied_down(slots, repeats)
            row += repeats
        return grid

    def _row(self, grid: Grid, line: Element, row: int, styles: OdtStyles, depth: int) -> list[Slot]:
        """A row's own cells; the words of a covered cell go to the cell that covers it."""
        slots: list[Slot] = []
        column = 1
        row_fill = styles.fill("table-row", line.get(TABLE + "style-name"))
        for cell in line.iterchildren(*_CELLS):
            repeats = count(cell, TABLE + "number-columns-repeated", 1, _WIDEST)
            slot = _slot(cell, row, column, self._read(cell, depth))
            slot.fill = styles.fill("table-cell", cell.get(TABLE + "style-name")) or row_fill
            covering = _covering(grid, slots, slot) if cell.tag == _CELLS[1] else None
            if covering is not None:
                covering.content += slot.content
            elif slot.content or cell.tag == _CELLS[0]:
                slots += [slot, *self._copied_right(slot, repeats)]
            column += repeats
        return slots

    def _copied_right(self, slot: Slot, repeats: int) -> list[Slot]:
        copies = self._allowed(repeats - 1) if _worded(slot) else 0
        return [replace(slot, column=slot.column + at) for at in range(1, copies + 1)]

    def _copied_down(self, slots: list[Slot], repeats: int) -> list[Slot]:
        worded = [slot for slot in slots if _worded(slot)] if repeats > 1 else []
        copies = self._allowed((repeats - 1) * len(worded)) // len(worded) if worded else 0
        down = [replace(slot, row=slot.row + at) for at in range(1, copies + 1) for slot in worded]
        return slots + down

    def _allowed(self, wanted: int) -> int:
        allowed = min(wanted, self._copies_left)
        self._copies_left -= allowed
        self.cut |= allowed < wanted
        return allowed


def _slot(cell: Element, row: int, column: int, content: list[Line | Grid]) -> Slot:
    return Slot(
        row,
        column,
        content,
        row_span=count(cell, TABLE + "number-rows-spanned", 1, _TALLEST),
        column_span=count(cell, TABLE + "number-columns-spanned", 1, _WIDEST),
    )


def _worded(slot: Slot) -> bool:
    return next(lines_of(slot.content), None) is not None


def _covering(grid: Grid, slots: list[Slot], hidden: Slot) -> Slot | None:
    """The cell whose span a covered cell lies in; looked for only where the covered one has words."""
    if not hidden.content:
        return None
    return next((slot for slot in (*slots, *reversed(grid.slots)) if _covers(slot, hidden)), None)


def _covers(slot: Slot, hidden: Slot) -> bool:
    down, right = hidden.row - slot.row, hidden.column - slot.column
    return 0 <= down < slot.row_span and 0 <= right < slot.column_span


def _rows(table: Element, header: bool = False) -> Iterator[tuple[Element, bool]]:
    """Each row, and whether it is a heading that repeats on every page."""
    for child in table:
        if child.tag == TABLE + "table-row":
            yield child, header
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child, header or child.tag == TABLE + "table-header-rows")


def _columns(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == TABLE + "table-column":
            yield child
        elif child.tag in _COLUMN_GROUPS:
            yield from _columns(child)


def _edges(table: Element, styles: OdtStyles) -> tuple[float, ...] | None:
    """The columns' borders in points, where every column has a width."""
    edges = [0.0]
    for column in _columns(table):
        name = column.get(TABLE + "style-name")
        said = styles.stated("table-column", name, "table-column-properties", STYLE + "column-width")
        width = points(said)
        if width is None:
            return None
        repeats = count(column, TABLE + "number-columns-repeated", 1, _WIDEST)
        edges += [round(edges[-1] + width * at, 2) for at in range(1, repeats + 1)]
    return tuple(edges) if 1 < len(edges) <= _WIDEST else None
