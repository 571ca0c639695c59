"""What stands directly under a heading, in the plan's order."""

from __future__ import annotations

from django.db.models import QuerySet

from turntide.web.plans.models import Actions, Heading, Plan


def actions_under(plan: Plan, heading: Heading | None) -> Actions:
    """The plan's own standing actions directly under a heading, or under none."""
    actions = plan.actions.standing()
    if heading is None:
        return actions.exclude(placements__main=True)
    return actions.filter(placements__heading=heading, placements__main=True)


def headings_under(plan: Plan, heading: Heading | None) -> QuerySet[Heading]:
    """The standing headings directly under a heading, or outermost."""
    return plan.headings.filter(retired_at=None, parent=heading)
