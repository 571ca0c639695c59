"""A body's action list: every action in full, with its part, its steps and what was said last. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import ActionThen
from turntide.web.reporting.papers import statuses
from turntide.web.reporting.papers.cells import paragraph, text
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.told.annex import in_full, progress, steps_of, time_of, who
from turntide.web.reporting.papers.told.answers import in_order, part
from turntide.web.reporting.rules.paper import Block, Cell, Column, Table


def tell(desk: Desk) -> tuple[Block, ...]:
    """The actions, plan by plan."""
    actions = in_order(desk)
    if not actions:
        return (paragraph(_("No action names you as its lead or as a partner.")),)
    by_plan: dict[str, list[ActionThen]] = {}
    for each in actions:
        by_plan.setdefault(each.plan, []).append(each)
    return tuple(_table(desk, plan, some) for plan, some in by_plan.items())


def _table(desk: Desk, plan: str, actions: list[ActionThen]) -> Table:
    known = desk.plans.get(plan)
    return Table(
        caption=known.title if known else _("Actions of no plan"),
        columns=(
            Column(_("Action"), share=6),
            Column(_("Part and time"), share=3),
            Column(_("Milestones"), share=5),
            Column(_("How far"), "status", share=3),
            Column(_("How fresh"), "status", share=3),
            Column(_("What was said last"), share=6),
        ),
        rows=tuple(_row(desk, each) for each in actions),
    )


def _row(desk: Desk, action: ActionThen) -> tuple[Cell, ...]:
    whose = part(desk, action) or who(action)
    return (
        in_full(action),
        text("; ".join(each for each in (whose, time_of(action)) if each)),
        text(" ".join(steps_of(action))),
        statuses.lifecycle(desk, action),
        statuses.freshness(desk, action),
        text(progress(action)),
    )
