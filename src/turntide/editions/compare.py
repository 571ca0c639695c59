"""Two editions of a plan, compared."""

from __future__ import annotations

from collections.abc import Iterable

from turntide.editions.changes import action_changes, is_reworded, plan_changes
from turntide.editions.comparison import Comparison, Fate, Pairing
from turntide.editions.fields import path
from turntide.editions.headings import fate, heading_pairings, pair_headings
from turntide.editions.likeness import portraits
from turntide.editions.pairing import Family, Told, families
from turntide.plan.model import Action, Plan

UNTITLED = "Untitled plan"
Ids = Iterable[tuple[str, str]]
"""Pairs of actions' ids: of the old edition, of the new one."""


def compare(old: Plan, new: Plan, same: Ids = (), apart: Ids = ()) -> Comparison:
    """Pair the actions and headings of two editions, and say what changed about each.

    Actions are found again through rewording, reordering, renumbering, merging and splitting. The answer
    depends on the two plans alone, and on what a person says of actions: ``same`` are pairs of their ids, old and
    new, that are one action, ``apart`` pairs that are not; ids that are not there say nothing.
    """
    before, after = portraits(old, new)
    told = Told(_places(same, old, new), _places(apart, old, new))
    found = [_actions(family, old, new) for family in families(before, after, told)]
    one_to_one = [(olds[0], news[0]) for olds, news in found if len(olds) == len(news) == 1]
    headings = pair_headings(old, new, one_to_one)
    return Comparison(
        old_title=old.title or UNTITLED,
        new_title=new.title or UNTITLED,
        pairings=tuple(_pairing(olds, news, old, new, headings) for olds, news in found),
        headings=heading_pairings(old, new, headings),
        changes=plan_changes(old, new),
    )


def _places(pairs: Ids, old: Plan, new: Plan) -> frozenset[tuple[int, int]]:
    """Where the actions of these ids stand in the two plans."""
    olds = {action.id: at for at, action in enumerate(old.actions)}
    news = {action.id: at for at, action in enumerate(new.actions)}
    return frozenset((olds[was], news[now]) for was, now in pairs if was in olds and now in news)


Actions = tuple[Action, ...]


def _actions(family: Family, old: Plan, new: Plan) -> tuple[Actions, Actions]:
    return tuple(old.actions[at] for at in family.old), tuple(new.actions[at] for at in family.new)


def _pairing(olds: Actions, news: Actions, old: Plan, new: Plan, headings: dict[str, str]) -> Pairing:
    if not olds or not news:
        return Pairing(Fate.ADDED if news else Fate.DROPPED, olds, news)
    moved = _moved(olds[0], news[0], headings)
    was_under, is_under = (path(old, olds[0]), path(new, news[0])) if moved else ("", "")
    changes = action_changes(olds, news, was_under, is_under)
    if len(olds) > 1 or len(news) > 1:
        return Pairing(Fate.MERGED if len(olds) > 1 else Fate.SPLIT, olds, news, changes)
    return Pairing(fate(moved, is_reworded(olds[0], news[0])), olds, news, changes)


def _moved(old: Action, new: Action, headings: dict[str, str]) -> bool:
    """Whether an action stands under another heading; one that only has a new name is the same."""
    return headings.get(old.under or "") != new.under
