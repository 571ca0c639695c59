"""A page in the making: headings, prose, bullets and grids, before any format sets them.

A grid's row names only the cells that begin in it, as in HTML: what a span covers is not named again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cell:
    """A cell to be set. ``struck`` and ``coloured`` are stretches of its text; ``fill`` is '#rrggbb'."""

    text: str = ""
    rows: int = 1
    columns: int = 1
    header: bool = False
    fill: str | None = None
    struck: str = ""
    coloured: tuple[str, str] | None = None


@dataclass(frozen=True)
class Heading:
    """A heading; level 0 is the document's title."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Text:
    """A paragraph of prose."""

    text: str


@dataclass(frozen=True)
class Bullet:
    """An item of a list; depth 1 is the outermost."""

    text: str
    depth: int = 1


Row = tuple[Cell | str, ...]


@dataclass(frozen=True)
class Grid:
    """A table; ``widths`` are shares of the line, for formats that have a geometry."""

    rows: tuple[Row, ...]
    widths: tuple[float, ...] = field(default=())


Block = Heading | Text | Bullet | Grid
Blocks = tuple[Block, ...]


def header(*texts: str) -> Row:
    """A row of column headings."""
    return tuple(Cell(text, header=True) for text in texts)


def grid(*rows: Row, widths: tuple[float, ...] = ()) -> Grid:
    """A table of these rows."""
    return Grid(rows, widths)


def as_cell(cell: Cell | str) -> Cell:
    """A plain text is a cell of one row and column."""
    return Cell(cell) if isinstance(cell, str) else cell


def placed(table: Grid) -> Iterator[tuple[int, int, Cell]]:
    """Each cell with the row and column it begins in, counted from 0."""
    covered: set[tuple[int, int]] = set()
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in map(as_cell, cells):
            while (row, column) in covered:
                column += 1
            yield row, column, cell
            covered |= {(row + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
            column += cell.columns


def size(table: Grid) -> tuple[int, int]:
    """How many rows and columns the table has."""
    columns = max((column + cell.columns for _, column, cell in placed(table)), default=0)
    return len(table.rows), columns


def flat(table: Grid) -> list[list[str]]:
    """The texts of the table where a format knows no spans: what a span covers is blank."""
    rows, columns = size(table)
    texts = [[""] * columns for _ in range(rows)]
    for row, column, cell in placed(table):
        texts[row][column] = cell.text
    return texts


def pieces(cell: Cell, line: str) -> Iterator[tuple[str, str]]:
    """A line of a cell cut into stretches set alike: (text, '' or 'struck' or a colour)."""
    look = {cell.struck: "struck"} if cell.struck else {}
    if cell.coloured:
        look[cell.coloured[0]] = cell.coloured[1]
    marked = next((stretch for stretch in look if stretch in line), None)
    if marked is None:
        yield line, ""
        return
    before, after = line.split(marked, 1)
    yield from ((text, how) for text, how in ((before, ""), (marked, look[marked]), (after, "")) if text)
