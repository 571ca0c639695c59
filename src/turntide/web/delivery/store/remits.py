"""What a group looks after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from turntide.web.delivery.models import Group
from turntide.web.plans.models import Action, Actions, Heading


def actions_of(group: Group) -> Actions:
    """The standing actions that a group looks after: of its plans, beneath its headings, and its own."""
    remits = list(group.remits.all())
    plans = [remit.plan_id for remit in remits if remit.plan_id]
    actions = [remit.action_id for remit in remits if remit.action_id]
    headings = _with_all_beneath({remit.heading_id for remit in remits if remit.heading_id})
    found = Q(plan__in=plans) | Q(pk__in=actions) | Q(placements__heading__in=headings)
    inside = Action.objects.filter(found, plan__place=group.place_id).values("pk")
    return Action.objects.filter(pk__in=inside, plan__retired_at=None).standing()


def _with_all_beneath(headings: Iterable[UUID]) -> set[UUID]:
    wanted = set(headings)
    if not wanted:
        return wanted
    plans = Heading.objects.filter(pk__in=wanted).values("plan")
    children: dict[UUID | None, list[UUID]] = defaultdict(list)
    for id_, parent in Heading.objects.filter(plan__in=plans).values_list("pk", "parent_id"):
        children[parent].append(id_)
    open_ = list(wanted)
    while open_:
        beneath = [id_ for id_ in children[open_.pop()] if id_ not in wanted]
        wanted.update(beneath)
        open_ += beneath
    return wanted
