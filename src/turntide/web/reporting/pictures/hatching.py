"""The strokes that fill a field. Pure.

They are drawn as lines that end at the field's edge: SVG's own patterns are drawn differently, or not at all, by some
of the programs that a paper must open in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from turntide.web.reporting.pictures.strokes import number

Pattern = Literal["solid", "rising", "falling", "crossed", "level", "upright", "grid", "dots", "plain"]
Stroke = tuple[float, float, float, float]
_APART: dict[Pattern, float] = {
    "rising": 6.0,
    "falling": 4.0,
    "crossed": 4.5,
    "level": 3.0,
    "upright": 4.0,
    "grid": 4.5,
    "dots": 4.0,
}
"""How far the strokes of a pattern are apart, in points."""
WEIGHTS: dict[Pattern, float] = {
    "rising": 2.4,
    "falling": 0.6,
    "crossed": 1.0,
    "level": 1.1,
    "upright": 1.2,
    "grid": 1.6,
    "dots": 1.6,
}
"""How heavy they are, in points. Patterns without an entry have no strokes."""


@dataclass(frozen=True, slots=True)
class Field:
    """A part of the sheet to be filled."""

    x: float
    y: float
    width: float
    height: float

    @property
    def sides(self) -> Stroke:
        """Where it begins, how wide and how high it is."""
        return self.x, self.y, self.width, self.height


def strokes_of(pattern: Pattern, field: Field) -> Iterator[str]:
    """The strokes of a pattern over a field, as commands of a path."""
    for from_x, from_y, to_x, to_y in _strokes(pattern, field):
        yield f"M{number(from_x)} {number(from_y)}L{number(to_x)} {number(to_y)}"


def _strokes(pattern: Pattern, field: Field) -> Iterator[Stroke]:
    apart = _APART.get(pattern, 0)
    if pattern in ("rising", "crossed"):
        yield from _rising(field, apart)
    if pattern in ("falling", "crossed"):
        yield from _falling(field, apart)
    if pattern in ("level", "grid"):
        yield from ((field.x, at, field.x + field.width, at) for at in _steps(field.y, field.height, apart))
    if pattern in ("upright", "grid"):
        yield from ((at, field.y, at, field.y + field.height) for at in _steps(field.x, field.width, apart))
    if pattern == "dots":
        yield from _dots(field, apart)


def _rising(field: Field, apart: float) -> Iterator[Stroke]:
    """Lines at 45 degrees, from the left or lower edge to the upper or right one."""
    for far in _steps(0, field.width + field.height, apart):
        left, right = max(0.0, far - field.height), min(far, field.width)
        yield field.x + left, field.y + far - left, field.x + right, field.y + far - right


def _falling(field: Field, apart: float) -> Iterator[Stroke]:
    """The same turned upside down."""
    middle = 2 * field.y + field.height
    for from_x, from_y, to_x, to_y in _rising(field, apart):
        yield from_x, middle - from_y, to_x, middle - to_y


def _dots(field: Field, apart: float) -> Iterator[Stroke]:
    for row, y in enumerate(_steps(field.y, field.height, apart * 0.75)):
        for x in _steps(field.x, field.width - 0.6, apart):
            moved = x + (row % 2) * apart / 2
            if moved < field.x + field.width - 0.8:
                yield moved - 0.8, y, moved + 0.8, y


def _steps(begin: float, length: float, apart: float) -> Iterator[float]:
    at = begin + apart / 2
    while at < begin + length - 0.3:
        yield at
        at += apart
