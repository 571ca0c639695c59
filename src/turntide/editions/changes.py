"""The changes between actions, headings and plans that were found to belong together."""

from __future__ import annotations

from rapidfuzz.fuzz import token_sort_ratio

from turntide.editions.assignment import best_pairs
from turntide.editions.comparison import Change
from turntide.editions.fields import NAMED, OTHERS, WORDING, Values, one
from turntide.plan.model import Action, Heading, Plan

SAME_VALUE = 50.0
"""token_sort_ratio from which a value of a list is the old one reworded, not another."""

Actions = tuple[Action, ...]


def action_changes(old: Actions, new: Actions, was_under: str, is_under: str) -> tuple[Change, ...]:
    """Every field that changed; several actions on a side are taken together."""
    single = len(old) == 1 and len(new) == 1
    wording = [] if not single else [c for field in WORDING for c in _wording(field, old[0], new[0])]
    heading = [Change("heading", was_under or None, is_under or None)] if was_under != is_under else []
    others = [c for field in OTHERS for c in _values(field, _of(field, old), _of(field, new))]
    return tuple(wording + heading + others)


def heading_changes(old: Heading, new: Heading) -> tuple[Change, ...]:
    """What changed about a heading itself."""
    pairs = {
        "reference": (old.ref, new.ref),
        "text": (old.text, new.text),
        "level": (old.level, new.level),
        "rationale": (old.rationale, new.rationale),
    }
    return tuple(c for field, (was, now) in pairs.items() for c in _values(field, one(was), one(now)))


def plan_changes(old: Plan, new: Plan) -> tuple[Change, ...]:
    """What changed about the plan as a whole."""
    pairs = {
        "title": (old.title, new.title),
        "vision": (old.vision, new.vision),
        "period": (_period(old), _period(new)),
    }
    return tuple(c for field, (was, now) in pairs.items() for c in _values(field, one(was), one(now)))


def _period(plan: Plan) -> str | None:
    return plan.period.wording if plan.period else None


def is_reworded(old: Action, new: Action) -> bool:
    """Whether an action's own words changed, white space apart."""
    return any(read(old) != read(new) for read in WORDING.values())


def _wording(field: str, old: Action, new: Action) -> list[Change]:
    return _values(field, WORDING[field](old), WORDING[field](new))


def _of(field: str, actions: Actions) -> Values:
    return tuple(dict.fromkeys(value for action in actions for value in OTHERS[field](action)))


def _values(field: str, was: Values, now: Values) -> list[Change]:
    """Values that stay are left out; a value like an old one is its rewording; the rest went or came."""
    gone = [value for value in was if value not in now]
    come = [value for value in now if value not in was]
    if len(was) == len(now) == 1 and field not in NAMED:
        return [Change(field, gone[0], come[0])] if gone else []
    turned = {} if field in NAMED else _reworded(gone, come)
    kept = set(turned.values())
    changes = [
        Change(field, value, come[turned[at]] if at in turned else None) for at, value in enumerate(gone)
    ]
    return changes + [Change(field, None, value) for at, value in enumerate(come) if at not in kept]


def _reworded(gone: list[str], come: list[str]) -> dict[int, int]:
    scores = {(i, j): token_sort_ratio(a, b) for i, a in enumerate(gone) for j, b in enumerate(come)}
    return best_pairs({pair: score for pair, score in scores.items() if score >= SAME_VALUE})
