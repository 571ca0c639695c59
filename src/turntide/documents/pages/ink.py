"""What is drawn on a page: glyphs, strokes, fills and pictures, in points from the page's top left corner."""

from __future__ import annotations

from typing import NamedTuple

from turntide.documents.document import Box

ASCENT, DESCENT = 0.78, 0.22
"""How far type reaches above and below its baseline, in parts of its size; fonts' own figures are unreliable."""


class Style(NamedTuple):
    """How a glyph is set; ``colour`` is '#rrggbb', empty for black."""

    bold: bool = False
    italic: bool = False
    colour: str = ""


PLAIN = Style()


class Glyph(NamedTuple):
    """One drawn character: its extent along its baseline, and the baseline's place.

    ``turn`` is the angle of its line in whole degrees, anticlockwise; x and base are those of the page turned
    back by it, so that every line reads from left to right.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    style: Style = PLAIN
    turn: int = 0


class Stroke(NamedTuple):
    """A straight line along an axis; ``at`` is its y when it lies, its x when it stands."""

    lying: bool
    at: float
    start: float
    end: float


class Fill(NamedTuple):
    """A filled rectangle and its colour, '#rrggbb'."""

    x0: float
    top: float
    x1: float
    bottom: float
    colour: str

    @property
    def box(self) -> Box:
        """Its four sides."""
        return (self.x0, self.top, self.x1, self.bottom)


class Remark(NamedTuple):
    """A comment or a form field's value that lies on a page beside its text."""

    text: str
    box: Box
    comment: bool


class Ink(NamedTuple):
    """All that is drawn on one page; ``number`` counts from 1."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    strokes: tuple[Stroke, ...]
    fills: tuple[Fill, ...]
    pictures: tuple[Box, ...] = ()
    remarks: tuple[Remark, ...] = ()


def inside(x: float, y: float, box: Box, slack: float = 0.0) -> bool:
    """Whether a point lies in a box, or within ``slack`` points of it."""
    return box[0] - slack <= x <= box[2] + slack and box[1] - slack <= y <= box[3] + slack


def around(boxes: list[Box]) -> Box:
    """The smallest box that holds them all. Raises ValueError for none."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
