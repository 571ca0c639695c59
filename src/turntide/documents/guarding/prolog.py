"""Does an XML or HTML text declare entities before its first element? Looked at without parsing it.

A document type declaration can make a parser fetch files or swell a few words to gigabytes. No Office file
has one, so it is refused wherever it stands, in whichever encoding it hides.
"""

from __future__ import annotations

import codecs
import re

_UNICODE = frozenset({"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be"})
_LATIN = frozenset({"us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252"})
HARMLESS = _UNICODE | _LATIN
"""Encodings in which '<!DOCTYPE' cannot hide behind other bytes; Office programs write only the first two."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FIRST_BYTES = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
_DECLARED = re.compile(r"""<\?xml[^>]*?encoding\s*=\s*["']\s*([^"'\s>]+)""")
_HARMLESS_START = re.compile(r"\s*(?:<!--.*?-->|<\?.*?\?>)", re.DOTALL)


def as_text(start: bytes) -> str:
    """The beginning of a text, decoded by its byte order mark or first bytes, and else byte for byte."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if start.startswith(mark):
            return start[len(mark) :].decode(encoding, "replace")
    for first, encoding in _FIRST_BYTES:
        if start.startswith(first):
            return start.decode(encoding, "replace")
    return start.decode("latin-1")


def looks_like_xml(start: bytes) -> bool:
    """Does this begin with an angle bracket, as every XML text does?"""
    return as_text(start[:512]).lstrip().startswith("<")


def declares_entities(start: bytes, *, html: bool = False) -> bool:
    """Does the text declare a document type before its first element, or hide what it declares?

    ``start`` is the text's beginning. In HTML a plain '<!DOCTYPE html>' is right and only one that declares
    something within [brackets] counts. A beginning in which no element begins counts as hiding.
    """
    text = as_text(start)
    if not html and _hidden(text):
        return True
    rest = text[_end_of_comments(text) :].lstrip()
    if html:
        opening, _, _ = rest.partition(">")
        return bool(re.match(r"<!doctype", opening, re.IGNORECASE)) and "[" in opening
    return bool(rest) and not re.match(r"<[^!?]", rest)


def _hidden(text: str) -> bool:
    declared = _DECLARED.match(text.lstrip())
    return declared is not None and declared.group(1).lower() not in HARMLESS


def _end_of_comments(text: str) -> int:
    at = 0
    while found := _HARMLESS_START.match(text, at):
        at = found.end()
    return at
