"""Weightings: the shares of a year's effort should make a whole."""

from __future__ import annotations

from collections.abc import Iterator

from turntide.checking.kinds import Kind
from turntide.checking.wording import joined
from turntide.plan.model import Action, Finding, Plan, Weighting

TOLERANCE = 0.5
"""Per cent: three thirds written 33.3 are meant to make a whole."""


def weightings(plan: Plan) -> Iterator[Finding]:
    """Columns of weightings that do not sum to 100, in the whole plan or under each of its first headings."""
    for name, weighed in _by_column(plan).items():
        total = _total(weighed)
        if _is_whole(total) or _whole_by_heading(plan, weighed):
            continue
        message = (
            f"The weightings of “{name}” sum to {total:g}%, not 100%: "
            "correct them, or say what the rest is for."
        )
        yield Finding(Kind.WEIGHTINGS, message, None, joined(weight.source for _, weight in weighed))


def _by_column(plan: Plan) -> dict[str, list[tuple[Action, Weighting]]]:
    columns: dict[str, list[tuple[Action, Weighting]]] = {}
    for action in plan.actions:
        for weight in action.weightings:
            columns.setdefault(weight.name, []).append((action, weight))
    return columns


def _whole_by_heading(plan: Plan, weighed: list[tuple[Action, Weighting]]) -> bool:
    groups: dict[str, list[tuple[Action, Weighting]]] = {}
    for action, weight in weighed:
        path = plan.path(action)
        groups.setdefault(path[0].id if path else "", []).append((action, weight))
    return len(groups) > 1 and all(_is_whole(_total(group)) for group in groups.values())


def _total(weighed: list[tuple[Action, Weighting]]) -> float:
    return round(sum(weight.value for _, weight in weighed), 2)


def _is_whole(total: float) -> bool:
    return abs(total - 100) <= TOLERANCE
