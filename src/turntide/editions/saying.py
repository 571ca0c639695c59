"""How a comparison is put into words, for the page and the terminal alike."""

from __future__ import annotations

from dataclasses import dataclass

from turntide.editions.comparison import Comparison, Fate, Pairing
from turntide.plan.model import Action, Heading


@dataclass(frozen=True, slots=True)
class Group:
    """The pairings of one kind under a title, with a sentence that explains it and a mark of its own."""

    name: str
    title: str
    explanation: str
    mark: str
    pairings: tuple[Pairing, ...]


KINDS: tuple[tuple[Fate, str, str, str], ...] = (
    (Fate.ADDED, "Added", "In the new edition only.", "+"),
    (Fate.DROPPED, "Dropped", "In the old edition only.", "−"),
    (Fate.MERGED, "Merged", "Several actions became one.", "⇉"),
    (Fate.SPLIT, "Split", "One action became several.", "⇄"),
    (Fate.REWORDED, "Reworded", "The same action in other words.", "~"),
    (Fate.MOVED_AND_REWORDED, "Moved and reworded", "Under another heading, in other words.", "↷"),
    (Fate.MOVED, "Moved", "The same words under another heading.", "→"),
)


def groups(comparison: Comparison) -> tuple[Group, ...]:
    """The pairings by kind, those that ask for a look first; kinds without any are left out."""
    same = comparison.of(Fate.SAME)
    changed = tuple(pairing for pairing in same if not _fields(pairing) <= {"reference"})
    renumbered = tuple(pairing for pairing in same if _fields(pairing) == {"reference"})
    unchanged = tuple(pairing for pairing in same if not pairing.changes)
    found = [Group(str(kind), title, why, mark, comparison.of(kind)) for kind, title, why, mark in KINDS]
    found += [
        Group("changed", "Details changed", "The same words; something about them changed.", "*", changed),
        Group("renumbered", "Renumbered", "The same but for its reference.", "#", renumbered),
        Group("same", "Unchanged", "The same in both editions.", "=", unchanged),
    ]
    return tuple(group for group in found if group.pairings)


def _fields(pairing: Pairing) -> set[str]:
    return {change.field for change in pairing.changes}


def called(thing: Action | Heading) -> str:
    """A thing by its reference and its whole text."""
    return f"{thing.ref} {thing.text}" if thing.ref else thing.text


def summary(comparison: Comparison) -> str:
    """One sentence: 'Added: 1; dropped: 2; unchanged: 35.'"""
    found = groups(comparison)
    if not found:
        return "Neither edition holds an action."
    if [group.name for group in found] == ["same"]:
        return "No action changed."
    return "; ".join(f"{group.title.lower()}: {len(group.pairings)}" for group in found).capitalize() + "."
