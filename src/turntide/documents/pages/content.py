"""The objects of a page's content streams: operands and operators, in order.

pdfminer's own parser goes from token to token through half a dozen calls, which is most of the time a page
takes. This one finds each token by one regular expression, and gives the very same objects. What it does not
understand (a string that is never closed, an inline image in a rare encoding) it leaves to pdfminer's parser.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from typing import Any

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import KWD, literal_name

from turntide.documents.pages.tokens import (
    ARRAY,
    ARRAY_END,
    DICTIONARY,
    DICTIONARY_END,
    IMAGE,
    LAST_VALUE,
    ODD,
    TOKEN,
    VALUES,
    UnknownContentError,
    image_data,
)

_END_IMAGE = KWD(b"EI")
_NOTHING = frozenset({b"-", b"+", b"}"})
"""What pdfminer passes over: a sign without a number, the end of a procedure that never began."""
_TROUBLE = frozenset({b"{", b"(", b"<", b">", b"/"})
"""What begins a procedure, a string that is not closed, or a token that may go on in the next stream."""


def objects(streams: Iterable[PDFStream]) -> Iterator[Any]:
    """The objects of a page's streams, as pdfminer's parser gives them; its errors are let through."""
    streams, given = tuple(streams), 0
    try:
        for found in _Objects().of(streams):
            given += 1
            yield found
    except ValueError:  # UnknownContentError, or a number that Python refuses
        yield from islice(as_pdfminer_reads(streams), given, None)


def as_pdfminer_reads(streams: Iterable[PDFStream]) -> Iterator[Any]:
    """The same objects from pdfminer's own parser."""
    try:
        parser = PDFContentParser(tuple(streams))
        while True:
            yield parser.nextobject()[1]
    except PSEOF:
        return


class _Objects:
    """Reads streams one after the other; an array may begin in one and end in the next."""

    def __init__(self) -> None:
        self.open: list[tuple[int, list[Any]]] = []
        """The arrays, dictionaries and inline image around what comes next, outermost first."""

    def of(self, streams: Iterable[PDFStream]) -> Iterator[Any]:
        for stream in streams:
            content, at = stream.get_data(), 0
            while at >= 0:
                at = yield from self._to_image(content, at)

    def _to_image(self, content: bytes, start: int) -> Generator[Any, None, int]:
        """The objects up to an inline image and with it; gives where to go on, -1 at the content's end."""
        opened = self.open
        for match in TOKEN.finditer(content, start):
            kind = match.lastindex
            if kind is None:
                continue
            if kind <= LAST_VALUE:
                found = VALUES[kind](match[kind])
            elif kind in {ARRAY, DICTIONARY}:
                opened.append((kind, []))
                continue
            elif kind == IMAGE:
                if match[kind] == b"BI":
                    self._begin_image()
                    continue
                image, end = self._image(content, match.end(kind) + 1)
                yield image
                yield _END_IMAGE
                return end
            else:
                found = self._odd(match[kind]) if kind == ODD else self._closed(kind)
                if found is None:
                    continue
            if opened:
                opened[-1][1].append(found)
            else:
                yield found
        return -1

    def _odd(self, sign: bytes) -> Any:
        if sign in _TROUBLE:
            raise UnknownContentError
        return None if sign in _NOTHING else KWD(sign)

    def _closed(self, kind: int) -> Any:
        """The array or dictionary that ends here; None where none is open, which is passed over."""
        begun = ARRAY if kind == ARRAY_END else DICTIONARY
        if not self.open or self.open[-1][0] != begun:
            return None
        _, parts = self.open.pop()
        return parts if kind != DICTIONARY_END else _dictionary(parts)

    def _begin_image(self) -> None:
        if self.open:
            raise UnknownContentError
        self.open.append((IMAGE, []))

    def _image(self, content: bytes, start: int) -> tuple[PDFStream, int]:
        """An inline image whose data begins at a place, and where it ends."""
        if len(self.open) != 1 or self.open[0][0] != IMAGE:
            raise UnknownContentError
        about = _dictionary(self.open.pop()[1])
        data, end = image_data(content, start, about.get("F"))
        return PDFStream(about, data), end


def _dictionary(parts: list[Any]) -> dict[str, Any]:
    if len(parts) % 2:
        raise UnknownContentError
    return {literal_name(key): value for key, value in zip(parts[::2], parts[1::2], strict=True)}
