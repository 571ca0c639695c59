"""A record as bytes, and back: the same record gives the same bytes. Pure."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from hashlib import sha256
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from turntide.web.periods.rules.record import STANDARD, Record


class UnknownRecordError(Exception):
    """The bytes are of no record this version of Turntide can read."""


def as_words(record: Record) -> str:
    """A record as JSON."""
    written = {"standard": STANDARD, **asdict(record)}
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def as_bytes(record: Record) -> bytes:
    """A record as it is kept."""
    return zlib.compress(as_words(record).encode(), level=6)


def fingerprint(record: Record) -> str:
    """What tells two records apart."""
    return sha256(as_words(record).encode()).hexdigest()


def from_bytes(body: bytes) -> Record:
    """The record that was kept. Raises UnknownRecordError."""
    written = json.loads(zlib.decompress(body))
    if written.pop("standard", None) != STANDARD:
        raise UnknownRecordError
    read: Record = _read(Record, written)
    return read


def _read(kind: Any, written: Any) -> Any:
    if written is None:
        return None
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
