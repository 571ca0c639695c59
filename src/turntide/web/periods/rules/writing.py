"""A record as bytes, and back: the same record gives the same bytes. Pure.

A record is written piece by piece, so that one of thousands of actions never stands in memory a second time.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from hashlib import sha256
from sys import intern
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from turntide.web.periods.rules.record import STANDARD, Record

_READER = json.JSONDecoder()
_SHORT = 64
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


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
        words = zlib.decompress(body).decode()
        return from_data(dict(_parts(words)))
    except (zlib.error, ValueError) as broken:
        raise UnknownRecordError from broken


def from_data(written: Any) -> Record:
    """The record that this JSON is of. Raises UnknownRecordError."""
    if not isinstance(written, dict) or written.get("standard") != STANDARD:
        raise UnknownRecordError
    try:
        read: Record = _read(Record, written)
    except (TypeError, AttributeError) as broken:
        raise UnknownRecordError from broken
    return read


def _pieces(record: Record) -> Iterator[str]:
    """The words of a record, a thing at a time."""
    names = sorted([*(each.name for each in fields(record)), "standard"])
    for at, name in enumerate(names):
        yield f"{',' if at else '{'}{_WRITER.encode(name)}:"
        yield from _of(STANDARD if name == "standard" else getattr(record, name))
    yield "}"


def _of(value: Any) -> Iterator[str]:
    if not isinstance(value, tuple):
        yield _WRITER.encode(value)
        return
    yield "["
    for at, each in enumerate(value):
        comma = "," if at else ""
        yield comma + _WRITER.encode(
            asdict(each) if is_dataclass(each) and not isinstance(each, type) else each
        )
    yield "]"


def _parts(words: str) -> Iterator[tuple[str, Any]]:
    """The keys of a record with their values, each thing made what it is as soon as it is read. Raises ValueError."""
    kinds, at = _kinds(Record), _past(words, 0, "{")
    while True:
        name, at = _READER.raw_decode(words, at)
        at = _past(words, at, ":")
        if words[at : at + 1] == "[":
            value, at = _things(words, at, get_args(kinds[name])[0] if name in kinds else object)
        else:
            value, at = _READER.raw_decode(words, at)
        yield name, value
        if words[at : at + 1] == "}":
            return
        at = _past(words, at, ",")


def _things(words: str, at: int, kind: Any) -> tuple[tuple[Any, ...], int]:
    """The things of a list, and where it ends."""
    found, at = [], _past(words, at, "[")
    while words[at : at + 1] != "]":
        written, at = _READER.raw_decode(words, at)
        found.append(_read(kind, written))
        if words[at : at + 1] != "]":
            at = _past(words, at, ",")
    return tuple(found), at + 1


def _past(words: str, at: int, sign: str) -> int:
    if words[at : at + 1] != sign:
        raise ValueError(sign)
    return at + 1


def _read(kind: Any, written: Any) -> Any:
    if written is None or isinstance(written, kind if isinstance(kind, type) else ()):
        # The same few ids, names and days stand in thousands of places: each is held once.
        return intern(written) if isinstance(written, str) and len(written) <= _SHORT else written
    if isinstance(kind, type) and is_dataclass(kind):
        kinds = _kinds(kind)
        # A key that a later version wrote and this one does not know is left out.
        return kind(**{name: _read(kinds[name], each) for name, each in written.items() if name in kinds})
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        return tuple(_read(inner, each) for each in written)
    if get_origin(kind) in (Union, UnionType):
        return _read(next(each for each in get_args(kind) if each is not type(None)), written)
    return written


@cache
def _kinds(kind: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
