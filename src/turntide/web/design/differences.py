"""What became of a wording: which words stayed, went and came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words. ``kind`` is "same", "old" or "new"."""

    kind: str
    text: str


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The old wording and the new one as runs of words that stayed, went or came."""
    return tuple(piece for piece in _pieces(_WORDS.findall(old), _WORDS.findall(new)) if piece.text)


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(old[a:b]))
        else:
            yield Piece("old", "".join(old[a:b]))
            yield Piece("new", "".join(new[c:d]))
