"""Strokes and fills → rulings: straight borders, snapped together, joined, and grouped into frames."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from turntide.documents.document import Box
from turntide.documents.pages.ink import Fill, Stroke
from turntide.documents.pages.lines import Line

SNAP = 2.6
"""Borders this near are one: a double line, or a thick one drawn as two edges."""
REACH = 3.0
"""A border that ends this near to another meets it."""
_DASH, _DASH_GAP = 14.0, 7.0
_SHORTEST = 5.0


class Frame(NamedTuple):
    """Borders that meet one another: lying (``rows``) and standing (``columns``)."""

    rows: tuple[Stroke, ...]
    columns: tuple[Stroke, ...]

    @property
    def box(self) -> Box:
        """The extent of all its borders."""
        lefts = [s.start for s in self.rows] + [s.at for s in self.columns]
        rights = [s.end for s in self.rows] + [s.at for s in self.columns]
        tops = [s.at for s in self.rows] + [s.start for s in self.columns]
        bottoms = [s.at for s in self.rows] + [s.end for s in self.columns]
        return (min(lefts), min(tops), max(rights), max(bottoms))


def joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Strokes snapped to common places, with the pieces of one border (dashes too) made one."""
    found: list[Stroke] = []
    for lying in (True, False):
        same_way = sorted((s for s in strokes if s.lying is lying), key=lambda s: (s.at, s.start, s.end))
        for level in _levels(same_way):
            found += _runs(level)
    return [stroke for stroke in found if stroke.end - stroke.start >= _SHORTEST]


def _levels(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    levels: list[list[Stroke]] = []
    for stroke in strokes:
        if levels and stroke.at - levels[-1][-1].at <= SNAP and stroke.at - levels[-1][0].at <= 2 * SNAP:
            levels[-1].append(stroke)
        else:
            levels.append([stroke])
    return levels


def _runs(level: Sequence[Stroke]) -> list[Stroke]:
    weight = sum(s.end - s.start for s in level) or 1.0
    at = sum(s.at * (s.end - s.start) for s in level) / weight
    runs: list[tuple[float, float]] = []
    last_length = 0.0
    for stroke in sorted(level, key=lambda s: (s.start, s.end)):
        length = stroke.end - stroke.start
        dashed = length <= _DASH and last_length <= _DASH
        if runs and stroke.start - runs[-1][1] <= (_DASH_GAP if dashed else REACH):
            runs[-1] = (runs[-1][0], max(runs[-1][1], stroke.end))
        else:
            runs.append((stroke.start, stroke.end))
        last_length = length
    return [Stroke(level[0].lying, at, start, end) for start, end in runs]


def meets(row: Stroke, column: Stroke) -> bool:
    """Whether a lying and a standing border touch or cross."""
    return (
        column.start - REACH <= row.at <= column.end + REACH
        and row.start - REACH <= column.at <= row.end + REACH
    )


def frames(strokes: Sequence[Stroke]) -> list[Frame]:
    """Borders grouped by meeting one another; a stroke that meets none is a frame of its own."""
    rows = [s for s in strokes if s.lying]
    columns = [s for s in strokes if not s.lying]
    parent = list(range(len(rows) + len(columns)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for i, row in enumerate(rows):
        for j, column in enumerate(columns, len(rows)):
            if meets(row, column):
                parent[max(root(i), root(j))] = min(root(i), root(j))
    groups: dict[int, list[Stroke]] = {}
    for at, stroke in enumerate([*rows, *columns]):
        groups.setdefault(root(at), []).append(stroke)
    return [
        Frame(tuple(s for s in group if s.lying), tuple(s for s in group if not s.lying))
        for _, group in sorted(groups.items())
    ]


def is_underline(stroke: Stroke, found: Sequence[Line]) -> bool:
    """Whether a lying stroke is ruled under some words: it begins and ends with them."""
    return any(
        -0.05 * line.size <= stroke.at - line.base <= 0.4 * line.size and _spans_words(stroke, line)
        for line in found
    )


def strikes(stroke: Stroke, line: Line) -> bool:
    """Whether a lying stroke runs through words of a line at half their height."""
    height = (line.base - stroke.at) / line.size
    return 0.12 <= height <= 0.48 and _spans_words(stroke, line)


def _spans_words(stroke: Stroke, line: Line) -> bool:
    starts = any(abs(word.x0 - stroke.start) <= 2.0 for word in line.words)
    ends = any(abs(word.x1 - stroke.end) <= 2.5 for word in line.words)
    return starts and ends


def largest(fills: Sequence[Fill]) -> list[Fill]:
    """Fills that lie in no other (Word fills a cell, and again behind each paragraph in it)."""
    ordered = sorted(set(fills), key=lambda f: (-(f.x1 - f.x0) * (f.bottom - f.top), f))
    kept: list[Fill] = []
    for fill in ordered:
        if not any(_holds(other, fill) for other in kept):
            kept.append(fill)
    return sorted(kept, key=lambda f: (f.top, f.x0))


def _holds(outer: Fill, inner: Fill) -> bool:
    return (
        outer.x0 - 1 <= inner.x0
        and outer.top - 1 <= inner.top
        and outer.x1 + 1 >= inner.x1
        and outer.bottom + 1 >= inner.bottom
    )


def outlines(fills: Sequence[Fill]) -> list[Stroke]:
    """The borders of fills that lie side by side as cells do, where no lines are drawn around them."""
    tiles = [fill for fill in fills if any(_beside(fill, other) for other in fills if other is not fill)]
    return [side for tile in tiles for side in _sides(tile)]


def bands(fills: Sequence[Fill], width: float) -> list[Stroke]:
    """The upper and lower borders of fills that run right across a table: every other row shaded."""
    wide = [fill for fill in fills if fill.x1 - fill.x0 >= 0.3 * width and fill.bottom - fill.top <= 300]
    return [side for fill in wide for side in _sides(fill) if side.lying]


def _sides(fill: Fill) -> tuple[Stroke, ...]:
    return (
        Stroke(True, fill.top, fill.x0, fill.x1),
        Stroke(True, fill.bottom, fill.x0, fill.x1),
        Stroke(False, fill.x0, fill.top, fill.bottom),
        Stroke(False, fill.x1, fill.top, fill.bottom),
    )


def _beside(one: Fill, other: Fill) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    touching = min(abs(one.x1 - other.x0), abs(other.x1 - one.x0)) <= SNAP
    return touching and shared >= 0.6 * min(one.bottom - one.top, other.bottom - other.top)
