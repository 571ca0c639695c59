"""Scanned pages: text recognition gives words with their places, which then go the way of any page's glyphs.

Needs the extra ``ocr`` (rapidocr with its models in the package); nothing is fetched.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any, NamedTuple

from turntide.documents.pages.ink import ASCENT, DESCENT, Glyph, Ink, Stroke

_DOTS_PER_INCH = 200
_POINTS = 72 / _DOTS_PER_INCH
_DARK = 128
"""A pixel below this grey (0 black, 255 white) is ink."""
_LONGEST_GAP = 3
"""Pixels a ruling may fade for and still be one."""
_SHORTEST_RULE = 40
"""Pixels (14 points) a line of ink must run straight to be a ruling: longer than any stroke of a letter."""
_WORD_GAP = 0.18
"""A gap of this part of the type's size parts words."""
_POINT_GAP = 0.3
"""A gap up to this part of the type's size parts no words beside a decimal point: '2. 1' is 2.1."""
_ABOVE, _BELOW = 0.22, 0.15
"""The upper and lower parts of a line's box where its neighbours' type may reach in."""
_BOX_MARGIN = 0.86
"""Boxes of recognised text are taller than its type: the type's size in parts of their height."""

Box = tuple[float, float, float, float]
Spread = tuple[tuple[float, float], str]
"""A stretch of ink, from its first to its last pixel, and the characters in it."""


class Scan:
    """The pages of a PDF, read as pictures."""

    def __init__(self, content: bytes) -> None:
        import pypdfium2
        from rapidocr_onnxruntime import RapidOCR

        logging.getLogger("rapidocr_onnxruntime").setLevel(logging.CRITICAL)
        self._document = pypdfium2.PdfDocument(content)
        self._engine = RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1)

    def ink(self, number: int) -> Ink:
        """What stands on a page, from 1, as glyphs and rulings."""
        page = self._document[number - 1]
        width, height = page.get_size()
        picture = page.render(scale=1 / _POINTS).to_numpy()[:, :, :3]
        page.close()
        dark = picture.min(axis=2) < _DARK
        return Ink(number, width, height, _glyphs(self._recognised(picture), dark), _rulings(dark), ())

    def _recognised(self, picture: Any) -> list[Recognised]:
        found, _ = self._engine(picture, return_word_box=True, use_cls=False)
        return [
            Recognised(_upright(line[0]), tuple(line[4]), tuple(_middle(box) for box in line[3]))
            for line in found or []
            if line[1].strip()
        ]


class Recognised(NamedTuple):
    """One line of recognised text: its box in pixels, its characters, and the middle of each."""

    box: Box
    signs: tuple[str, ...]
    middles: tuple[float, ...]


def _upright(corners: Any) -> Box:
    xs, ys = [float(x) for x, _ in corners], [float(y) for _, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))


def _middle(corners: Any) -> float:
    xs = [float(x) for x, _ in corners]
    return (min(xs) + max(xs)) / 2


def _glyphs(found: Sequence[Recognised], dark: Any) -> tuple[Glyph, ...]:
    """The characters of each line, spread evenly over the ink of each of its words."""
    glyphs: list[Glyph] = []
    for line in _levelled(found):
        size = _BOX_MARGIN * (line.box[3] - line.box[1]) / (ASCENT + DESCENT)
        base = (line.box[1] + line.box[3]) / 2 + (ASCENT - DESCENT) / 2 * size
        words = _words(line, _inked(line.box, dark, _WORD_GAP * size))
        for (first, end), signs in _with_points(words, _POINT_GAP * size):
            step = (end - first) / len(signs)
            for at, sign in enumerate(signs):
                x0, x1 = first + at * step, first + (at + 1) * step
                glyphs.append(Glyph(sign, x0 * _POINTS, x1 * _POINTS, base * _POINTS, size * _POINTS))
    return tuple(glyphs)


def _inked(box: Box, dark: Any, gap: float) -> list[tuple[float, float]]:
    """The stretches of a line's box that hold ink without a gap as wide as a space."""
    import numpy

    left, right = max(round(box[0]), 0), round(box[2])
    height = box[3] - box[1]
    crop = dark[max(round(box[1] + _ABOVE * height), 0) : round(box[3] - _BELOW * height), left:right]
    if crop.size == 0:
        return []
    columns = (~crop if crop.mean() > 0.5 else crop).any(axis=0)
    at = numpy.flatnonzero(columns) + left
    if not at.size:
        return []
    cuts = numpy.flatnonzero(numpy.diff(at) > gap)
    firsts, ends = [at[0], *at[cuts + 1]], [*at[cuts], at[-1]]
    return [(float(first), float(end) + 1) for first, end in zip(firsts, ends, strict=True)]


def _words(line: Recognised, inked: Sequence[tuple[float, float]]) -> list[Spread]:
    """A line's characters shared out over its stretches of ink, each to the nearest."""
    places = list(inked) or [(line.box[0], line.box[2])]
    held = [""] * len(places)
    for sign, middle in zip(line.signs, line.middles, strict=False):
        nearest = min(
            range(len(places)), key=lambda at: max(places[at][0] - middle, middle - places[at][1], 0)
        )
        held[nearest] += sign
    return [(place, signs.strip()) for place, signs in zip(places, held, strict=True) if signs.strip()]


def _with_points(words: Sequence[Spread], gap: float) -> list[Spread]:
    """Words with what stands close to both sides of a decimal point made one."""
    joined: list[Spread] = []
    for (first, end), signs in words:
        last, before = joined[-1] if joined else ((0.0, 0.0), "")
        numeric = before[-1:] + signs[:1]
        if first - last[1] <= gap and "." in numeric and numeric.strip(".").isdigit():
            joined[-1] = ((last[0], end), before + signs)
        else:
            joined.append(((first, end), signs))
    return joined


def _levelled(found: Sequence[Recognised]) -> list[Recognised]:
    """Lines side by side brought to one height, as recognition places them a little unevenly."""
    rows: list[list[Recognised]] = []
    for line in sorted(found, key=lambda each: (each.box[1] + each.box[3], each.box[0])):
        middle = (line.box[1] + line.box[3]) / 2
        if rows and middle - sum(rows[-1][0].box[1::2]) / 2 <= 0.3 * (line.box[3] - line.box[1]):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in _at_one_height(row)]


def _at_one_height(row: list[Recognised]) -> list[Recognised]:
    tops, bottoms = sorted(line.box[1] for line in row), sorted(line.box[3] for line in row)
    top, bottom = tops[len(tops) // 2], bottoms[len(bottoms) // 2]
    return [line._replace(box=(line.box[0], top, line.box[2], bottom)) for line in row]


def _rulings(dark: Any) -> tuple[Stroke, ...]:
    """Long straight runs of dark pixels, lying and standing."""
    lying = _runs(dark)
    standing = _runs(dark.T)
    return tuple(
        [Stroke(True, at * _POINTS, start * _POINTS, end * _POINTS) for at, start, end in lying]
        + [Stroke(False, at * _POINTS, start * _POINTS, end * _POINTS) for at, start, end in standing]
    )


def _runs(dark: Any) -> list[tuple[int, int, int]]:
    """(row, first, end) of each run of dark pixels in each row that is long enough for a ruling."""
    import numpy

    found: list[tuple[int, int, int]] = []
    for row in numpy.flatnonzero(dark.sum(axis=1) >= _SHORTEST_RULE).tolist():
        at = numpy.flatnonzero(dark[row])
        cuts = numpy.flatnonzero(numpy.diff(at) > _LONGEST_GAP)
        firsts = [int(at[0]), *at[cuts + 1].tolist()]
        ends = [*at[cuts].tolist(), int(at[-1])]
        found += [
            (row, first, end)
            for first, end in zip(firsts, ends, strict=True)
            if end - first >= _SHORTEST_RULE
        ]
    return found
