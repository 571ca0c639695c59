"""A document cut into parts that each fit a page: by sheet and page, long tables by rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from turntide.documents.document import Block, Cell, Document, Paragraph, Table
from turntide.web.intake.looking.places import Unit

MOST_CELLS = 480
"""Cells and paragraphs of one part: a page of this many is quickly drawn and still easily searched by eye."""


@dataclass(frozen=True)
class Part:
    """Blocks shown together; a long table is there with some of its rows. ``number`` counts from 1.

    ``heads`` are the rows of column headings that a table cut in two shows again, by the table's number.
    """

    number: int
    blocks: tuple[Block, ...]
    heads: tuple[tuple[int, Table], ...] = ()

    def head_of(self, table: Table) -> Table | None:
        """The column headings above the rows of a table shown here; None where they are among the rows."""
        return dict(self.heads).get(table.number)

    @cached_property
    def units(self) -> frozenset[Unit]:
        """Every paragraph and cell of it."""
        return frozenset(unit for block in self.blocks for unit in _units(block))


def parts_of(document: Document, headings: Iterable[Unit] = ()) -> tuple[Part, ...]:
    """The document's parts in reading order. ``headings`` are the cells that head columns."""
    head_rows = _head_rows(headings)
    pieces = [piece for block in document.blocks for piece in _pieces(block)]
    parts = [_part(at, blocks, document, head_rows) for at, blocks in enumerate(_gathered(pieces), start=1)]
    return tuple(parts) or (Part(1, ()),)


def part_of_unit(parts: Iterable[Part], unit: Unit) -> Part | None:
    """The part that shows a paragraph or cell."""
    return next((part for part in parts if unit in part.units), None)


def _head_rows(headings: Iterable[Unit]) -> dict[int, set[int]]:
    rows: dict[int, set[int]] = {}
    for _paragraph, table, row, _column in headings:
        if table:
            rows.setdefault(table, set()).add(row)
    return rows


def _part(number: int, blocks: tuple[Block, ...], document: Document, head_rows: dict[int, set[int]]) -> Part:
    heads = []
    for block in blocks:
        if isinstance(block, Table) and block.cells:
            first = block.cells[0].row
            above = {row for row in head_rows.get(block.number, ()) if row < first}
            if above:
                heads.append((block.number, _rows_of(document, block.number, above)))
    return Part(number, blocks, tuple(heads))


def _rows_of(document: Document, number: int, rows: set[int]) -> Table:
    table = next(table for table in document.tables if table.number == number)
    return replace(table, cells=tuple(cell for cell in table.cells if cell.row in rows))


def _pieces(block: Block) -> Iterator[Block]:
    """A table cut between rows wherever it grows too long; a row is never cut, nor a cell that spans rows."""
    if isinstance(block, Paragraph) or len(block.cells) <= MOST_CELLS:
        yield block
        return
    kept: list[Cell] = []
    reach = 0
    for row, cells in groupby(block.cells, key=lambda cell: cell.row):
        if len(kept) >= MOST_CELLS and (row > reach or len(kept) >= 2 * MOST_CELLS):
            yield replace(block, cells=tuple(kept))
            kept = []
        for cell in cells:
            kept.append(cell)
            reach = max(reach, cell.row + cell.row_span - 1)
    yield replace(block, cells=tuple(kept))


def _gathered(pieces: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """Pieces put together until a part is full, or another sheet begins."""
    kept: list[Block] = []
    size = 0
    for piece in pieces:
        more = len(piece.cells) if isinstance(piece, Table) else 1
        if kept and (size + more > MOST_CELLS or piece.sheet != kept[-1].sheet):
            yield tuple(kept)
            kept, size = [], 0
        kept.append(piece)
        size += more
    if kept:
        yield tuple(kept)


def _units(block: Block) -> Iterator[Unit]:
    if isinstance(block, Paragraph):
        yield (block.number, 0, 0, 0)
    else:
        yield from ((0, block.number, cell.row, cell.column) for cell in block.cells)
