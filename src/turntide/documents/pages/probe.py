"""A quick look at a PDF before it is read: may it be opened, how long is it, which words does it use."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from turntide.documents.guarding.limits import Limits
from turntide.documents.refusals import Reason, Refusal

_WORD = re.compile(r"(?<=[ (\"'/])[^\W\d_]{2,}(?=[ ,;:.)/])")
"""A word with others on both sides on its line: surely whole, not broken at a line's end."""


class Probe(NamedTuple):
    """How many pages there are, how many of them have no text, and the whole words in them, in lower case."""

    pages: int
    textless: int
    words: frozenset[str]


def probe(content: bytes) -> Probe:
    """Look at a PDF. Raises `Refusal` when it is empty, encrypted, damaged or too long."""
    import pypdfium2

    if not content:
        raise Refusal(Reason.EMPTY, "The file is empty; check that it was saved or sent whole.")
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _refusal(str(error)) from error
    try:
        return _look(document)
    finally:
        document.close()


def _refusal(message: str) -> Refusal:
    if "password" in message.lower() or "security" in message.lower():
        return Refusal(
            Reason.ENCRYPTED,
            "The PDF is protected by a password; save a copy without the password and read that.",
        )
    return Refusal(
        Reason.DAMAGED,
        "The PDF is damaged and cannot be opened; open it in a PDF viewer, save or print it as a new PDF, "
        "and read that.",
    )


def _look(document: Any) -> Probe:
    count, most = len(document), Limits().pages
    if count == 0:
        raise _refusal("no pages")
    if count > most:
        raise Refusal(
            Reason.TOO_LARGE,
            f"The PDF has {count:,} pages, more than the {most:,} that are read at once; "
            "save the pages that hold the plan as a PDF of their own.",
        )
    words: set[str] = set()
    textless = 0
    for number in range(count):
        text = _text(document, number)
        textless += not text.strip()
        words.update(word.lower() for word in _WORD.findall(text))
    return Probe(count, textless, frozenset(words))


def _text(document: Any, number: int) -> str:
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return ""
    try:
        layer = page.get_textpage()
        try:
            return str(layer.get_text_bounded(errors="ignore"))
        finally:
            layer.close()
    finally:
        page.close()
