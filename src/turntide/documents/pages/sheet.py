"""One page taken apart: its drawn tables with the lines in each cell, and the lines outside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import NamedTuple

from turntide.documents.document import Box
from turntide.documents.pages.grid import Grid, Slot, grid_of
from turntide.documents.pages.ink import ASCENT, DESCENT, Fill, Ink, Stroke, inside
from turntide.documents.pages.lines import Line, Word, joined_across, lines
from turntide.documents.pages.rotation import on_page
from turntide.documents.pages.rulings import (
    Frame,
    bands,
    frames,
    is_underline,
    joined,
    largest,
    outlines,
    strikes,
)

_PAGE_WIDE = 0.85
"""A fill over this share of the page in both directions is the page's background."""
_MOST_STROKES = 4000
"""More strokes than this are a drawing, not a table's borders."""


class Ruled(NamedTuple):
    """A drawn table: its grid, and the lines of each cell."""

    grid: Grid
    cells: tuple[tuple[Slot, tuple[Line, ...]], ...]


class Boxed(NamedTuple):
    """Lines within a frame that has no cells."""

    box: Box
    lines: tuple[Line, ...]


class Sheet(NamedTuple):
    """A page taken apart. ``rules`` are lying strokes that meet no standing one."""

    ink: Ink
    tables: tuple[Ruled, ...]
    boxes: tuple[Boxed, ...]
    outside: tuple[Line, ...]
    rules: tuple[Stroke, ...]


def sheet_of(ink: Ink) -> Sheet:
    """Take a page apart."""
    found = lines(ink.glyphs)
    borders, struck = _sorted_strokes(ink, found)
    found = [_with_strikes(line, struck) for line in found] if struck else found
    framed, rules = _frames(ink, borders)
    grids = [grid for frame in framed if (grid := grid_of(frame)) is not None]
    return _shared_out(ink, found, _apart(grids), rules)


def _sorted_strokes(ink: Ink, found: Sequence[Line]) -> tuple[list[Stroke], list[Stroke]]:
    """A page's strokes as borders, and those that strike words out; underlines belong to neither."""
    if len(ink.strokes) > _MOST_STROKES:
        return ([], [])
    near = _lines_near([line for line in found if line.turn == 0])
    lying = [s for s in ink.strokes if s.lying]
    struck = [s for s in lying if any(strikes(s, line) for line in near(s))]
    through = set(struck)
    under = {s for s in lying if s not in through and is_underline(s, near(s))}
    gone = under | through
    return ([s for s in ink.strokes if s not in gone], struck)


def _lines_near(level: Sequence[Line]) -> Callable[[Stroke], Sequence[Line]]:
    """The lines whose baseline is no further from a stroke than their type is high; others it cannot touch."""
    ordered = sorted(level, key=attrgetter("base"))
    bases = [line.base for line in ordered]
    reach = max((line.size for line in ordered), default=0.0)
    return lambda s: ordered[bisect_left(bases, s.at - reach) : bisect_right(bases, s.at + reach)]


def _with_strikes(line: Line, struck: Sequence[Stroke]) -> Line:
    hits = [s for s in struck if strikes(s, line)] if line.turn == 0 else []
    if not hits:
        return line
    words = [word._replace(struck=_is_struck(word, hits)) for word in line.words]
    return Line(words, line.turn)


def _is_struck(word: Word, hits: Sequence[Stroke]) -> bool:
    middle = (word.x0 + word.x1) / 2
    return any(s.start <= middle <= s.end for s in hits)


def _frames(ink: Ink, borders: Sequence[Stroke]) -> tuple[list[Frame], list[Stroke]]:
    """The frames of drawn borders, then those of fills that tile where no borders stand; and the lone rules."""
    drawn = frames(joined(borders))
    whole = [frame for frame in drawn if frame.columns and frame.rows and len(frame.columns) > 1]
    fills = [fill for fill in _cell_fills(ink) if not any(_covers(frame.box, fill) for frame in whole)]
    rest = [stroke for frame in drawn if frame not in whole for stroke in (*frame.rows, *frame.columns)]
    again = frames(joined([*rest, *outlines(fills)]))
    tiled = [frame for frame in again if frame.columns and frame.rows]
    lone = [stroke for frame in again if frame not in tiled for stroke in frame.rows]
    return (whole + tiled, joined([*lone, *bands(fills, ink.width)]))


def _cell_fills(ink: Ink) -> list[Fill]:
    small = [
        fill
        for fill in ink.fills
        if fill.x1 - fill.x0 < _PAGE_WIDE * ink.width or fill.bottom - fill.top < _PAGE_WIDE * ink.height
    ]
    return largest(small) if len(small) <= _MOST_STROKES else []


def _covers(box: Box, fill: Fill) -> bool:
    return inside((fill.x0 + fill.x1) / 2, (fill.top + fill.bottom) / 2, box, 2.0)


def _apart(grids: Sequence[Grid]) -> list[Grid]:
    """Grids from the top down; one that lies within a cell of another is left to it."""
    kept: list[Grid] = []
    for grid in sorted(grids, key=lambda g: -(g.box[2] - g.box[0]) * (g.box[3] - g.box[1])):
        x, y = (grid.box[0] + grid.box[2]) / 2, (grid.box[1] + grid.box[3]) / 2
        if not any(len(other.slots) > 1 and inside(x, y, other.box) for other in kept):
            kept.append(grid)
    return sorted(kept, key=lambda g: (g.box[1], g.box[0]))


def _shared_out(ink: Ink, found: Sequence[Line], grids: Sequence[Grid], rules: Sequence[Stroke]) -> Sheet:
    """Every line in the cell where it stands, or outside."""
    tabular = [grid for grid in grids if len(grid.slots) > 1]
    held: list[dict[Slot, list[Line]]] = [{slot: [] for slot in grid.slots} for grid in tabular]
    owners = [_owners(grid) for grid in tabular]
    outside: list[Line] = []
    for line in found:
        for place, part in _parts(line, tabular):
            if place is None:
                outside.append(part)
            else:
                held[place[0]][owners[place[0]][place[1:]]].append(part)
    tables: list[Ruled] = []
    for grid, cells in zip(tabular, held, strict=True):
        if sum(1 for inner in cells.values() if inner) > 1:
            tables.append(
                Ruled(grid, tuple((slot, tuple(joined_across(cells[slot]))) for slot in grid.slots))
            )
        else:
            outside += [line for inner in cells.values() for line in inner]
    boxes, free = _boxed(outside, [grid.box for grid in grids if len(grid.slots) == 1])
    return Sheet(ink, tuple(tables), boxes, free, tuple(rules))


def _owners(grid: Grid) -> dict[tuple[int, int], Slot]:
    return {
        (row, column): slot
        for slot in grid.slots
        for row in range(slot.row, slot.row + slot.rows)
        for column in range(slot.column, slot.column + slot.columns)
    }


Place = tuple[int, int, int]


def _parts(line: Line, grids: Sequence[Grid]) -> list[tuple[Place | None, Line]]:
    """A line parted where it passes from one cell to another, or out of a table."""
    if line.turn % 90:
        return [(None, line)]
    parts: list[tuple[Place | None, list[Word]]] = []
    for word in line.words:
        place = _place(word, line.turn, grids)
        if parts and parts[-1][0] == place:
            parts[-1][1].append(word)
        else:
            parts.append((place, [word]))
    return [(place, Line(words, line.turn)) for place, words in parts]


def _place(word: Word, turn: int, grids: Sequence[Grid]) -> Place | None:
    """The grid, row and column where a word begins (a long word may hang over its cell's border)."""
    length = min(word.x1 - word.x0, word.size)
    top, bottom = word.base - ASCENT * word.size, word.base + DESCENT * word.size
    box = on_page((word.x0, top, word.x0 + length, bottom), turn)
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for at, grid in enumerate(grids):
        if inside(x, y, grid.box):
            return (at, *grid.at(x, y))
    return None


def _boxed(found: Sequence[Line], boxes: Sequence[Box]) -> tuple[tuple[Boxed, ...], tuple[Line, ...]]:
    """Lines within frames that have no cells, by frame; and the rest."""
    held: list[list[Line]] = [[] for _ in boxes]
    free: list[Line] = []
    for line in found:
        box = line.box
        at = next(
            (
                i
                for i, frame in enumerate(boxes)
                if inside((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, frame)
            ),
            None,
        )
        (free if at is None or line.turn % 90 else held[at]).append(line)
    full = tuple(Boxed(box, tuple(inner)) for box, inner in zip(boxes, held, strict=True) if inner)
    return (full, tuple(free))
