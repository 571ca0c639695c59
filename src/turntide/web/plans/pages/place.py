"""The front page of a place, and the list of its plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from django.core.paginator import Page
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.plan.model import WORKSHOP
from turntide.web.accounts.models import Place
from turntide.web.design.statuses import FRESHNESS, NOT_REPORTED
from turntide.web.plans.delivery_connection import Panel
from turntide.web.plans.models import Plan
from turntide.web.plans.pages.doings import Doing
from turntide.web.plans.pages.wording import GAP_WORDS, Crumbs
from turntide.web.plans.store.counting import Shape

FreshCounts = Mapping[str, int]
"""How many actions are how fresh, but for those not reported."""


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of what, with the list of them where there is one."""

    number: int
    words: str | Promise
    url: str = ""


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A plan in a list: its shape and its gaps."""

    title: str
    url: str
    period: str
    levels: tuple[Figure, ...]
    gaps: tuple[Figure, ...]
    fresh: tuple[Figure, ...]
    tree: str
    table: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for a person."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class PlacePage:
    """What a place holds, what waits and what was done of late."""

    template: ClassVar[str] = "plans/place.html"
    place: Place
    cards: tuple[PlanCard, ...]
    panels: tuple[Panel, ...]
    waiting: tuple[Waiting, ...]
    doings: tuple[Doing, ...]
    may_edit: bool

    @property
    def title(self) -> str:
        """The place's name."""
        return self.place.name

    @property
    def bring_in(self) -> str:
        """Where a file is brought in."""
        return reverse("intakes", args=[self.place.slug])

    @property
    def all_plans(self) -> str:
        """The list of all plans."""
        return reverse("plans", args=[self.place.slug])

    @property
    def history(self) -> str:
        """All that was done."""
        return reverse("place_history", args=[self.place.slug])


@dataclass(frozen=True, slots=True)
class PlansPage:
    """All plans of a place; retired ones apart."""

    template: ClassVar[str] = "plans/plans.html"
    place: Place
    cards: tuple[PlanCard, ...]
    paging: Page[Plan]
    retired: tuple[tuple[str, str], ...]
    may_edit: bool

    @property
    def title(self) -> str:
        """What the page lists."""
        return _("Plans")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return ((self.place.name, self.place.get_absolute_url()),)

    @property
    def bring_in(self) -> str:
        """Where a file is brought in."""
        return reverse("intakes", args=[self.place.slug])


def plan_cards(
    place: Place, plans: Sequence[Plan], shapes: Mapping[UUID, Shape], fresh: Mapping[UUID, FreshCounts]
) -> tuple[PlanCard, ...]:
    """Plans as cards."""
    return tuple(_card(place, plan, shapes[plan.pk], fresh.get(plan.pk, {})) for plan in plans)


def shape_figures(place: Place, plan: Plan, shape: Shape) -> tuple[Figure, ...]:
    """How many headings of each level, by its own name, and how many actions."""
    tree = reverse("plan_tree", args=[place.slug, plan.pk])
    table = reverse("plan_table", args=[place.slug, plan.pk])
    headings = tuple(Figure(many, level or _("Heading"), tree) for level, many in shape.levels)
    if plan.kind == WORKSHOP and not shape.actions:
        return (
            *headings,
            Figure(len(plan.takeaways), ngettext("Takeaway", "Takeaways", len(plan.takeaways))),
        )
    return (*headings, Figure(shape.actions, ngettext("Action", "Actions", shape.actions), table))


def gap_figures(place: Place, plan: Plan, shape: Shape) -> tuple[Figure, ...]:
    """How many actions lack what, each with the list of them."""
    table = reverse("plan_table", args=[place.slug, plan.pk])
    return tuple(Figure(many, GAP_WORDS[gap], f"{table}?lacks={gap}") for gap, many in shape.gaps if many)


def fresh_figures(place: Place, plan: Plan, shape: Shape, counts: FreshCounts) -> tuple[Figure, ...]:
    """How many actions are how fresh, each with the list of them; none where nobody was ever asked."""
    if not any(counts.values()):
        return ()
    table = reverse("plan_table", args=[place.slug, plan.pk])
    told = [
        Figure(counts.get(name, 0), each.word, f"{table}?fresh={name}") for name, each in FRESHNESS.items()
    ]
    untold = shape.actions - sum(counts.values())
    nothing = Figure(untold, NOT_REPORTED.word, f"{table}?fresh=none")
    return tuple(figure for figure in (*reversed(told), nothing) if figure.number)


def _card(place: Place, plan: Plan, shape: Shape, fresh: FreshCounts) -> PlanCard:
    return PlanCard(
        title=plan.title,
        url=reverse("plan", args=[place.slug, plan.pk]),
        period=(plan.period or {}).get("wording", ""),
        levels=shape_figures(place, plan, shape),
        gaps=gap_figures(place, plan, shape),
        fresh=fresh_figures(place, plan, shape, fresh),
        tree="" if shape.empty else reverse("plan_tree", args=[place.slug, plan.pk]),
        table=reverse("plan_table", args=[place.slug, plan.pk]),
    )
