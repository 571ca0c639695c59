"""Cursors: where a page of a list ended, as a word that means nothing to whoever gives it back. Pure."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence


class UnknownCursorError(ValueError):
    """It is no cursor that was given out."""


def cursor_of(parts: Sequence[str | int | float]) -> str:
    """A cursor that holds these."""
    written = json.dumps(list(parts), separators=(",", ":")).encode()
    return urlsafe_b64encode(written).decode().rstrip("=")


def parts_of(cursor: str, kinds: Sequence[type]) -> list[str | int | float]:
    """What a cursor holds: as many parts as there are kinds, each of its kind. Raises UnknownCursorError."""
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        held = json.loads(urlsafe_b64decode(padded))
    except (ValueError, RecursionError) as wrong:
        raise UnknownCursorError(cursor) from wrong
    if not isinstance(held, list) or [type(each) for each in held] != list(kinds):
        raise UnknownCursorError(cursor)
    if not all(_can_be_kept(each) for each in held if isinstance(each, str)):
        raise UnknownCursorError(cursor)
    return held


def _can_be_kept(words: str) -> bool:
    """Whether a database could hold these words: nothing that was given out has a NUL or half of a pair."""
    return not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in words)
