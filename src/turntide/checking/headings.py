"""Headings under which nothing is to be done, and plans without a single action."""

from __future__ import annotations

from collections.abc import Iterator

from turntide.checking.kinds import Kind
from turntide.checking.wording import naming
from turntide.plan.model import PLAN, Finding, Plan


def no_actions(plan: Plan) -> Iterator[Finding]:
    """A plan that holds no action. A workshop's record need not hold any."""
    if plan.kind == PLAN and not plan.actions:
        yield Finding(
            Kind.NO_ACTIONS,
            "This plan holds no actions: check that the file is the action plan, not its strategy.",
        )


def empty_headings(plan: Plan) -> Iterator[Finding]:
    """Headings without an action under them or under theirs; of nested empty ones, the outermost."""
    if not plan.actions:
        return
    filled = {heading.id for action in plan.actions for heading in plan.path(action)}
    empty = {heading.id for heading in plan.headings} - filled
    for heading in plan.headings:
        if heading.id in empty and heading.parent not in empty:
            message = f"{naming(heading)} has no action under it: add one, or say where its work is planned."
            yield Finding(Kind.EMPTY_HEADING, message, heading.id, heading.source)
