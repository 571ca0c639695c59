"""Drawn paths as straight lines and upright rectangles: rulings and shaded cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from turntide.documents.document import Box
from turntide.documents.pages.ink import Stroke

Point = tuple[float, float]

THIN = 3.5
"""A filled rectangle up to this many points thick is a line drawn as a rectangle (Word's borders are 0.5 to 3)."""
SLANT = 0.6
"""Points by which the ends of a line along an axis may differ across it."""


def outlines(path: Sequence[Any], place: Callable[[Sequence[float]], Point]) -> Iterator[list[Point]]:
    """The path's runs of straight sides, placed on the page; a curve ends one run and begins the next."""
    points: list[Point] = []
    start: Point | None = None
    for operator, *operands in path:
        if operator == "h":
            points += [start] if start is not None else []
            continue
        at = place(operands[-2:])
        if operator != "l":
            yield points
            points = []
        if operator == "m":
            start = at
        points.append(at)
    yield points


def is_thin(box: Box) -> bool:
    """Whether a filled rectangle is a line drawn as one."""
    x0, top, x1, bottom = box
    return min(x1 - x0, bottom - top) <= THIN


def line_in(box: Box) -> Iterator[Stroke]:
    """The line that a thin rectangle stands for; none where it is a dot."""
    x0, top, x1, bottom = box
    wide, high = x1 - x0, bottom - top
    if wide > high:
        yield Stroke(True, (top + bottom) / 2, x0, x1)
    elif high > wide:
        yield Stroke(False, (x0 + x1) / 2, top, bottom)


def sides(points: Sequence[Point]) -> Iterator[Stroke]:
    """The sides of an outline that lie or stand."""
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        if abs(y1 - y0) <= SLANT and abs(x1 - x0) > SLANT:
            yield Stroke(True, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
        elif abs(x1 - x0) <= SLANT and abs(y1 - y0) > SLANT:
            yield Stroke(False, (x0 + x1) / 2, min(y0, y1), max(y0, y1))


def rectangle(points: Sequence[Point]) -> Box | None:
    """The box of an outline that is an upright rectangle."""
    if len(points) not in (4, 5, 6):
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    on_corner = all(
        min(abs(x - box[0]), abs(x - box[2])) < SLANT and min(abs(y - box[1]), abs(y - box[3])) < SLANT
        for x, y in points
    )
    return box if on_corner and len(set(points)) >= 4 else None
