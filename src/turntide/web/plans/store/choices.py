"""What there is to choose from when a list of actions is narrowed."""

from __future__ import annotations

from dataclasses import dataclass

from turntide.web.accounts.models import Place
from turntide.web.organisations.models import Organisation
from turntide.web.plans.models import Heading, Involvement, Plan, Programme, Tie

MOST = 150
"""More than these nobody finds anything among: there the name is typed."""

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """Values and words of each filter. None: too many to list. ``headings`` only where a plan is chosen."""

    plans: Pairs
    headings: tuple[Heading, ...]
    bodies: Pairs | None
    programmes: Pairs | None


def choices_in(place: Place, plan: Plan | None, plans: Pairs) -> Choices:
    """What there is in a place, or in a plan of it."""
    return Choices(
        plans=plans,
        headings=tuple(plan.headings.standing().defer("source", "sources", "rationale")) if plan else (),
        bodies=_bodies(place, plan),
        programmes=_programmes(place, plan),
    )


def _bodies(place: Place, plan: Plan | None) -> Pairs | None:
    bodies = Organisation.objects.standing().filter(place=place)
    if plan is not None:
        named = Involvement.objects.filter(action__plan=plan).order_by()
        bodies = bodies.filter(pk__in=named.values("organisation"))
    return _few([(str(pk), name) for pk, name in bodies.values_list("pk", "name")[: MOST + 1]])


def _programmes(place: Place, plan: Plan | None) -> Pairs | None:
    names = Programme.objects.filter(place=place)
    if plan is not None:
        names = names.filter(pk__in=Tie.objects.filter(action__plan=plan).order_by().values("programme"))
    return _few([(name, name) for name in names.values_list("name", flat=True)[: MOST + 1]])


def _few(pairs: list[tuple[str, str]]) -> Pairs | None:
    return tuple(pairs) if len(pairs) <= MOST else None
