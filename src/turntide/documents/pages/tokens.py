"""The tokens of a page's content streams, and the values they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from pdfminer.psparser import KWD, LIT, PSKeyword, PSLiteral

INTEGER, REAL, WORD, NAME, STRING, HEX = range(1, 7)
LAST_VALUE = HEX
ARRAY, ARRAY_END, DICTIONARY, DICTIONARY_END, IMAGE, ODD = range(7, 13)
"""The groups of TOKEN, in its order. No group: a comment, or the end of a string in hexadecimal."""

_PLAIN = rb"[^()\\]*+(?:\\.[^()\\]*+)*+"
_IN_ONE = rb"(?:\(" + _PLAIN + rb"\)" + _PLAIN + rb")*+"
_IN_TWO = rb"(?:\(" + _PLAIN + _IN_ONE + rb"\)" + _PLAIN + rb")*+"
TOKEN = re.compile(
    rb"""[\s\x00]*+(?:
      ([-+]?[0-9]++)(?!\.)
    | ([-+]?[0-9]*+\.[0-9]*+)
    | (?!(?:BI|ID)(?:[\#/%\[\]()<>{}\s]|\Z)) ([A-Za-z][^\#/%\[\]()<>{}\s]*+)
    | /([^/%\[\]()<>{}\s]*+)(?=.)
    | \((""" + _PLAIN + _IN_TWO + rb""")\)
    | <(?!<)([0-9a-fA-F\s]*+)(?=.)
    | (\[)
    | (\])
    | (<<)
    | (>>)
    | (BI|ID)
    | %[^\r\n]*+
    | >(?=.)
    | ([^\s\x00])
    )""",
    re.VERBOSE | re.DOTALL,
)  # fmt: skip
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_ESCAPES = {
    b"b": b"\b", b"t": b"\t", b"n": b"\n", b"f": b"\f", b"r": b"\r", b"(": b"(", b")": b")", b"\\": b"\\",
}  # fmt: skip
_CODED = re.compile(rb"#([0-9a-fA-F]{0,2})")
_IMAGE_DATA = re.compile(rb"((?:[^E]++|E[^I]|EI\S)*+)EI\s", re.DOTALL)
_LINE_END = re.compile(rb"(?:\r\n|\r|\n)$")


class UnknownContentError(ValueError):
    """Content that is left to pdfminer's parser."""


@lru_cache(1024)
def _word(text: bytes) -> PSKeyword | bool:
    return text == b"true" if text in {b"true", b"false"} else KWD(text)


@lru_cache(1024)
def _name(text: bytes) -> PSLiteral:
    """A name; '#41' in it is a character by its code."""
    if b"#" in text:
        text = _CODED.sub(lambda found: bytes((int(found[1], 16),)) if found[1] else b"", text)
    try:
        return LIT(text.decode())
    except UnicodeDecodeError:
        return LIT(text)


def _string(text: bytes) -> bytes:
    return _ESCAPED.sub(_escaped, text) if b"\\" in text else text


def _escaped(found: re.Match[bytes]) -> bytes:
    """What an escape stands for; nothing where it is unknown, as pdfminer has it."""
    sign = found[1]
    if sign == b"\r":
        raise UnknownContentError
    return bytes((int(sign, 8),)) if sign[:1].isdigit() and sign[0] < 0x38 else _ESCAPES.get(sign, b"")


def _hexadecimal(text: bytes) -> bytes:
    """A last digit without a partner is a byte of its own, as pdfminer has it."""
    digits = b"".join(text.split()).decode()
    last = bytes((int(digits[-1], 16),)) if len(digits) % 2 else b""
    return bytes.fromhex(digits[: len(digits) // 2 * 2]) + last


def image_data(content: bytes, start: int, filter_: object) -> tuple[bytes, int]:
    """The data of an inline image that begin at a place, and where what follows them begins.

    Raises UnknownContentError where they end in another way than by 'EI', or not in this content.
    """
    first = filter_[0] if isinstance(filter_, list) and filter_ else filter_
    found = _IMAGE_DATA.match(content, start)
    if found is None or first not in {None, LIT("Fl"), LIT("FlateDecode"), LIT("DCT"), LIT("DCTDecode")}:
        raise UnknownContentError
    return _LINE_END.sub(b"", found[1]), found.end()


VALUES: tuple[Callable[[bytes], Any], ...] = (bytes, int, float, _word, _name, _string, _hexadecimal)
"""What makes the value of a token's text, by its group."""
