"""How a field of a drawing is filled: a pattern and an ink, so that it is told apart without colour too. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from turntide.web.reporting.pictures.hatching import WEIGHTS, Field, Pattern, strokes_of
from turntide.web.reporting.pictures.strokes import (
    AMBER,
    BLUE,
    BRICK,
    GREY,
    INK,
    PAPER,
    SEA,
    TEAL,
    box,
    path,
)

TONES = {"grey": GREY, "teal": TEAL, "blue": BLUE, "red": BRICK, "amber": AMBER, "green": SEA}
_PATTERNS: dict[str, Pattern] = {
    "dashed": "falling",
    "hollow": "plain",
    "quarter": "dots",
    "half": "rising",
    "ring": "level",
    "tick": "solid",
    "bars": "upright",
    "square": "grid",
    "join": "crossed",
    "diamond": "crossed",
    "triangle": "rising",
    "disc": "level",
    "clock": "dots",
    "slash": "crossed",
    "none": "plain",
}
"""The pattern that goes with the shape of a status: shapes of one axis have different ones."""
_THIN = 4.0
"""A field lower or narrower than this many points is filled solid: a pattern would not be seen."""


@dataclass(frozen=True, slots=True)
class Look:
    """A pattern in an ink; ``dashes``: its edge is dashed."""

    pattern: Pattern
    ink: str
    dashes: str | None = None


def look_of(shape: str, tone: str, *, colours: bool = True) -> Look:
    """How a status is filled; without colours in ink alone."""
    ink = TONES.get(tone, GREY) if colours or tone == "grey" else INK
    return Look(_PATTERNS.get(shape, "plain"), ink, "3 2" if shape == "dashed" else None)


def filled(x: float, y: float, width: float, height: float, look: Look) -> str:
    """A field with an edge; it keeps a little distance to its neighbours."""
    field = Field(x + 0.7, y + 0.7, max(width - 1.4, 0.8), max(height - 1.4, 0.8))
    if min(field.width, field.height) < _THIN and look.pattern != "plain":
        return box(*field.sides, fill=look.ink)
    ground = look.ink if look.pattern == "solid" else PAPER
    edge = box(*field.sides, fill=ground, stroke=look.ink, weight=1, dashes=look.dashes)
    strokes = " ".join(strokes_of(look.pattern, field))
    return edge + (path(strokes, stroke=look.ink, weight=WEIGHTS[look.pattern]) if strokes else "")
