"""How much there is of what in plans, counted by the database."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from turntide.web.plans.models import (
    Action,
    Actions,
    Heading,
    Involvement,
    Measure,
    Milestone,
    Part,
    Plan,
    Tie,
)
from turntide.web.plans.store.filters import GAPS, year_name

_MOST_YEARS = 30


@dataclass(frozen=True, slots=True)
class Shape:
    """How many headings a plan has of each level, how many actions, and how many of these lack what."""

    levels: tuple[tuple[str, int], ...]
    actions: int
    gaps: tuple[tuple[str, int], ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.levels or self.actions)


@dataclass(frozen=True, slots=True)
class Involved:
    """A body, and in how many actions it leads or takes part."""

    body: UUID
    name: str
    leads: int
    partners: int


@dataclass(frozen=True, slots=True)
class When:
    """How many actions fall in each financial year, and how many in none."""

    years: tuple[tuple[str, int], ...]
    loose: int
    no_date: int


@dataclass(frozen=True, slots=True)
class Said:
    """A status in the plan's own words, its meaning, and how many actions have it."""

    wording: str
    lifecycle: str
    confidence: str
    actions: int


def shapes(plans: Sequence[Plan]) -> Mapping[UUID, Shape]:
    """The shape of each plan, in two queries however many plans there are."""
    levels = _levels(plans)
    gaps = _gaps(plans)
    return {plan.pk: _shape(plan, levels[plan.pk], gaps.get(plan.pk, {})) for plan in plans}


def involved(plan: Plan) -> list[Involved]:
    """Who is involved in a plan, the most involved first; a merged body counts as what it is known as."""
    rows = (
        Involvement.objects.filter(action__in=_standing(plan))
        .annotate(
            body=Coalesce("organisation__merged_into", "organisation"),
            known_as=Coalesce("organisation__merged_into__name", "organisation__name"),
        )
        .order_by()
        .values("body", "known_as")
        .annotate(
            leads=Count("action", filter=Q(part=Part.LEAD), distinct=True),
            partners=Count("action", filter=Q(part=Part.PARTNER), distinct=True),
        )
    )
    found = [Involved(row["body"], row["known_as"], row["leads"], row["partners"]) for row in rows]
    return sorted(found, key=lambda each: (-each.leads - each.partners, each.name.casefold()))


def by_year(plan: Plan) -> When:
    """Actions by financial year: one that runs through several counts in each, as the filter finds it."""
    dated = _standing(plan).exclude(when_wording="").order_by().values_list("starts", "ends")
    years: Counter[int] = Counter()
    loose = 0
    for starts, ends, many in dated.annotate(many=Count("pk")):
        for year in _years(starts, ends):
            years[year] += many
        loose += many if starts is None and ends is None else 0
    none = _standing(plan).filter(when_wording="").count()
    return When(tuple((year_name(year), years[year]) for year in sorted(years)), loose, none)


def statuses(plan: Plan) -> list[Said]:
    """Each status the plan gives, the commonest first."""
    rows = (
        _standing(plan)
        .order_by()
        .values_list("status_wording", "lifecycle", "confidence")
        .annotate(many=Count("pk"))
        .order_by("-many", "status_wording")
    )
    return [Said(*row) for row in rows]


def programmes(plan: Plan) -> list[tuple[str, int]]:
    """The programmes that actions of the plan belong to, with how many do."""
    ties = Tie.objects.filter(action__in=_standing(plan)).order_by()
    rows = ties.values_list("programme__name").annotate(many=Count("action")).order_by("programme__name")
    return list(rows)


def _standing(plan: Plan) -> Actions:
    return Action.objects.standing().filter(plan=plan)


def _levels(plans: Sequence[Plan]) -> Mapping[UUID, dict[str, int]]:
    found: dict[UUID, dict[str, int]] = defaultdict(dict)
    rows = Heading.objects.standing().filter(plan__in=plans).order_by().values_list("plan", "level")
    for plan, level, many in rows.annotate(many=Count("pk")):
        found[plan][level] = many
    return found


def _gaps(plans: Sequence[Plan]) -> Mapping[UUID, dict[str, int]]:
    parts = {
        "owner": Exists(Involvement.objects.filter(action=OuterRef("pk"))),
        "measure": Exists(Measure.objects.filter(action=OuterRef("pk"))),
        "milestone": Exists(Milestone.objects.filter(action=OuterRef("pk"))),
    }
    actions = Action.objects.standing().filter(plan__in=plans).order_by().values("plan")
    counted: Iterable[Any] = actions.annotate(
        all=Count("pk"),
        date=Count("pk", filter=Q(when_wording="")),
        **{name: Count("pk", filter=~part) for name, part in parts.items()},
    )
    return {row["plan"]: row for row in counted}


def _shape(plan: Plan, levels: dict[str, int], row: dict[str, int]) -> Shape:
    own = [level for level in plan.levels if level in levels]
    named = own + sorted(level for level in levels if level not in own)
    gaps = tuple((gap, row.get(gap, 0)) for gap in GAPS)
    return Shape(tuple((level, levels[level]) for level in named), row.get("all", 0), gaps)


def _years(starts: date | None, ends: date | None) -> Iterable[int]:
    """The financial years an action falls in, by the April they begin in."""
    day = ends or starts
    if day is None:
        return range(0)
    last = _april(day)
    first = min(_april(starts), last) if starts and ends else last
    return range(max(first, last - _MOST_YEARS), last + 1)


def _april(day: date) -> int:
    return day.year if day.month >= 4 else day.year - 1
