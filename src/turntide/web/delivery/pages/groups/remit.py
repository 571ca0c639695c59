"""Pages on which it is said what a group looks after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from django.forms import Form
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Group, Remit
from turntide.web.delivery.pages.groups.wording import (
    Crumbs,
    at,
    crumbs_to_group,
    parts_looked_after,
    plan_of,
)
from turntide.web.plans.models import Action, Heading, Plan
from turntide.web.plans.pages.wording import level_and_ref, short


@dataclass(frozen=True, slots=True)
class PlanChoice:
    """A plan, and what the group looks after of it, in words."""

    title: str
    url: str
    words: str


@dataclass(frozen=True, slots=True)
class RemitsPage:
    """Choose the plan of which the group looks after something."""

    template: ClassVar[str] = "delivery/groups/remits.html"
    place: Place
    group: Group
    plans: tuple[PlanChoice, ...]

    @property
    def title(self) -> str:
        """What is done here."""
        return _("What %(name)s looks after") % {"name": self.group.name}

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_group(self.place, self.group)

    @property
    def bring_in(self) -> str:
        """Where a plan is brought in."""
        return at(self.place, "intakes")


@dataclass(frozen=True, slots=True)
class Bough:
    """A heading to tick, with those beneath it."""

    id: str
    level: str
    text: str
    ticked: bool
    boughs: tuple[Bough, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """An action to tick."""

    id: str
    text: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class RemitPage:
    """Tick what of one plan the group looks after."""

    template: ClassVar[str] = "delivery/groups/remit.html"
    place: Place
    group: Group
    plan: Plan
    form: Form
    boughs: tuple[Bough, ...]
    leaves: tuple[Leaf, ...]
    words: str = ""
    changed_meanwhile: bool = False

    @property
    def title(self) -> str:
        """The plan's own."""
        return self.plan.title

    @property
    def caption(self) -> str:
        """What is done here."""
        return _("What %(name)s looks after") % {"name": self.group.name}

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        remits = (_("What it looks after"), at(self.place, "group_remit", self.group.pk))
        return (*crumbs_to_group(self.place, self.group), remits)

    @property
    def back(self) -> str:
        """Where to go without saving."""
        return self.crumbs[-2][1]


def plan_choices(place: Place, group: Group, plans: Sequence[Plan]) -> tuple[PlanChoice, ...]:
    """Every plan, with what the group looks after of it."""
    of_plan: dict[UUID, list[Remit]] = defaultdict(list)
    for remit in group.remits.all():
        of_plan[plan_of(remit).pk].append(remit)
    return tuple(
        PlanChoice(
            plan.title, at(place, "group_remit_plan", group.pk, plan.pk), parts_looked_after(of_plan[plan.pk])
        )
        for plan in plans
    )


def boughs_of(headings: Sequence[Heading], ticked: frozenset[str]) -> tuple[Bough, ...]:
    """The headings of a plan as a tree to tick."""
    known = {heading.pk for heading in headings}

    def beneath(parent: object) -> tuple[Bough, ...]:
        return tuple(
            Bough(str(one.pk), level_and_ref(one), one.text, str(one.pk) in ticked, beneath(one.pk))
            for one in headings
            if (one.parent_id if one.parent_id in known else None) == parent
        )

    return beneath(None)


def leaves_of(actions: Sequence[Action], ticked: frozenset[str]) -> tuple[Leaf, ...]:
    """Actions to tick, those that are ticked first."""
    leaves = (Leaf(str(one.pk), short(str(one), 200), str(one.pk) in ticked) for one in actions)
    return tuple(sorted(leaves, key=lambda leaf: not leaf.ticked))
