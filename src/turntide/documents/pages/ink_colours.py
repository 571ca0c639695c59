"""The colours of a PDF's ink."""

from __future__ import annotations


def hex_colour(colour: object) -> str:
    """A colour of a PDF (grey, RGB or CMYK, each from 0 to 1) as '#rrggbb'; empty where it is a pattern."""
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    if not all(isinstance(part, int | float) for part in parts):
        return ""
    values = [min(1.0, max(0.0, float(part))) for part in parts]
    if len(values) == 1:
        values *= 3
    if len(values) == 4:
        values = [(1 - values[i]) * (1 - values[3]) for i in range(3)]
    return "#" + "".join(f"{round(value * 255):02x}" for value in values) if len(values) == 3 else ""
