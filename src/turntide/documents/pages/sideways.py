"""A page printed sideways: where nearly all its text is turned one way, the whole page is turned upright."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from turntide.documents.document import Box
from turntide.documents.pages.ink import Fill, Glyph, Ink, Stroke
from turntide.documents.pages.rotation import turned_back

_MOSTLY = 0.8
"""A page is sideways when this share of its characters is turned the same quarter."""

Move = Callable[[float, float], tuple[float, float]]


def upright(ink: Ink) -> Ink:
    """The page as a reader would hold it. Places are then those of the page so turned."""
    turn, count = max(
        Counter(glyph.turn for glyph in ink.glyphs).items(), key=lambda each: each[1], default=(0, 0)
    )
    if turn not in (90, 180, 270) or count < _MOSTLY * len(ink.glyphs):
        return ink
    right = {90: ink.height, 180: ink.width, 270: 0.0}[turn]
    down = {90: 0.0, 180: ink.height, 270: ink.width}[turn]

    def move(x: float, y: float) -> tuple[float, float]:
        level_x, level_y = turned_back(x, y, turn)
        return (level_x + right, level_y + down)

    return ink._replace(
        width=ink.width if turn == 180 else ink.height,
        height=ink.height if turn == 180 else ink.width,
        glyphs=tuple(_glyph(glyph, turn, move) for glyph in ink.glyphs),
        strokes=tuple(_stroke(stroke, move) for stroke in ink.strokes),
        fills=tuple(Fill(*_box(fill.box, move), fill.colour) for fill in ink.fills),
        pictures=tuple(_box(box, move) for box in ink.pictures),
        remarks=tuple(remark._replace(box=_box(remark.box, move)) for remark in ink.remarks),
    )


def _glyph(glyph: Glyph, turn: int, move: Move) -> Glyph:
    left = (glyph.turn - turn) % 360
    x0, base = turned_back(*move(*turned_back(glyph.x0, glyph.base, -glyph.turn % 360)), left)
    return glyph._replace(x0=x0, x1=x0 + glyph.x1 - glyph.x0, base=base, turn=left)


def _stroke(stroke: Stroke, move: Move) -> Stroke:
    ends = (stroke.start, stroke.end)
    points = [move(end, stroke.at) if stroke.lying else move(stroke.at, end) for end in ends]
    box = _around(points)
    if box[2] - box[0] >= box[3] - box[1]:
        return Stroke(True, box[1], box[0], box[2])
    return Stroke(False, box[0], box[1], box[3])


def _box(box: Box, move: Move) -> Box:
    return _around([move(box[0], box[1]), move(box[2], box[3])])


def _around(points: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))
