"""JSON written piece by piece, so that a long list is never held whole. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any


@dataclass(frozen=True, slots=True)
class Document:
    """An object whose values may be iterators: lists that are written as they come, and never held whole."""

    pairs: tuple[tuple[str, Any], ...]


def written(value: Any) -> Iterator[str]:
    """JSON, in pieces. Only documents and iterators are written piece by piece."""
    if isinstance(value, Document):
        yield from _object(value)
    elif isinstance(value, Iterator):
        yield from _list(value)
    else:
        yield json.dumps(value, ensure_ascii=False, allow_nan=False)


def _object(document: Document) -> Iterator[str]:
    before = "{\n"
    for key, value in document.pairs:
        yield f"{before}{json.dumps(key)}: "
        yield from written(value)
        before = ",\n"
    yield "\n}"


def _list(values: Iterator[Any]) -> Iterator[str]:
    before = "[\n"
    for value in values:
        yield before
        yield from written(value)
        before = ",\n"
    yield "[]" if before == "[\n" else "\n]"


def in_pieces(written: Iterator[str], at_once: int = 200) -> Iterator[str]:
    """The same text in fewer pieces: each goes over the line by itself."""
    while piece := "".join(islice(written, at_once)):
        yield piece
