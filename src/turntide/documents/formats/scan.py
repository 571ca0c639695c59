"""Scanned pages: text recognition gives words with their places, which then go the way of any page's glyphs.

Needs the extra ``ocr`` (rapidocr with its models in the package); nothing is fetched.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from turntide.documents.pages.ink import ASCENT, DESCENT, Glyph, Ink, Stroke

_DOTS_PER_INCH = 200
_POINTS = 72 / _DOTS_PER_INCH
_DARK = 128
"""A pixel below this grey (0 black, 255 white) is ink."""
_LONGEST_GAP = 3
"""Pixels a ruling may fade for and still be one."""
_SHORTEST_RULE = 40
"""Pixels (14 points) a line of ink must run straight to be a ruling: longer than any stroke of a letter."""
_BOX_MARGIN = 0.86
"""Boxes of recognised text are taller than its type: the type's size in parts of their height."""


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
        return Ink(number, width, height, _glyphs(self._recognised(picture)), _rulings(picture), ())

    def _recognised(self, picture: Any) -> list[tuple[Any, str]]:
        found, _ = self._engine(picture)
        return [(corners, text) for corners, text, _ in found or []]


def _glyphs(found: Sequence[tuple[Any, str]]) -> tuple[Glyph, ...]:
    """Each recognised line's characters, spread evenly over its box."""
    glyphs: list[Glyph] = []
    for corners, text in _levelled(found):
        x0, top, x1, bottom = corners
        size = _BOX_MARGIN * (bottom - top) / (ASCENT + DESCENT)
        base = (top + bottom) / 2 + (ASCENT - DESCENT) / 2 * size
        step = (x1 - x0) / max(len(text), 1)
        glyphs += [
            Glyph(sign, x0 + at * step, x0 + (at + 1) * step, base, size) for at, sign in enumerate(text)
        ]
    return tuple(glyphs)


Box = tuple[float, float, float, float]


def _levelled(found: Sequence[tuple[Any, str]]) -> list[tuple[Box, str]]:
    """Boxes in points, those side by side brought to one height (recognition places them a little unevenly)."""
    boxes = sorted((_upright(corners), text) for corners, text in found if text.strip())
    boxes.sort(key=lambda each: (each[0][1] + each[0][3], each[0][0]))
    rows: list[list[tuple[Box, str]]] = []
    for box, text in boxes:
        middle = (box[1] + box[3]) / 2
        if rows and middle - sum(rows[-1][0][0][1::2]) / 2 <= 0.3 * (box[3] - box[1]):
            rows[-1].append((box, text))
        else:
            rows.append([(box, text)])
    return [each for row in rows for each in _at_one_height(row)]


def _at_one_height(row: list[tuple[Box, str]]) -> list[tuple[Box, str]]:
    tops, bottoms = sorted(box[1] for box, _ in row), sorted(box[3] for box, _ in row)
    top, bottom = tops[len(tops) // 2], bottoms[len(bottoms) // 2]
    return [((box[0], top, box[2], bottom), text) for box, text in row]


def _upright(corners: Any) -> Box:
    xs = [float(x) * _POINTS for x, _ in corners]
    ys = [float(y) * _POINTS for _, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))


def _rulings(picture: Any) -> tuple[Stroke, ...]:
    """Long straight runs of dark pixels, lying and standing."""
    dark = picture.min(axis=2) < _DARK
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
