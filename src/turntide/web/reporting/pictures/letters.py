"""Words as they are drawn: made clean, measured, wrapped and cut. Pure.

A drawing cannot ask its fonts, so words are measured with the widths of Liberation Sans, which Arial shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import combining, east_asian_width

_WIDTHS = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_USUAL, _WIDE, _STRONG = 556, 1000, 1.08
_NEVER_DRAWN = re.compile(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x84\x86-\x9f]"
    "|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
"""What XML forbids, what has no shape, and what would turn the words around it."""
CUT = "…"


def clean(words: str) -> str:
    """Words that may be drawn: one line, without control characters and without marks that turn the reading."""
    return " ".join(_NEVER_DRAWN.sub(" ", words).split())


def width_of(words: str, size: float, *, strong: bool = False) -> float:
    """How wide words are at a size, in the unit of the size."""
    thousandths = sum(_letter_width(letter) for letter in words)
    return thousandths * size / 1000 * (_STRONG if strong else 1)


def cut(words: str, width: float, size: float, *, strong: bool = False) -> str:
    """Words on one line, no wider than ``width``; what was cut away is marked with an ellipsis."""
    return wrapped(words, width, size, lines=1, strong=strong)[0]


def wrapped(words: str, width: float, size: float, *, lines: int, strong: bool = False) -> tuple[str, ...]:
    """Words on at most so many lines, at least one; what does not fit is cut, with an ellipsis."""
    every = list(_lines(clean(words), width, size, strong=strong))
    if len(every) <= lines:
        return tuple(every) or ("",)
    last = " ".join(every[lines - 1 :])
    while last and width_of(last + CUT, size, strong=strong) > width:
        last = last[:-1]
    return (*every[: lines - 1], last.rstrip() + CUT)


def _lines(words: str, width: float, size: float, *, strong: bool) -> Iterator[str]:
    line = ""
    for word in _words(words, width, size, strong=strong):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size, strong=strong) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _words(words: str, width: float, size: float, *, strong: bool) -> Iterator[str]:
    """Words, those too long for a line in pieces."""
    for word in words.split():
        piece = ""
        for letter in word:
            if piece and width_of(piece + letter, size, strong=strong) > width:
                yield piece
                piece = ""
            piece += letter
        yield piece


def _letter_width(letter: str) -> int:
    if letter in _WIDTH:
        return _WIDTH[letter]
    if combining(letter):
        return 0
    return _WIDE if east_asian_width(letter) in "WF" or letter > "\u2190" else _USUAL
