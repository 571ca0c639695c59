"""A plan's outline in the order of its document, and where a thing goes when it is moved: pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_LEAST_GAP = 1e-6
# Floats halve some forty times before two things share a place; long before that everything is spread anew.


@dataclass(frozen=True, slots=True)
class Item:
    """A heading or an action: its id, the heading it stands under, and its place in the document's order."""

    id: str
    under: str | None
    position: float


def beneath(items: Iterable[Item], id_: str) -> set[str]:
    """The ids of everything beneath a heading, itself included."""
    every, found, before = list(items), {id_}, 0
    while len(found) != before:
        before = len(found)
        found |= {item.id for item in every if item.under in found}
    return found


def moved(items: Iterable[Item], moving: set[str], after: str | None) -> tuple[Item, ...]:
    """Items as they stand once the moving ones follow ``after`` (None: they lead); only those that change.

    The moving ones keep their order among themselves.
    """
    ordered = sorted(items, key=lambda item: (item.position, item.id))
    staying = [item for item in ordered if item.id not in moving]
    at = next((at + 1 for at, item in enumerate(staying) if item.id == after), 0)
    block = [item for item in ordered if item.id in moving]
    return _between(staying[:at], block, staying[at:])


def last_before(items: Iterable[Item], headings: Iterable[Item], heading: str | None) -> str | None:
    """The last action in the document's order that stands under a heading or one before it."""
    ordered = sorted(headings, key=lambda item: (item.position, item.id))
    at = next((at for at, item in enumerate(ordered) if item.id == heading), len(ordered) - 1)
    before = {item.id for item in ordered[: at + 1]} | {None}
    standing = [item for item in items if item.under in before]
    return max(standing, key=lambda item: (item.position, item.id)).id if standing else None


def _between(head: Sequence[Item], block: Sequence[Item], tail: Sequence[Item]) -> tuple[Item, ...]:
    low = head[-1].position if head else (tail[0].position - len(block) - 1 if tail else -1.0)
    high = tail[0].position if tail else low + len(block) + 1
    step = (high - low) / (len(block) + 1)
    if step < _LEAST_GAP:
        return _spread([*head, *block, *tail])
    return tuple(replace(item, position=low + step * (at + 1)) for at, item in enumerate(block))


def _spread(ordered: Sequence[Item]) -> tuple[Item, ...]:
    anew = (replace(item, position=float(at)) for at, item in enumerate(ordered))
    return tuple(new for new, old in zip(anew, ordered, strict=True) if new.position != old.position)
