"""Two editions of a plan, compared."""

from __future__ import annotations

from turntide.editions.changes import action_changes, is_reworded, plan_changes
from turntide.editions.comparison import Comparison, Fate, Pairing
from turntide.editions.fields import path
from turntide.editions.headings import fate, heading_pairings, pair_headings
from turntide.editions.likeness import portraits
from turntide.editions.pairing import Family, families
from turntide.plan.model import Action, Plan

UNTITLED = "Untitled plan"


def compare(old: Plan, new: Plan) -> Comparison:
    """Pair the actions and headings of two editions, and say what changed about each.

    Actions are found again through rewording, reordering, renumbering, merging and splitting. The answer
    depends on the two plans alone.
    """
    before, after = portraits(old, new)
    found = [_actions(family, old, new) for family in families(before, after)]
    one_to_one = [(olds[0], news[0]) for olds, news in found if len(olds) == len(news) == 1]
    headings = pair_headings(old, new, one_to_one)
    return Comparison(
        old_title=old.title or UNTITLED,
        new_title=new.title or UNTITLED,
        pairings=tuple(_pairing(olds, news, old, new, headings) for olds, news in found),
        headings=heading_pairings(old, new, headings),
        changes=plan_changes(old, new),
    )


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
