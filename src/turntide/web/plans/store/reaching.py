"""What those who change plans reach, within their place, and the choices they are offered."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from turntide.web.accounts.models import Place
from turntide.web.plans.models import Action, Actions, Change, Comment, Heading, Plan, Version
from turntide.web.plans.store.states import hex_id

_SUGGESTED = 500


def actions_in(place: Place) -> Actions:
    """All actions of a place, with their plans."""
    return Action.objects.filter(plan__place=place).select_related("plan", "plan__place")


def plans_to_merge_with(action: Action) -> list[Plan]:
    """The standing plans of an action's place that have another action to merge it with, its own first."""
    others = Action.objects.standing().exclude(pk=action.pk).filter(plan=OuterRef("pk"))
    plans = Plan.objects.filter(Exists(others), place=action.plan.place, retired_at=None)
    return sorted(plans.only("pk", "title"), key=lambda plan: plan.pk != action.plan_id)


def headings_in(place: Place) -> QuerySet[Heading]:
    """All headings of a place, with their plans."""
    return Heading.objects.filter(plan__place=place).select_related("plan", "plan__place", "parent")


def changes_in(place: Place) -> QuerySet[Change]:
    """All changes of a place's plans, newest first."""
    return Change.objects.filter(plan__place=place).select_related("plan", "plan__place", "by", "undoes")


def changes_of(thing_id: UUID, place: Place) -> QuerySet[Change]:
    """The changes that touched one thing."""
    touched = Version.objects.filter(thing_id=thing_id).values("change_id")
    return changes_in(place).filter(pk__in=touched)


def version_of(action: Action, number: int) -> Version | None:
    """An action's version with this number, with the change that made it."""
    found = Version.objects.filter(change__plan__place=action.plan.place, thing_id=action.pk, number=number)
    return found.select_related("change__by", "change__plan").order_by("pk").last()


def comments_in(place: Place) -> QuerySet[Comment]:
    """All that was said in a place."""
    return Comment.objects.filter(action__plan__place=place).select_related("by", "action__plan__place")


def organisations_known(place: Place) -> list[str]:
    """Names to suggest for leads and partners."""
    return list(place.organisations.standing().values_list("name", flat=True)[:_SUGGESTED])


def programmes_known(place: Place) -> list[str]:
    """Names to suggest for programmes."""
    return list(place.programmes.values_list("name", flat=True)[:_SUGGESTED])


def levels_known(plan: Plan) -> list[str]:
    """What the plan calls its levels."""
    return [str(level) for level in plan.levels]


def heading_choices(plans: Iterable[Plan], without: Iterable[str] = ()) -> list[tuple[Plan, list[Branch]]]:
    """The standing headings of plans as a tree laid flat, but for some and all beneath them."""
    every = list(plans)
    rows = list(Heading.objects.standing().filter(plan__in=every))
    left_out = set(without)
    return [(plan, _flat([row for row in rows if row.plan_id == plan.pk], left_out)) for plan in every]


Branch = tuple[Heading, int]
"""A heading and how deep it stands."""


def _flat(rows: list[Heading], left_out: set[str]) -> list[Branch]:
    beneath: dict[UUID | None, list[Heading]] = {}
    ids = {row.pk for row in rows}
    for row in rows:
        beneath.setdefault(row.parent_id if row.parent_id in ids else None, []).append(row)
    found: list[Branch] = []

    def walk(parent: UUID | None, depth: int) -> None:
        for row in beneath.get(parent, []):
            if hex_id(row.pk) not in left_out:
                found.append((row, depth))
                walk(row.pk, depth + 1)

    walk(None, 0)
    return found
