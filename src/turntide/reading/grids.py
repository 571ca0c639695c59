"""A table as rows of slots: columns counted without gaps, spans spread, pages joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from turntide.documents.document import Cell, Look, Table
from turntide.reading.passage import EMPTY, Passage, join, of_block
from turntide.reading.wordings.lists import is_icon


@dataclass(frozen=True)
class Slot:
    """A cell in a grid: its words, and how many rows and columns it covers.

    ``struck`` are words in it that are struck out beside others that stand.
    """

    passage: Passage
    cell: Cell
    row_span: int = 1
    column_span: int = 1
    struck: tuple[Passage, ...] = ()

    @property
    def bold(self) -> bool:
        """All its words are set in bold."""
        bold = sum(mark.end - mark.start for mark in self.cell.marks if mark.look is Look.BOLD)
        return bold >= len(self.cell.text.strip()) * 0.9 > 0

    @cached_property
    def text(self) -> str:
        """Its words on one line."""
        return self.passage.wording


@dataclass(frozen=True)
class Row:
    """A row of a grid.

    ``slots`` are the cells that begin in it, by column from 0; ``above`` the cells of earlier rows that reach
    down into it. ``after_break``: a page break lies between this row and the one before. ``strays`` are cells
    that belong under no column. ``short``: the row has fewer cells than the table has columns, so
    they may have slid. ``mended``: strays whose words were given back to the cells. ``joins_above``: the
    words by which a person told that it is the rest of the row before it.
    """

    table: Table
    number: int
    slots: Mapping[int, Slot]
    above: Mapping[int, Slot] = field(default_factory=dict)
    after_break: bool = False
    strays: tuple[Slot, ...] = ()
    short: bool = False
    mended: tuple[Passage, ...] = ()
    joins_above: str = ""

    @cached_property
    def filled(self) -> dict[int, Slot]:
        """The slots that begin here and hold words (a row of dashes holds none)."""
        return {column: slot for column, slot in self.slots.items() if has_words(slot.text)}

    def at(self, column: int) -> Passage:
        """The words that stand in a column of this row, its own or reaching down from above."""
        slot = self.slots.get(column) or self.above.get(column)
        return slot.passage if slot else EMPTY


@dataclass(frozen=True)
class Grid:
    """A table's rows over ``width`` columns. ``ragged``: cells may have slid out of their columns."""

    rows: tuple[Row, ...]
    width: int
    ragged: bool = False
    edges: tuple[float, ...] | None = None
    page: int | None = None
    sheet: str | None = None
    after_break: bool = False
    caption: str | None = None


def has_words(text: str) -> bool:
    """A text of dashes, dots or the marks of lists alone says nothing; an icon says how it goes."""
    return any(char.isalnum() or char in "£%" or is_icon(char) for char in text)


def grid_of(table: Table) -> Grid:
    """The grid of one table: its occupied columns are counted from 0 without gaps.

    A text table keeps its empty columns: there a cell's distance from the left edge still tells something.
    """
    occupied = _occupied_columns(table)
    index = {column: at for at, column in enumerate(occupied)}
    rows = _rows(table, index)
    return Grid(
        rows=rows,
        width=len(occupied),
        ragged=table.ragged,
        edges=_edges(table, occupied),
        page=table.page,
        sheet=table.sheet,
        after_break=table.after_break,
        caption=table.caption,
    )


def _occupied_columns(table: Table) -> list[int]:
    last = max(cell.column for cell in table.cells)
    if table.ragged:
        return list(range(1, last + 1))
    return sorted({cell.column for cell in table.cells if has_words(cell.text)})


def _edges(table: Table, occupied: list[int]) -> tuple[float, ...] | None:
    """The left edges of the columns kept, and the right edge of the last."""
    if table.edges is None or len(table.edges) <= occupied[-1]:
        return None
    return tuple(table.edges[column - 1] for column in occupied) + (table.edges[occupied[-1]],)


def _rows(table: Table, index: dict[int, int]) -> tuple[Row, ...]:
    by_row: dict[int, dict[int, Slot]] = {}
    reaching: dict[int, dict[int, Slot]] = {}
    last = max(cell.row for cell in table.cells)
    for cell in table.cells:
        covered = [index[c] for c in range(cell.column, _end(cell, index)) if c in index]
        if not covered:
            continue
        standing, struck = _struck_apart(of_block(table, cell), cell)
        slot = Slot(standing, cell, cell.row_span, len(covered), struck)
        if cell.text.strip() or cell.fill:
            by_row.setdefault(cell.row, {})[covered[0]] = slot
        for row in range(cell.row + 1, min(cell.row + cell.row_span, last + 1)):
            reaching.setdefault(row, {})[covered[0]] = slot
    wanted = sorted(by_row.keys() | reaching.keys())
    short = _short_rows(table)
    return tuple(
        Row(table, row, by_row.get(row, {}), reaching.get(row, {}), short=row in short) for row in wanted
    )


def _short_rows(table: Table) -> set[int]:
    """Rows whose cells may have slid: all of a text table's, and those given fewer cells than the widest row.

    A sheet's cells stand where they stand, and so do those that have a place on a page.
    """
    if table.sheet is not None or table.edges is not None:
        return set()
    ends: dict[int, int] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + min(cell.row_span, len(table.cells))):
            ends[row] = max(ends.get(row, 0), cell.column + cell.column_span)
    widest = max(ends.values())
    return {row for row, end in ends.items() if table.ragged or end < widest}


def _struck_apart(passage: Passage, cell: Cell) -> tuple[Passage, tuple[Passage, ...]]:
    """The words that stand, and those struck out; where all are struck out, all stand."""
    ranges = [(m.start, m.end) for m in cell.marks if m.look is Look.STRUCK and m.start < m.end]
    if not ranges:
        return passage, ()
    struck = tuple(piece for piece in (passage[start:end].strip() for start, end in ranges) if piece)
    kept, at = [], 0
    for start, end in [*ranges, (len(passage.text), len(passage.text))]:
        kept.append(passage[at:start])
        at = end
    standing = join(kept, "").strip()
    return (standing, struck) if struck and standing else (passage, ())


def _end(cell: Cell, index: Mapping[int, int]) -> int:
    """The column after a cell's last, no further than the table goes (a span may claim a million)."""
    return min(cell.column + cell.column_span, max(index) + 1)


def moved(row: Row, places: Mapping[int, int]) -> Row:
    """The row with its columns renamed; two cells that meet in one column are read one after the other."""
    return replace(row, slots=_moved(row.slots, places), above=_moved(row.above, places))


def _moved(slots: Mapping[int, Slot], places: Mapping[int, int]) -> dict[int, Slot]:
    made: dict[int, Slot] = {}
    for column, slot in sorted(slots.items()):
        to = places.get(column, column)
        made[to] = merge_slots(made[to], slot) if to in made else slot
    return made


def without_cell(row: Row, cell: Cell) -> Row:
    """The row without a cell of an earlier one that reaches down into it."""
    kept = {column: slot for column, slot in row.above.items() if slot.cell is not cell}
    return row if len(kept) == len(row.above) else replace(row, above=kept)


def merge_slots(first: Slot, second: Slot, by: str = " ") -> Slot:
    """Two cells read as one."""
    return replace(first, passage=join((first.passage, second.passage), by))


def column_texts(rows: Iterable[Row], column: int) -> list[str]:
    """The words in one column, each cell once, the empty ones left out."""
    return [row.slots[column].text for row in rows if column in row.filled]
