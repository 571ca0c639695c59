"""A record as bytes, and back: the same record gives the same bytes. Pure.

A record is written piece by piece, so that one of thousands of actions never stands in memory a second time.
"""

from __future__ import annotations

import gc
import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, fields, is_dataclass
from hashlib import sha256
from typing import Any

from turntide.web.periods.rules.reading import Reader, kinds, reader_of_each, reader_of_part
from turntide.web.periods.rules.record import STANDARD, Record

_DECODER = json.JSONDecoder()
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


class UnknownRecordError(Exception):
    """The bytes are of no record this version of Turntide can read."""


def as_words(record: Record) -> str:
    """A record as JSON: one object, its keys in the order of the alphabet, without spaces."""
    return "".join(_pieces(record))


def as_bytes(record: Record) -> bytes:
    """A record as it is kept."""
    return as_kept(record)[0]


def as_kept(record: Record) -> tuple[bytes, str]:
    """A record as it is kept, and its fingerprint, written once for both."""
    press, found, pressed = zlib.compressobj(level=6), sha256(), []
    for piece in _pieces(record):
        words = piece.encode()
        found.update(words)
        pressed.append(press.compress(words))
    return b"".join([*pressed, press.flush()]), found.hexdigest()


def fingerprint(record: Record) -> str:
    """What tells two records apart."""
    found = sha256()
    for piece in _pieces(record):
        found.update(piece.encode())
    return found.hexdigest()


def from_bytes(body: bytes) -> Record:
    """The record that was kept. Raises UnknownRecordError."""
    try:
        with _no_search_for_rings():
            return _made(dict(_parts(zlib.decompress(body).decode())))
    except (zlib.error, ValueError, TypeError, AttributeError) as broken:
        raise UnknownRecordError from broken


def from_data(written: Any) -> Record:
    """The record that this JSON is of. Raises UnknownRecordError."""
    try:
        return _made({name: reader_of_part(name)(each) for name, each in written.items()})
    except (TypeError, AttributeError) as broken:
        raise UnknownRecordError from broken


def _made(parts: Mapping[str, Any]) -> Record:
    """The record of these parts. What a later version wrote and this one does not know is left out."""
    if parts.get("standard") != STANDARD:
        raise UnknownRecordError
    return Record(**{name: each for name, each in parts.items() if name in kinds(Record)})


def _pieces(record: Record) -> Iterator[str]:
    """The words of a record, a thing at a time."""
    names = sorted([*(each.name for each in fields(record)), "standard"])
    for at, name in enumerate(names):
        yield f"{',' if at else '{'}{_ENCODER.encode(name)}:"
        yield from _of(STANDARD if name == "standard" else getattr(record, name))
    yield "}"


def _of(value: Any) -> Iterator[str]:
    if not isinstance(value, tuple):
        yield _ENCODER.encode(value)
        return
    yield "["
    for at, each in enumerate(value):
        comma = "," if at else ""
        yield comma + _ENCODER.encode(
            asdict(each) if is_dataclass(each) and not isinstance(each, type) else each
        )
    yield "]"


@contextmanager
def _no_search_for_rings() -> Iterator[None]:
    """A record's things hold no ring: to look for one while hundreds of thousands are made takes a third of the time.

    Another thread that ends first may begin the search again early, which costs time and nothing else.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


def _parts(words: str) -> Iterator[tuple[str, Any]]:
    """The keys of a record with their values, each thing made what it is as soon as it is read. Raises ValueError."""
    at = _past(words, 0, "{")
    while True:
        name, at = _DECODER.raw_decode(words, at)
        at = _past(words, at, ":")
        if words[at : at + 1] == "[":
            value, at = _things(words, at, reader_of_each(name))
        else:
            written, at = _DECODER.raw_decode(words, at)
            value = reader_of_part(name)(written)
        yield name, value
        if words[at : at + 1] == "}":
            return
        at = _past(words, at, ",")


def _things(words: str, at: int, read: Reader) -> tuple[tuple[Any, ...], int]:
    """The things of a list, and where it ends."""
    found, at = [], _past(words, at, "[")
    while words[at : at + 1] != "]":
        written, at = _DECODER.raw_decode(words, at)
        found.append(read(written))
        if words[at : at + 1] != "]":
            at = _past(words, at, ",")
    return tuple(found), at + 1


def _past(words: str, at: int, sign: str) -> int:
    if words[at : at + 1] != sign:
        raise ValueError(sign)
    return at + 1
