"""Text set in columns by spaces, as `pdftotext -layout` gives it, read as typewritten pages.

Each character takes one place of a fixed width, so what finds columns and rows on a page without rulings finds
them here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from turntide.documents.document import Document
from turntide.documents.pages.draft import Draft
from turntide.documents.pages.ink import Glyph, Ink
from turntide.documents.pages.sheet import Sheet, sheet_of

PLACE, TYPE, PITCH = 5.0, 10.0, 12.0
"""A character's width, the type's size and the lines' distance, in points: ten-point typewriter type."""
_COLUMNS = re.compile(r"\S {2,}\S.*\S {2,}\S|^ {8,}\S.*\S {3,}\S")
ENOUGH_LINES, ENOUGH_SHARE = 4, 0.2
_IN_VIEW = 2


def is_typed(text: str) -> bool:
    """Whether many of a text's lines have words in three places or more, parted by spaces alone."""
    lines = [line for line in text.splitlines() if line.strip()]
    if any("\t" in line for line in lines):
        return False
    apart = sum(bool(_COLUMNS.search(line)) for line in lines)
    return apart >= ENOUGH_LINES and apart >= ENOUGH_SHARE * len(lines)


def lay_out_typed(text: str, name: str, content: bytes) -> Document:
    """The text as its pages are laid out; form feeds part them."""
    draft = Draft(name, content, frozenset(re.findall(r"[^\W\d_]{3,}", text.lower())), "text")
    sheets = [sheet_of(ink) for ink in _pages(text)]
    for at, sheet in enumerate(sheets):
        before: Sequence[Sheet] = sheets[max(0, at - _IN_VIEW) : at]
        draft.add_page(sheet, before, sheets[at + 1 : at + 1 + _IN_VIEW])
    return draft.document()


def _pages(text: str) -> Iterator[Ink]:
    for number, page in enumerate(text.replace("\r\n", "\n").split("\f"), 1):
        lines = page.expandtabs().split("\n")
        if any(line.strip() for line in lines):
            width = max(map(len, lines)) * PLACE
            yield Ink(number, width, (len(lines) + 1) * PITCH, tuple(_glyphs(lines)), (), ())


def _glyphs(lines: Sequence[str]) -> Iterator[Glyph]:
    for row, line in enumerate(lines, 1):
        for at, char in enumerate(line):
            yield Glyph(char, at * PLACE, (at + 1) * PLACE, row * PITCH, TYPE)
