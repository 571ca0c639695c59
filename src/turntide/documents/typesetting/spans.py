"""Where cells that span rows and columns stand in a table's grid."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Generic, TypeVar

T = TypeVar("T")

WIDEST, TALLEST = 1000, 65534
"""The largest spans HTML allows (https://html.spec.whatwg.org/multipage/tables.html)."""


@dataclass(frozen=True, slots=True)
class Wanted(Generic[T]):
    """A cell as its row names it; ``rows`` 0 means down to the end of its group of rows."""

    content: T
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A cell at its top left corner, counted from 1, with the span it really covers."""

    content: T
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True, order=True)
class Reach:
    """Columns ``first`` to ``last`` are taken down to and with row ``until``."""

    first: int
    last: int
    until: int


def place(groups: Sequence[Sequence[Sequence[Wanted[T]]]]) -> list[Placed[T]]:
    """Place groups of rows (a table's head and bodies) as HTML's own rules do.

    No span leaves its group of rows, and columns in which no cell begins have no width and are not counted,
    so ``colspan="1000"`` costs nothing. Cells never begin on one another.
    """
    placed: list[Placed[T]] = []
    above = 0
    for group in groups:
        placed += _place_group(group, above)
        above += len(group)
    begun = sorted({cell.column for cell in placed})
    return [_narrowed(cell, begun) for cell in placed]


def _narrowed(cell: Placed[T], begun: Sequence[int]) -> Placed[T]:
    """The cell counted in the columns in which some cell begins."""
    first = bisect_left(begun, cell.column)
    end = bisect_left(begun, cell.column + cell.columns)
    return replace(cell, column=first + 1, columns=end - first)


def _place_group(group: Sequence[Sequence[Wanted[T]]], above: int) -> list[Placed[T]]:
    placed: list[Placed[T]] = []
    taken: list[Reach] = []
    last_row = above + len(group)
    for row, cells in enumerate(group, start=above + 1):
        taken = [reach for reach in taken if reach.until >= row]
        found = _place_row(cells, row, last_row, taken)
        placed += found
        below = [Reach(c.column, c.column + c.columns - 1, c.row + c.rows - 1) for c in found if c.rows > 1]
        taken = sorted(chain(taken, below))
    return placed


def _place_row(
    cells: Iterable[Wanted[T]], row: int, last_row: int, taken: Sequence[Reach]
) -> list[Placed[T]]:
    """Give each cell the next free column; both the cells and the taken columns run from left to right."""
    placed: list[Placed[T]] = []
    column, at = 1, 0
    for cell in cells:
        while at < len(taken) and taken[at].first <= column:
            column = max(column, taken[at].last + 1)
            at += 1
        columns = min(max(cell.columns, 1), WIDEST)
        free = taken[at].first - column if at < len(taken) else columns
        left = last_row - row + 1
        rows = left if cell.rows == 0 else min(max(cell.rows, 1), TALLEST, left)
        placed.append(Placed(cell.content, row, column, rows, min(columns, free)))
        column += columns
    return placed


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range of a sheet, counted from 1, both ends in it."""

    top: int
    left: int
    bottom: int
    right: int


def beneath(places: Iterable[tuple[int, int]], merges: Iterable[Merge]) -> set[tuple[int, int]]:
    """The places (row, column) that a merge covers without being its top left corner.

    One sweep down the rows; a merge that begins on columns already covered is left out, so a file with
    thousands of merges over one another costs no more than one without.
    """
    waiting = sorted(merges, key=lambda merge: (merge.top, merge.left), reverse=True)
    active: list[Merge] = []
    covered: set[tuple[int, int]] = set()
    at_row = 0
    for row, column in sorted(places):
        if row != at_row:
            at_row = row
            active = _active_at(row, active, waiting)
        hit = next((m for m in active if m.left <= column <= m.right), None)
        if hit and (row, column) != (hit.top, hit.left):
            covered.add((row, column))
    return covered


def _active_at(row: int, active: list[Merge], waiting: list[Merge]) -> list[Merge]:
    active = [merge for merge in active if merge.bottom >= row]
    while waiting and waiting[-1].top <= row:
        merge = waiting.pop()
        clear = all(merge.right < other.left or other.right < merge.left for other in active)
        if merge.bottom >= row and clear:
            active.append(merge)
    return active
