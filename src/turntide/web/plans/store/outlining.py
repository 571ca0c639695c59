"""The outline of a plan, fetched."""

from __future__ import annotations

from turntide.web.plans.models import Plan
from turntide.web.plans.store.outline import Item
from turntide.web.plans.store.states import hex_id


def heading_items(plan: Plan) -> list[Item]:
    """A plan's standing headings, in its order."""
    rows = plan.headings.standing().values_list("pk", "parent_id", "position")
    return [Item(hex_id(pk), hex_id(parent) if parent else None, at) for pk, parent, at in rows]


def action_items(plan: Plan) -> list[Item]:
    """A plan's standing actions under their own headings, in its order."""
    actions = plan.actions.standing()
    under = dict(actions.filter(placements__main=True).values_list("pk", "placements__heading_id"))
    rows = actions.values_list("pk", "position")
    return [Item(hex_id(pk), hex_id(under[pk]) if under.get(pk) else None, at) for pk, at in rows]
