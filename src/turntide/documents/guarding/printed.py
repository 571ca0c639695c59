"""A look at a PDF before its pages are read: how many there are, and whether a stream in it swells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turntide.documents.guarding.inflating import MOST_TIMES, WRAPPED, inflates_beyond
from turntide.documents.guarding.limits import MEGABYTE, Limits
from turntide.documents.guarding.names import spoken
from turntide.documents.refusals import Reason, Refusal

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_DEFLATED = re.compile(rb"/FlateDecode|/Fl\b")
_DICTIONARY_WITHIN = 2048


def inspect(content: bytes, name: str, limits: Limits) -> None:
    """Refuse a PDF with more pages than the limit, or with a stream (no picture) that swells beyond it.

    Raises Refusal with TOO_LARGE. What else may be wrong with the file is for its reader to say. Run this
    apart: counting pages opens the file.
    """
    for at in _suspects(content, limits):
        if inflates_beyond(content, at, len(content), limits.stream_bytes, WRAPPED):
            raise _too_large(
                name, f"has a page that unpacks to more than {limits.stream_bytes // MEGABYTE} MB"
            )
    pages = _pages(content)
    if pages > limits.pages:
        raise _too_large(name, f"has {pages:,} pages, more than the {limits.pages:,} that are read at once")


def _suspects(content: bytes, limits: Limits) -> Iterator[int]:
    least = limits.stream_bytes // MOST_TIMES
    for found in _STREAM.finditer(content):
        if content.find(b"endstream", found.end(), found.end() + least) >= 0:
            continue
        dictionary = content[max(0, found.start() - _DICTIONARY_WITHIN) : found.start()].rpartition(b"obj")[2]
        if _DEFLATED.search(dictionary) and not _PICTURE.search(dictionary):
            yield found.end()


def _pages(content: bytes) -> int:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return 0
    with document:
        return len(document)


def _too_large(name: str, fault: str) -> Refusal:
    return Refusal(
        Reason.TOO_LARGE, f"{spoken(name)} {fault}: print the pages with the plan to a file of their own."
    )
