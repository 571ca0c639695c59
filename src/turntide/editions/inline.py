"""Two wordings side by side, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from turntide.editions.comparison import Change

KEPT, GONE, COME = "kept", "gone", "come"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words and what became of it: 'kept', 'gone' or 'come'."""

    kind: str
    text: str


def pieces(change: Change) -> tuple[Piece, ...]:
    """The words of a change in order, what went before what came; joined by spaces they read as a text."""
    if change.was is None or change.now is None:
        gone = (Piece(GONE, change.was),) if change.was is not None else ()
        return gone + ((Piece(COME, change.now),) if change.now is not None else ())
    was, now = change.was.split(), change.now.split()
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece(KEPT, " ".join(was[a:b])))
        else:
            found += [Piece(GONE, " ".join(was[a:b]))] if b > a else []
            found += [Piece(COME, " ".join(now[c:d]))] if d > c else []
    return tuple(found)
