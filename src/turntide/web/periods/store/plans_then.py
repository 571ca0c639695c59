"""Plans and headings as they stood at a moment: which there were, in which words and order."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from turntide.web.accounts.models import Place
from turntide.web.periods.store.asked import AT_ONCE, Moment
from turntide.web.periods.store.states_then import states_then
from turntide.web.plans.models import Heading, Plan
from turntide.web.plans.store.states import HEADING, PLAN, HeadingState, PlanState


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan, with what it says of itself."""

    id: UUID
    title: str
    vision: str
    period: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A heading and where it stands."""

    id: UUID
    plan: UUID
    parent: UUID | None
    position: float
    level: str
    ref: str
    text: str


Headings = Mapping[UUID, HeadingRow]


def plans_of(place: Place, chosen: Collection[UUID], moment: Moment) -> list[PlanRow]:
    """The plans that stood, or those chosen of them, by title; two queries at most."""
    rows = Plan.objects.filter(place=place, made_at__lte=moment.at)
    found = {row.pk: _plan(row) for row in rows.filter(stood(moment))}
    for id_, state in states_then(place, PLAN, moment):
        found.pop(id_, None)
        if isinstance(state, PlanState) and not state.retired:
            found[id_] = _plan_before(id_, state)
    wanted = [each for each in found.values() if not chosen or each.id in chosen]
    return sorted(wanted, key=lambda each: (each.title, each.id))


def headings_of(place: Place, moment: Moment) -> Headings:
    """The headings of all a place's plans, in their order; two queries at most."""
    rows = Heading.objects.filter(stood(moment), plan__place=place).order_by()
    names = ("pk", "plan_id", "parent_id", "position", "level", "ref", "text")
    found = {row[0]: HeadingRow(*row) for row in rows.values_list(*names).iterator(AT_ONCE)}
    before = dict(states_then(place, HEADING, moment))
    plans = dict(Heading.objects.filter(plan__place=place).values_list("pk", "plan_id")) if before else {}
    for id_, state in before.items():
        found.pop(id_, None)
        if isinstance(state, HeadingState) and not state.retired and id_ in plans:
            found[id_] = _heading_before(id_, plans[id_], state)
    ordered = sorted(found.values(), key=lambda each: (each.position, each.id))
    return {each.id: each for each in ordered}


def path_of(under: UUID | None, headings: Headings) -> tuple[UUID, ...]:
    """A heading and those above it, outermost first."""
    path: list[UUID] = []
    while under is not None and under in headings and under not in path:
        path.append(under)
        under = headings[under].parent
    return tuple(reversed(path))


def stood(moment: Moment) -> Q:
    """The condition on rows that they were not set aside at the moment, as far as they themselves tell."""
    return Q(retired_at=None) if moment.is_now else Q(retired_at=None) | Q(retired_at__gt=moment.at)


def _plan(row: Plan) -> PlanRow:
    period = (row.period or {}).get("wording") or ""
    return PlanRow(row.pk, row.title, row.vision, period, tuple(row.levels))


def _plan_before(id_: UUID, state: PlanState) -> PlanRow:
    period = state.period.wording if state.period else ""
    # As long as its row holds it.
    return PlanRow(id_, state.title[:500], state.vision or "", period, state.levels)


def _heading_before(id_: UUID, plan: UUID, state: HeadingState) -> HeadingRow:
    read = state.read
    parent = UUID(read.parent) if read.parent else None
    return HeadingRow(id_, plan, parent, state.position, read.level[:200], (read.ref or "")[:100], read.text)
