"""A frame of borders → its cells, with the rows and columns each one covers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from turntide.documents.document import Box
from turntide.documents.pages.ink import Stroke
from turntide.documents.pages.rulings import REACH, SNAP, Frame

_COVERED = 0.6
"""A border counts between two slots when it runs along this part of their common side."""


class Slot(NamedTuple):
    """A cell of a grid: its first row and column (from 0) and how many of each it covers."""

    row: int
    column: int
    rows: int
    columns: int


class Grid(NamedTuple):
    """The borders' places from left to right and from top to bottom, and the cells between them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slots: tuple[Slot, ...]

    @property
    def box(self) -> Box:
        """The grid's extent."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def box_of(self, slot: Slot) -> Box:
        """A cell's extent."""
        return (
            self.xs[slot.column],
            self.ys[slot.row],
            self.xs[slot.column + slot.columns],
            self.ys[slot.row + slot.rows],
        )

    def at(self, x: float, y: float) -> tuple[int, int]:
        """The (row, column) of a point; the nearest for a point just outside."""
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        return (row, column)


def grid_of(frame: Frame) -> Grid | None:
    """The grid of a frame, or None where its borders enclose nothing."""
    box = frame.box
    xs = _places([s.at for s in frame.columns], box[0], box[2])
    ys = _places([s.at for s in frame.rows], box[1], box[3])
    if len(xs) < 2 or len(ys) < 2:
        return None
    return Grid(xs, ys, _slots(xs, ys, frame))


def _places(found: Sequence[float], first: float, last: float) -> tuple[float, ...]:
    """Borders' places without near doubles; an open side is closed where the other borders end."""
    places: list[float] = []
    for place in sorted([*found, first, last]):
        if not places or place - places[-1] > 2 * SNAP:
            places.append(place)
    return tuple(places)


def _slots(xs: tuple[float, ...], ys: tuple[float, ...], frame: Frame) -> tuple[Slot, ...]:
    across = _barred(frame.columns, xs, ys)
    down = _barred(frame.rows, ys, xs)
    height, width = len(ys) - 1, len(xs) - 1
    owner: dict[tuple[int, int], int] = {}
    count = 0
    for row in range(height):
        for column in range(width):
            if (row, column) not in owner:
                for place in _reached((row, column), Walls(across, down, height, width)):
                    owner[place] = count
                count += 1
    groups: dict[int, list[tuple[int, int]]] = {}
    for place, number in sorted(owner.items()):
        groups.setdefault(number, []).append(place)
    return tuple(sorted(slot for places in groups.values() for slot in _rectangles(places)))


def _barred(
    borders: Sequence[Stroke], places: tuple[float, ...], along: tuple[float, ...]
) -> set[tuple[int, int]]:
    """(place, stretch) pairs where a border bars the way at a place along a stretch of the other axis."""
    lengths: dict[tuple[int, int], float] = {}
    for border in borders:
        place = min(range(len(places)), key=lambda i: abs(places[i] - border.at))
        for stretch in range(len(along) - 1):
            low, high = along[stretch], along[stretch + 1]
            covered = min(border.end + REACH, high) - max(border.start - REACH, low)
            if covered > 0:
                lengths[place, stretch] = lengths.get((place, stretch), 0.0) + covered / (high - low)
    return {key for key, part in lengths.items() if part >= _COVERED}


class Walls(NamedTuple):
    """Where a grid's slots are barred from their neighbours: (border, row) and (border, column) pairs."""

    across: set[tuple[int, int]]
    down: set[tuple[int, int]]
    height: int
    width: int

    def open_beside(self, place: tuple[int, int]) -> list[tuple[int, int]]:
        """The neighbours that no border parts from a slot."""
        row, column = place
        beside = (
            ((row, column + 1), (column + 1, row) in self.across),
            ((row, column - 1), (column, row) in self.across),
            ((row + 1, column), (row + 1, column) in self.down),
            ((row - 1, column), (row, column) in self.down),
        )
        return [
            (r, c) for (r, c), barred in beside if not barred and 0 <= r < self.height and 0 <= c < self.width
        ]


def _reached(start: tuple[int, int], walls: Walls) -> set[tuple[int, int]]:
    """Every slot that is reached from ``start`` without crossing a border."""
    waiting, seen = [start], {start}
    while waiting:
        for place in walls.open_beside(waiting.pop()):
            if place not in seen:
                seen.add(place)
                waiting.append(place)
    return seen


def _rectangles(places: list[tuple[int, int]]) -> list[Slot]:
    """Slots reached from one another as rectangles: one where they form one, else the fewest by rows."""
    by_row: dict[int, list[int]] = {}
    for row, column in places:
        by_row.setdefault(row, []).append(column)
    open_runs: dict[tuple[int, int], Slot] = {}
    done: list[Slot] = []
    for row in sorted(by_row):
        runs = _row_runs(by_row[row])
        done += [slot for key, slot in open_runs.items() if key not in runs]
        open_runs = {
            (first, last): _longer(open_runs.get((first, last)), row, first, last) for first, last in runs
        }
    return done + list(open_runs.values())


def _longer(slot: Slot | None, row: int, first: int, last: int) -> Slot:
    if slot is not None and slot.row + slot.rows == row:
        return slot._replace(rows=slot.rows + 1)
    return Slot(row, first, 1, last - first + 1)


def _row_runs(columns: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for column in sorted(columns):
        if runs and runs[-1][1] == column - 1:
            runs[-1] = (runs[-1][0], column)
        else:
            runs.append((column, column))
    return runs
