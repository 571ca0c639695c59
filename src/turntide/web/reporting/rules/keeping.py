"""A paper as bytes, and back: the same paper gives the same bytes. Pure."""

from __future__ import annotations

import json
import zlib
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

from turntide.web.reporting.rules import paper as parts
from turntide.web.reporting.rules.paper import Paper

STANDARD = "turntide-paper/1"
_IS = "is"
_KINDS = {
    kind.__name__: kind
    for kind in (
        *(parts.Piece, parts.Paragraph, parts.Bullets, parts.Column, parts.Cell, parts.Table, parts.Picture),
        *(parts.Quote, parts.Subheading, parts.Part, parts.Footnote, parts.Paper),
    )
}


class UnknownPaperError(Exception):
    """The bytes are of no paper this version of Turntide can read."""


def paper_as_bytes(paper: Paper) -> bytes:
    """A paper as it is kept."""
    return data_as_bytes({"standard": STANDARD, "paper": _written(paper)})


def paper_from_bytes(body: bytes) -> Paper:
    """The paper that was kept. Raises UnknownPaperError."""
    kept = data_from_bytes(body)
    read = _read(kept.get("paper")) if kept.get("standard") == STANDARD else None
    if not isinstance(read, Paper):
        raise UnknownPaperError
    return read


def data_as_bytes(data: Any) -> bytes:
    """JSON as it is kept."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return zlib.compress(written.encode())


def data_from_bytes(body: bytes) -> Any:
    """The JSON that was kept."""
    return json.loads(zlib.decompress(body))


def fingerprint_of_bytes(body: bytes) -> str:
    """What tells a file from any other: the SHA-256 of its bytes, in hex."""
    return sha256(body).hexdigest()


def _written(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        told = {each.name: _written(getattr(value, each.name)) for each in fields(value)}
        return {_IS: type(value).__name__, **told}
    return [_written(each) for each in value] if isinstance(value, tuple) else value


def _read(written: Any) -> Any:
    if isinstance(written, list):
        return tuple(_read(each) for each in written)
    if not isinstance(written, dict):
        return written
    kind = _KINDS.get(written.get(_IS, ""))
    if kind is None:
        raise UnknownPaperError
    # A key that a later version wrote and this one does not know is left out.
    known = {each.name for each in fields(kind)}
    return kind(**{name: _read(each) for name, each in written.items() if name in known})
