"""Turned text: the page is turned back by the text's own angle, so that every line reads left to right."""

from __future__ import annotations

from math import atan2, cos, degrees, radians, sin

from turntide.documents.document import Box


def turn_of(a: float, b: float) -> int:
    """The angle of a text matrix's writing direction, in whole degrees from 0 to 359, anticlockwise."""
    if b == 0 and a > 0:
        return 0
    angle = round(degrees(atan2(b, a))) % 360
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) <= 2 else angle


def turned_back(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point of the page (y downwards) in the frame where text of this turn lies level."""
    if turn == 0:
        return (x, y)
    if turn == 90:
        return (-y, x)
    if turn == 180:
        return (-x, -y)
    if turn == 270:
        return (y, -x)
    cosine, sine = cos(radians(turn)), sin(radians(turn))
    return (x * cosine - y * sine, x * sine + y * cosine)


def on_page(box: Box, turn: int) -> Box:
    """A box of the level frame as it lies on the page (the smallest upright box around it)."""
    if turn == 0:
        return box
    corners = [turned_back(x, y, -turn % 360) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))
