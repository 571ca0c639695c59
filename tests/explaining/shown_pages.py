"""Readings to explain, and the page as elements."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from turntide import read_document
from turntide.explaining.page import to_html
from turntide.explaining.parts import WHOLE, Part
from turntide.reading.trace import Reading

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SHOWN = (
    "tarrow-active-plan.docx",
    "wexcombe-year-plan.pdf",
    "wexcombe-year-plan.xlsx",
    "tarrow-active-plan.txt",
)


def reading(name: str) -> Reading:
    """An example, read."""
    return read_document(EXAMPLES / name)


def page(read: Reading, part: Part = WHOLE) -> html.HtmlElement:
    """The page that explains a reading, as elements."""
    return html.document_fromstring(to_html(read, part))
