"""Comments and form fields' values, which a PDF keeps beside the page's own text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from turntide.documents.document import Box
from turntide.documents.pages.ink import Remark

_COMMENTS = {"Text", "FreeText", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret", "Stamp"}
_STACKED = 20
"""How deep a form's fields are followed to their parents; a file that goes deeper goes round in a circle."""


def remarks_of(page: PDFPage, height: float) -> tuple[Remark, ...]:
    """The page's comments and filled-in fields, from top to bottom."""
    found = [remark for note in _annotations(page) if (remark := _remark(note, height)) is not None]
    return tuple(sorted(found, key=lambda remark: (remark.box[1], remark.box[0], remark.text)))


def _annotations(page: PDFPage) -> Iterator[dict[str, Any]]:
    for reference in resolve1(page.annots) or ():
        note = resolve1(reference)
        if isinstance(note, dict):
            yield note


def _remark(note: dict[str, Any], height: float) -> Remark | None:
    kind = resolve1(note.get("Subtype"))
    name = kind.name if isinstance(kind, PSLiteral) else ""
    box = _box(resolve1(note.get("Rect")), height)
    text = _text(note.get("Contents")) if name in _COMMENTS else _value(note) if name == "Widget" else ""
    return Remark(text, box, name != "Widget") if text and box else None


def _box(rectangle: object, height: float) -> Box | None:
    if not isinstance(rectangle, list) or len(rectangle) != 4:
        return None
    sides = [resolve1(side) for side in rectangle]
    if not all(isinstance(side, int | float) for side in sides):
        return None
    x0, y0, x1, y1 = (float(side) for side in sides)
    return (min(x0, x1), height - max(y0, y1), max(x0, x1), height - min(y0, y1))


def _value(field: dict[str, Any]) -> str:
    """A field's value, which its parent may hold; a tick box says its state, and 'Off' says nothing."""
    at: object = field
    for _ in range(_STACKED):
        if not isinstance(at, dict):
            return ""
        value = resolve1(at.get("V"))
        if value is not None:
            return "" if isinstance(value, PSLiteral) else _text(value)
        at = resolve1(at.get("Parent"))
    return ""


def _text(value: object) -> str:
    resolved = resolve1(value)
    text = (
        decode_text(resolved)
        if isinstance(resolved, bytes)
        else resolved
        if isinstance(resolved, str)
        else ""
    )
    return "\n".join(line.strip() for line in text.replace("\r", "\n").split("\n") if line.strip())
