"""What became of a plan between two editions: typed, immutable data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from turntide.plan.model import Action, Heading


class Fate(StrEnum):
    """What became of an action or a heading. It speaks of wording and place; the changes tell the rest."""

    SAME = "same"
    REWORDED = "reworded"
    MOVED = "moved"
    MOVED_AND_REWORDED = "moved and reworded"
    MERGED = "merged"
    SPLIT = "split"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Change:
    """One field's value before and after; None where there was, or is, no such value."""

    field: str
    was: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Pairing:
    """Actions of the old edition and what they are in the new one.

    One and one, save where several were merged into one, one was split, or one side has none.
    """

    kind: Fate
    old: tuple[Action, ...]
    new: tuple[Action, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadingPairing:
    """A heading of the old edition and of the new one; None where it was added or dropped."""

    kind: Fate
    old: Heading | None
    new: Heading | None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions side by side: every action and every heading of both stands in exactly one pairing.

    ``pairings`` follow the new edition's order; what was dropped comes last, in the old edition's order.
    ``changes`` are those of the plan itself (title, vision, period). ``old_title`` and ``new_title`` name
    the editions.
    """

    old_title: str
    new_title: str
    pairings: tuple[Pairing, ...]
    headings: tuple[HeadingPairing, ...]
    changes: tuple[Change, ...] = ()

    def of(self, *kinds: Fate) -> tuple[Pairing, ...]:
        """The pairings of these kinds, in order."""
        return tuple(pairing for pairing in self.pairings if pairing.kind in kinds)

    @property
    def counts(self) -> dict[Fate, int]:
        """How many pairings there are of each kind, in the order of `Fate`; kinds without any included."""
        return {kind: len(self.of(kind)) for kind in Fate}
