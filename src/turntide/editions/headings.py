"""Which headings of two editions are one: by their text, and by the actions that stand under them."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import token_sort_ratio

from turntide.editions.assignment import best_pairs
from turntide.editions.changes import heading_changes
from turntide.editions.comparison import Fate, HeadingPairing
from turntide.plan.model import Action, Heading, Plan

PAIRED = 0.4
"""The score from which two headings may be one: a new name over the same actions is enough."""
TEXT, ACTIONS, PARENT = 0.50, 0.40, 0.10

ActionPairs = Sequence[tuple[Action, Action]]


def pair_headings(old: Plan, new: Plan, actions: ActionPairs) -> dict[str, str]:
    """The id in the new edition of each heading of the old one that goes on."""
    before, after = _standing(old, [one for one, _ in actions]), _standing(new, [one for _, one in actions])
    scores = {
        (i, j): _score(
            _text_parts(old, one, new, other), before.get(one.id, set()), after.get(other.id, set())
        )
        for i, one in enumerate(old.headings)
        for j, other in enumerate(new.headings)
    }
    pairs = best_pairs({pair: score for pair, score in scores.items() if score >= PAIRED})
    return {old.headings[i].id: new.headings[j].id for i, j in pairs.items()}


def _standing(plan: Plan, actions: Sequence[Action]) -> dict[str, set[int]]:
    """The paired actions under each heading and under its own, by the number of their pair."""
    found: dict[str, set[int]] = {}
    for at, action in enumerate(actions):
        for heading in plan.path(action):
            found.setdefault(heading.id, set()).add(at)
    return found


def _text_parts(old: Plan, one: Heading, new: Plan, other: Heading) -> list[tuple[float, float]]:
    """What the words say: each part's weight and its score."""
    above, now_above = old.heading(one.parent), new.heading(other.parent)
    parts = [(TEXT, _alike(one.text, other.text))]
    if above or now_above:
        parts.append((PARENT, _alike(above.text, now_above.text) if above and now_above else 0.0))
    return parts


def _score(parts: list[tuple[float, float]], before: set[int], after: set[int]) -> float:
    """The mean of the parts; the actions have no say where neither heading has any."""
    if before or after:
        parts = [*parts, (ACTIONS, len(before & after) / len(before | after))]
    return sum(weight * score for weight, score in parts) / sum(weight for weight, _ in parts)


def _alike(one: str, other: str) -> float:
    """1.0 for the same words; below half is chance and counts as nothing."""
    ratio = token_sort_ratio(one.casefold(), other.casefold()) / 100
    return ratio if ratio >= 0.5 else 0.0


def heading_pairings(old: Plan, new: Plan, pairs: dict[str, str]) -> tuple[HeadingPairing, ...]:
    """Every heading of both editions once: in the new edition's order, the dropped ones last."""
    back = {now: was for was, now in pairs.items()}
    going_on = [_pairing(old.heading(back.get(heading.id)), heading, pairs) for heading in new.headings]
    dropped = [
        HeadingPairing(Fate.DROPPED, heading, None) for heading in old.headings if heading.id not in pairs
    ]
    return tuple(going_on + dropped)


def _pairing(old: Heading | None, new: Heading, pairs: dict[str, str]) -> HeadingPairing:
    if old is None:
        return HeadingPairing(Fate.ADDED, None, new)
    reworded = " ".join(old.text.split()) != " ".join(new.text.split())
    moved = pairs.get(old.parent or "") != new.parent
    return HeadingPairing(fate(moved, reworded), old, new, heading_changes(old, new))


def fate(moved: bool, reworded: bool) -> Fate:
    """What became of a thing that goes on."""
    if moved:
        return Fate.MOVED_AND_REWORDED if reworded else Fate.MOVED
    return Fate.REWORDED if reworded else Fate.SAME
