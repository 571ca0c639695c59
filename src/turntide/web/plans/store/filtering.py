"""Actions of a place narrowed to what somebody looks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from turntide.web.accounts.models import Place
from turntide.web.plans.delivery_connection import delivery
from turntide.web.plans.models import Action, Actions, Heading, Involvement, Placement, Plan, Tie
from turntide.web.plans.store.filters import (
    LOOSE,
    NO_DATE,
    NOT_REPORTED,
    OVERDUE,
    Filters,
    UnknownFilterError,
    year_named,
)
from turntide.web.plans.store.meaning import bodies_meant, programmes_meant
from turntide.web.plans.store.searching import actions_with_words

OVER = ("complete", "stopped", "merged")
"""Nothing is overdue that is over."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Filters, with the rows that they name found in the place.

    ``guests`` are actions of other plans that stand under a heading of the chosen plan.
    """

    place: Place
    filters: Filters
    plan: Plan | None = None
    guests: tuple[UUID, ...] = ()
    theme: Heading | None = None
    beneath: tuple[UUID, ...] = ()
    bodies: tuple[tuple[UUID, str], ...] = ()
    programmes: tuple[int, ...] = ()

    @property
    def owner(self) -> str:
        """The owner in words."""
        return self.bodies[0][1] if len(self.bodies) == 1 else self.filters.owner


def chosen(place: Place, filters: Filters, plan: Plan | None = None) -> Chosen:
    """What filters name in a place; ``plan`` where the page is that plan's own. Raises UnknownFilterError."""
    plan = plan or _plan(place, filters.plan)
    theme = _theme(place, filters.theme)
    return Chosen(
        place=place,
        filters=filters,
        plan=plan,
        guests=_guests(plan) if plan else (),
        theme=theme,
        beneath=heading_and_beneath(theme) if theme else (),
        bodies=bodies_meant(place, filters.owner),
        programmes=programmes_meant(place, filters.programme),
    )


def actions_chosen(choice: Chosen, today: date) -> Actions:
    """The standing actions that fit, in no order. Overdue counts from ``today``."""
    actions = _of_plans(choice)
    filters = choice.filters
    actions = actions.filter(reduce(and_, _conditions(choice, today), Q()))
    for gap in filters.lacks:
        actions = getattr(actions, f"without_{gap}")()
    if filters.fresh:
        actions = delivery().narrowed(actions, "" if filters.fresh == NOT_REPORTED else filters.fresh)
    return actions_with_words(actions, choice.place, filters.words) if filters.words else actions


def heading_and_beneath(heading: Heading) -> tuple[UUID, ...]:
    """A heading's id and those of all beneath it."""
    children: dict[UUID | None, list[UUID]] = defaultdict(list)
    for pk, parent in Heading.objects.filter(plan_id=heading.plan_id).values_list("pk", "parent_id"):
        children[parent].append(pk)
    found = [heading.pk]
    for at in found:
        found += [child for child in children[at] if child not in found]
    return tuple(found)


def plans_standing(place: Place) -> QuerySet[Plan]:
    """The plans of a place that are not retired."""
    return Plan.objects.filter(place=place, retired_at=None)


def _of_plans(choice: Chosen) -> Actions:
    if choice.plan is None:
        return Action.objects.standing().filter(plan__place=choice.place, plan__retired_at=None)
    own = Q(plan=choice.plan)
    return Action.objects.standing().filter(own | Q(pk__in=choice.guests) if choice.guests else own)


def _conditions(choice: Chosen, today: date) -> Iterable[Q]:
    filters = choice.filters
    if choice.theme:
        yield Q(pk__in=Placement.objects.filter(heading__in=choice.beneath).values("action"))
    if filters.owner:
        yield Q(pk__in=_involved(choice))
    if filters.programme:
        yield Q(pk__in=Tie.objects.filter(programme__in=choice.programmes).values("action"))
    if filters.when:
        yield _when(filters.when, today)
    if filters.status:
        yield _stands("lifecycle", ["" if filters.status == NOT_REPORTED else filters.status])
    if filters.confidence:
        yield _stands("confidence", ["" if filters.confidence == NOT_REPORTED else filters.confidence])
    if filters.said:
        yield Q(status_wording=filters.said)


def _stands(axis: str, values: Collection[str]) -> Q:
    """As lists show it: what a partner said of an action, or else what the document says."""
    told, so = delivery().told(axis, values)
    return Q(pk__in=so) | (Q(**{f"{axis}__in": values}) & ~Q(pk__in=told))


def _involved(choice: Chosen) -> QuerySet[Involvement, Any]:
    involved = Involvement.objects.filter(organisation__in=[pk for pk, _ in choice.bodies])
    merged = Involvement.objects.filter(organisation__merged_into__in=[pk for pk, _ in choice.bodies])
    found = involved | merged
    return (found.filter(part=choice.filters.part) if choice.filters.part else found).values("action")


def _when(when: str, today: date) -> Q:
    if when == OVERDUE:
        return Q(ends__lt=today) & ~_stands("lifecycle", OVER)
    if when == NO_DATE:
        return Q(when_wording="")
    if when == LOOSE:
        return ~Q(when_wording="") & Q(starts=None, ends=None)
    first, last = year_named(when) or (today, today)
    due = Q(ends__range=(first, last))
    through = Q(starts__lte=last, ends__gte=first)
    return due | through | Q(starts__range=(first, last), ends=None)


def _guests(plan: Plan) -> tuple[UUID, ...]:
    elsewhere = Placement.objects.filter(heading__plan=plan, main=False).exclude(action__plan=plan)
    return tuple(elsewhere.values_list("action_id", flat=True))


def _plan(place: Place, wanted: str) -> Plan | None:
    if not wanted:
        return None
    plan = Plan.objects.filter(place=place, pk=_id(wanted)).first()
    if plan is None:
        raise UnknownFilterError("There is no such plan here.")
    return plan


def _theme(place: Place, wanted: str) -> Heading | None:
    if not wanted:
        return None
    theme = Heading.objects.filter(plan__place=place, pk=_id(wanted)).first()
    if theme is None:
        raise UnknownFilterError("There is no such heading here.")
    return theme


def _id(wanted: str) -> UUID:
    try:
        return UUID(wanted)
    except ValueError as wrong:
        raise UnknownFilterError("The address is not whole.") from wrong
