"""Which actions of two editions belong together: one to one, then what was merged and what was split."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from turntide.editions.assignment import best_pairs
from turntide.editions.likeness import Portrait, likenesses
from turntide.editions.words import Bag

COVERED = 0.42
"""The share of a leftover's words that an action must hold for the leftover to have gone into it.

On real plans from which a fifth of the actions was taken on each side, unrelated actions reached it once in 410.
"""
GAIN = 0.10
"""How much of that action's words the leftover must explain that its pair does not."""


@dataclass(frozen=True)
class Family:
    """The places, in the two lists, of actions that belong together."""

    old: tuple[int, ...]
    new: tuple[int, ...]


@dataclass(frozen=True)
class Told:
    """What a person says of actions, by their places in the two lists: pairs that are one, and pairs that are not."""

    same: frozenset[tuple[int, int]] = frozenset()
    apart: frozenset[tuple[int, int]] = frozenset()

    def on(self, scores: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
        """The scores with what was said: it is certain, and leaves its two actions no other choice."""
        olds, news = {here for here, _ in self.same}, {there for _, there in self.same}
        free = {
            pair: score
            for pair, score in scores.items()
            if pair not in self.apart and pair[0] not in olds and pair[1] not in news
        }
        return free | dict.fromkeys(self.same, _CERTAIN)

    @property
    def turned(self) -> frozenset[tuple[int, int]]:
        """The pairs that are not one, new before old."""
        return frozenset((there, here) for here, there in self.apart)


_CERTAIN = 2.0
"""More than any likeness with its bonus for order."""
NOTHING_TOLD = Told()


def families(old: list[Portrait], new: list[Portrait], told: Told = NOTHING_TOLD) -> list[Family]:
    """Every action of both editions in one family: in the new edition's order, the dropped ones last."""
    pairs = best_pairs(told.on(likenesses(old, new)))
    back = {there: here for here, there in pairs.items()}
    merged = _joined(_bags(old), _bags(new), back, apart=told.apart)
    taken = frozenset(back[at] for at in merged if at in back)
    split = _joined(_bags(new), _bags(old), pairs, closed=taken, apart=told.turned)
    found = [Family(tuple(sorted(olds)), (at,)) for at, olds in merged.items()]
    found += [Family((at,), tuple(sorted(news))) for at, news in split.items()]
    return _complete(found, pairs, len(old), len(new))


def _bags(portraits: list[Portrait]) -> list[Bag]:
    return [portrait.wording for portrait in portraits]


def _joined(
    many: Sequence[Bag],
    one: Sequence[Bag],
    pairs: dict[int, int],
    closed: frozenset[int] = frozenset(),
    apart: frozenset[tuple[int, int]] = frozenset(),
) -> dict[int, list[int]]:
    """For each of ``one`` the several of ``many`` that it holds: its pair, and the leftovers in it."""
    taken = set(pairs.values())
    groups: dict[int, list[int]] = {at: [pairs[at]] for at in pairs if at not in closed}
    for leftover in (at for at in range(len(many)) if at not in taken):
        kept_from = closed | {at for other, at in apart if other == leftover}
        home = _home(leftover, many, one, groups, kept_from)
        if home is not None:
            groups.setdefault(home, []).append(leftover)
    return {at: group for at, group in groups.items() if len(group) > 1}


def _home(
    leftover: int,
    many: Sequence[Bag],
    one: Sequence[Bag],
    groups: dict[int, list[int]],
    closed: frozenset[int],
) -> int | None:
    """The action that holds most of a leftover's words, if it holds enough and they explain enough of it."""
    best, most = None, COVERED
    for at, whole in enumerate(one):
        held = many[leftover].covered_by(whole)
        if at in closed or held < most or (best is not None and held == most):
            continue
        others = [many[other] for other in groups.get(at, [])]
        if whole.covered_by(*others, many[leftover]) - whole.covered_by(*others) >= GAIN:
            best, most = at, held
    return best


def _complete(found: list[Family], pairs: dict[int, int], olds: int, news: int) -> list[Family]:
    in_old = {at for family in found for at in family.old}
    in_new = {at for family in found for at in family.new}
    found += [
        Family((here,), (there,))
        for here, there in pairs.items()
        if here not in in_old and there not in in_new
    ]
    in_old |= {at for family in found for at in family.old}
    in_new |= {at for family in found for at in family.new}
    added = [Family((), (at,)) for at in range(news) if at not in in_new]
    dropped = [Family((at,), ()) for at in range(olds) if at not in in_old]
    return sorted(found + added, key=lambda family: family.new) + dropped
