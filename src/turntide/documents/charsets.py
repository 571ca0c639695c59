"""Bytes to text, in the encoding a file says, or the likeliest one."""

from __future__ import annotations

import codecs
import re

GUESSED = "The file does not say its character encoding; {encoding} was taken. Check accents and pound signs."

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_AS_BROWSERS_DO = {"latin-1", "latin1", "iso-8859-1", "iso8859-1", "ascii", "us-ascii"}
"""Labels that mean windows-1252 on the web (https://encoding.spec.whatwg.org/#names-and-labels)."""
_LIKELY = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "iso8859_2", "mac_roman", "cp850"]


def decoded(content: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """The text, and a sentence of doubt where its encoding had to be guessed."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace").lstrip("\ufeff").replace("\x00", ""), None
    for likely in (_wide(content), _known(declared), "utf-8"):
        text = _strict(content, likely)
        if text is not None:
            return text.replace("\x00", ""), None
    encoding = _guess(content)
    return content.decode(encoding, errors="replace").replace("\x00", ""), GUESSED.format(encoding=encoding)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in every second byte."""
    sample = content[:2000]
    if len(sample) < 4 or len(content) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) // 4 or min(even, odd) > len(sample) // 16:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _known(label: str | None) -> str | None:
    name = (label or "").strip().lower()
    if name in _AS_BROWSERS_DO:
        return "cp1252"
    # A file whose label could be read as bytes is not UTF-16, whatever the label says.
    return None if name.startswith(("utf-16", "utf-32")) else name or None


def _strict(content: bytes, encoding: str | None) -> str | None:
    try:
        return content.decode(encoding) if encoding else None
    except (UnicodeDecodeError, LookupError):
        return None


def _guess(content: bytes) -> str:
    """Western text has few letters beyond ASCII; where there are many, ask the statistics."""
    western = _strict(content, "cp1252")
    beyond = sum(byte >= 0x80 for byte in content)
    letters = len(re.findall(rb"[A-Za-z]", content))
    if western is not None and beyond <= max(3, letters * 0.15):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(content, cp_isolation=_LIKELY).best()
    return best.encoding if best else "cp1252"
