"""The plans of all places that publish on this site, each with the publication it is in."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from turntide.web.periods.rules.record import ActionThen, PlanThen
from turntide.web.publishing.store.published import Shown, all_current


@dataclass(frozen=True, slots=True)
class Published:
    """A published plan. ``shown`` is what the public sees of its place."""

    shown: Shown
    plan: PlanThen

    @property
    def id(self) -> str:
        """The plan's id."""
        return self.plan.id

    @property
    def title(self) -> str:
        """What it is called."""
        return self.plan.title

    @property
    def slug(self) -> str:
        """Its place, in addresses."""
        return self.shown.place.slug

    @property
    def place(self) -> str:
        """Its place, by name."""
        return self.shown.about.name or self.shown.record.place

    @property
    def actions(self) -> tuple[ActionThen, ...]:
        """Its actions, in its order."""
        return self.shown.index.of_plan(self.plan.id)


def published_plans(
    places: Collection[str] = (), plans: Collection[str] = (), *, among: Iterable[Shown] | None = None
) -> tuple[Published, ...]:
    """Every published plan, by place and then in the place's order.

    ``places`` (slugs) and ``plans`` (ids) narrow where they name any: what is not published is then simply not there.
    ``among``: what the public sees, where it is known already.
    """
    every = all_current() if among is None else among
    return tuple(
        Published(shown, plan)
        for shown in every
        if not places or shown.place.slug in places
        for plan in shown.record.plans
        if not plans or plan.id in plans
    )
