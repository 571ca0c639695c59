"""What stands near an action: before and after it, with the same owner, in the same programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from turntide.web.plans.models import Action, Actions, Heading, Involvement, Part, Tie

_FEW = 5


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Actions near another. ``owned`` and ``joined`` are a few each, of any plan of the place."""

    before: Action | None
    after: Action | None
    owned: tuple[Action, ...]
    joined: tuple[Action, ...]


def neighbours_of(action: Action) -> Neighbours:
    """What stands near an action that was fetched with its involvements and ties."""
    standing = Action.objects.standing().only("plan_id", "ref", "text", "position")
    here = standing.filter(plan_id=action.plan_id).exclude(pk=action.pk)
    earlier = Q(position__lt=action.position) | Q(position=action.position, pk__lt=action.pk)
    return Neighbours(
        before=here.filter(earlier).order_by("-position", "-id").first(),
        after=here.exclude(earlier).order_by("position", "id").first(),
        owned=_few(action, standing, _same_owner(action)),
        joined=_few(action, standing, _same_programme(action)),
    )


def paths_to(action: Action) -> tuple[tuple[Heading, ...], ...]:
    """The headings above an action, outermost first: the main path, then others it serves."""
    placements = list(action.placements.all())
    wanted = [placement.heading_id for placement in sorted(placements, key=lambda each: not each.main)]
    plans = Heading.objects.filter(pk__in=wanted).values("plan")
    shown = Heading.objects.filter(plan__in=plans).only("plan_id", "parent_id", "level", "ref", "text")
    known = {heading.pk: heading for heading in shown} if wanted else {}
    return tuple(_path(pk, known) for pk in wanted if pk in known)


def _path(pk: UUID | None, known: dict[UUID, Heading]) -> tuple[Heading, ...]:
    found: list[Heading] = []
    while pk in known and known[pk] not in found:
        found.append(known[pk])
        pk = found[-1].parent_id
    return tuple(reversed(found))


def _few(action: Action, standing: Actions, near: QuerySet[Any, Any] | None) -> tuple[Action, ...]:
    if near is None:
        return ()
    found = standing.filter(pk__in=near.values("action")).exclude(pk=action.pk)
    return tuple(found.order_by("plan_id", "position")[:_FEW])


def _same_owner(action: Action) -> QuerySet[Involvement] | None:
    lead = next((each for each in action.involvements.all() if each.part == Part.LEAD), None)
    return Involvement.objects.filter(organisation=lead.organisation_id) if lead else None


def _same_programme(action: Action) -> QuerySet[Tie] | None:
    ties = [tie.programme_id for tie in action.ties.all()]
    return Tie.objects.filter(programme__in=ties) if ties else None
