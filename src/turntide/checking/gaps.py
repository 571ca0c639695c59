"""What actions lack: an owner, a lead, a date, a milestone, a measure.

A gap of the whole plan is said once: forty-five findings that name no owner would hide everything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from turntide.checking.kinds import Kind
from turntide.checking.wording import counted, joined, listed, naming, several
from turntide.plan.model import Action, Finding, Plan

MANY = 10
"""From so many actions with the same gap, where they are also most of the plan, one finding says it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing an action should have: the column meanings that hold it, and how to ask for it."""

    kind: Kind
    meanings: tuple[str, ...]
    noun: str
    present: Callable[[Action], bool]
    remedy: str


def _has_when(action: Action) -> bool:
    return action.timescale is not None or any(milestone.due for milestone in action.milestones)


OWNER = Gap(
    Kind.NO_OWNER, ("owner", "lead", "partner"), "owner", lambda a: bool(a.owners), "name who leads it"
)
DATE = Gap(Kind.NO_DATE, ("timescale",), "date", _has_when, "say when it will be done")
MILESTONE = Gap(
    Kind.NO_MILESTONE,
    ("milestone",),
    "milestone",
    lambda a: bool(a.milestones),
    "name a step that will show it is on its way",
)
MEASURE = Gap(
    Kind.NO_MEASURE,
    ("measure",),
    "measure",
    lambda a: bool(a.measures),
    "say how you will know it worked",
)


def no_owner(plan: Plan) -> Iterator[Finding]:
    """Actions that name nobody."""
    return _lacking(plan, OWNER)


def no_date(plan: Plan) -> Iterator[Finding]:
    """Actions without a timescale and without a dated milestone."""
    return _lacking(plan, DATE)


def no_milestone(plan: Plan) -> Iterator[Finding]:
    """Actions without a milestone."""
    return _lacking(plan, MILESTONE)


def no_measure(plan: Plan) -> Iterator[Finding]:
    """Actions without a measure."""
    return _lacking(plan, MEASURE)


def no_lead(plan: Plan) -> Iterator[Finding]:
    """Actions with several owners and no lead, where other actions of the plan name theirs."""
    if not any(action.leads for action in plan.actions):
        return
    for action in plan.actions:
        if not action.leads and len(action.partners) > 1:
            names = several([body.name for body in action.partners])
            message = f"{naming(action)} names {names} and no lead: say which of them leads."
            yield Finding(Kind.NO_LEAD, message, action.id, joined(body.source for body in action.partners))


def _lacking(plan: Plan, gap: Gap) -> Iterator[Finding]:
    lacking = [action for action in plan.actions if not gap.present(action)]
    if lacking and len(lacking) == len(plan.actions):
        yield _whole_plan(plan, gap)
    elif len(lacking) >= MANY and len(lacking) * 2 > len(plan.actions):
        yield _most(lacking, len(plan.actions), gap)
    else:
        for action in lacking:
            message = f"{naming(action)} has no {gap.noun}: {gap.remedy}."
            yield Finding(gap.kind, message, action.id, action.source)


def _whole_plan(plan: Plan, gap: Gap) -> Finding:
    columns = [column for column in plan.columns if column.meaning in gap.meanings]
    all_of_them = counted(len(plan.actions), "action")
    if columns:
        seen = f"The column “{columns[0].heading}” is empty for all of this plan's {all_of_them}"
        return Finding(gap.kind, f"{seen}: {gap.remedy}.", None, columns[0].source)
    message = f"This plan names no {gap.noun}s ({all_of_them}): for each action, {gap.remedy}."
    return Finding(gap.kind, message)


def _most(lacking: Sequence[Action], total: int, gap: Gap) -> Finding:
    message = (
        f"{len(lacking)} of {total} actions have no {gap.noun} ({listed(lacking)}): for each, {gap.remedy}."
    )
    return Finding(gap.kind, message, None, joined(action.source for action in lacking))
