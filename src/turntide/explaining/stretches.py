"""A text of the file cut into stretches, each with the value it became.

Where values overlap (a sum of money within an action's text) a stretch shows the one that covers least,
and names the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from turntide.documents.document import Look, Mark
from turntide.explaining.values import Value

Looks = frozenset[Look]


@dataclass(frozen=True, slots=True)
class Claim:
    """Characters ``start`` to ``end`` of a text became this value."""

    start: int
    end: int
    value: Value

    @property
    def size(self) -> int:
        """How many characters it covers."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Run:
    """Characters set in one way."""

    text: str
    looks: Looks = frozenset()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that became one value (None: only space and marks between values).

    ``values`` are all values that stand here, the shown one first. ``begins`` says that this is where the
    shown value begins in this text; ``number`` names the stretch in the page (0: it needs no name).
    """

    runs: tuple[Run, ...]
    values: tuple[Value, ...] = ()
    begins: bool = False
    number: int = 0

    @property
    def value(self) -> Value | None:
        """The value shown."""
        return self.values[0] if self.values else None

    @property
    def title(self) -> str:
        """All the stretch became, in words: 'Lead of action a; Lead of action b'."""
        return "; ".join(dict.fromkeys(value.title for value in self.values))


def cut(text: str, claims: Sequence[Claim], marks: Sequence[Mark] = ()) -> Iterator[Stretch]:
    """The text's stretches in order; together they hold every character of it once."""
    shown: set[int] = set()
    kept = [_within(text, claim) for claim in claims]
    yield from _beginnings(_empty(kept), shown)
    edges = sorted({0, len(text), *(edge for claim in kept for edge in (claim.start, claim.end))})
    pieces = [(start, end, _covering(kept, start, end)) for start, end in pairwise(edges)]
    for start, end, values in _joined(pieces):
        begins = bool(values) and values[0].number not in shown
        shown |= {value.number for value in values}
        yield Stretch(tuple(_runs(text, start, end, marks)), values, begins)


def _within(text: str, claim: Claim) -> Claim:
    start = min(max(0, claim.start), len(text))
    return Claim(start, min(max(start, claim.end), len(text)), claim.value)


def _empty(claims: Iterable[Claim]) -> list[Value]:
    """Values that stand in no characters: a status that is a colour."""
    return [claim.value for claim in claims if not claim.size]


def _beginnings(values: Iterable[Value], shown: set[int]) -> Iterator[Stretch]:
    for value in values:
        shown.add(value.number)
        yield Stretch((), (value,), True)


Piece = tuple[int, int, tuple[Value, ...]]


def _covering(claims: Iterable[Claim], start: int, end: int) -> tuple[Value, ...]:
    found = [claim for claim in claims if claim.start <= start and end <= claim.end and claim.size]
    found.sort(key=lambda claim: (claim.size, claim.value.number))
    return tuple(claim.value for claim in found)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours that show the same value become one; it keeps the names of all that stand in it."""
    open_: Piece | None = None
    for start, end, values in pieces:
        if open_ and values[:1] == open_[2][:1]:
            open_ = (open_[0], end, tuple(dict.fromkeys(open_[2] + values)))
            continue
        if open_:
            yield open_
        open_ = (start, end, values)
    if open_:
        yield open_


def _runs(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Run]:
    inner = {edge for mark in marks for edge in (mark.start, mark.end) if start < edge < end}
    for first, last in pairwise(sorted({start, end, *inner})):
        looks = frozenset(mark.look for mark in marks if mark.start <= first and last <= mark.end)
        yield Run(text[first:last], looks - {Look.COLOUR})
