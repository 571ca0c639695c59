"""Keys of programs: what a program shows to be let in. Pure."""

from __future__ import annotations

import re
import secrets

PREFIX = "tt_"
_HINT = len(PREFIX) + 6
_KEY = re.compile(rf"{PREFIX}[A-Za-z0-9_-]{{43}}")


def make_key() -> str:
    """A key that nobody guesses (256 bits). Its beginning says whose kind it is, so that a lost one is recognised."""
    return PREFIX + secrets.token_urlsafe(32)


def hint_of(key: str) -> str:
    """The first letters of a key, by which its owner knows it again."""
    return key[:_HINT]


def is_key(words: str) -> bool:
    """Whether this can be a key at all."""
    return _KEY.fullmatch(words) is not None
