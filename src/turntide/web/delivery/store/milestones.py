"""Milestones of a place by day, as their plans have them and as updates have moved them since."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, F, Max, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum, When
from django.db.models.functions import Coalesce

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Group, Step, Update
from turntide.web.delivery.rules.cadence import ENDED
from turntide.web.delivery.store.remits import actions_of
from turntide.web.plans.models import Involvement, Milestone, Plan

Dated = QuerySet[Any, Any]
"""Milestones with what `milestones_of` annotates: ``day``, ``moved``, ``met`` and ``stands``."""

_TOLD = (
    *("text", "due", "action__ref", "action__text", "action__version", "action__changed_at"),
    *("action__plan__title", "action__plan__place_id"),
)


@dataclass(frozen=True, slots=True)
class Sought:
    """What the calendar is narrowed to; what is None does not narrow."""

    plan: Plan | None = None
    bodies: Collection[UUID] | None = None
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A milestone and the day it is due.

    ``was`` is the day of the plan where an update moved it, with the ``reason`` that was given. ``lifecycle`` is its
    action's, as last said. ``changes`` grows with everything written of the action, and ``changed_at`` is when.
    """

    milestone: Milestone
    day: date
    was: date | None
    reason: str
    met_on: date | None
    lifecycle: str
    changes: int
    changed_at: datetime

    @property
    def is_done(self) -> bool:
        """Whether it was met, or its action is complete."""
        return self.met_on is not None or self.lifecycle == "complete"

    @property
    def is_off(self) -> bool:
        """Whether nobody is at it any more."""
        return not self.is_done and self.lifecycle in ENDED

    def is_overdue(self, today: date) -> bool:
        """Whether its day went by without a word of it."""
        return self.day < today and not self.is_done and not self.is_off


def milestones_of(place: Place, sought: Sought | None = None) -> Dated:
    """The milestones of a place's standing actions that have a day, with that day as ``day``."""
    sought = sought or Sought()
    standing = Milestone.objects.filter(
        action__plan__place=place,
        action__plan__retired_at=None,
        action__retired_at=None,
        action__merged_into=None,
    )
    moved = (
        Step.objects.exclude(update__state=Update.State.DRAFT).exclude(milestone=None).exclude(moved_to=None)
    )
    dated = standing.filter(Q(due__isnull=False) | Q(pk__in=moved.order_by().values("milestone")))
    return _with_days(_narrowed(dated, sought)).order_by("day", "pk")


def between(milestones: Dated, first: date, end: date) -> Dated:
    """Those due from one day on and before another."""
    return _due(milestones, gte=first, lt=end)


def first_after(milestones: Dated, when: date) -> date | None:
    """The day of the first that is due on or after a day."""
    day: date | None = _due(milestones, gte=when).values_list("day", flat=True).first()
    return day


def overdue(milestones: Dated, today: date) -> Dated:
    """Those whose day went by without a word of it. Of most no update says anything: the plan's day holds."""
    told = Step.objects.exclude(milestone=None).order_by().values("milestone")
    untold = Q(due__lt=today) & ~Q(pk__in=told)
    gone_by = milestones.filter(untold | Q(pk__in=told, day__lt=today, met=None))
    return gone_by.exclude(stands__in=ENDED)


def these(place: Place, ids: Collection[int]) -> Dated:
    """The milestones of a place with these ids, in the order of their days."""
    return milestones_of(place).filter(pk__in=ids)


def with_owners(milestones: Dated) -> Dated:
    """With who is involved in their actions; one query more."""
    involved = Involvement.objects.order_by("part", "position", "id")
    return milestones.prefetch_related(Prefetch("action__involvements", involved))


def marked(milestones: Dated) -> list[Marked]:
    """Milestones with all that a calendar tells of them; one query, and no column that it does not tell."""
    rows = (
        milestones.select_related("action__plan")
        .only(*_TOLD)
        .annotate(
            reason=Subquery(_moves().values("reason")[:1]),
            said_changes=Subquery(_of_action().values("action").annotate(all=Sum("version")).values("all")),
            said_last=Subquery(_of_action().values("action").annotate(last=Max("changed_at")).values("last")),
        )
    )
    return [_marked(row) for row in rows]


def _marked(row: Milestone) -> Marked:
    found: Any = row  # with what `marked` and `_with_days` annotate
    action = row.action
    return Marked(
        milestone=row,
        day=found.day,
        was=row.due if found.moved and row.due != found.moved else None,
        reason=found.reason or "" if found.moved else "",
        met_on=found.met,
        lifecycle=found.stands,
        changes=action.version + (found.said_changes or 0),
        changed_at=max(each for each in (action.changed_at, found.said_last) if each),
    )


def _due(milestones: Dated, **bounds: date) -> Dated:
    """Those whose day lies within bounds.

    Which day holds is looked at only where the plan or an update names one of these: a place has thousands.
    """
    moved = Step.objects.filter(**_bounding("moved_to", bounds)).exclude(milestone=None)
    named = Q(**_bounding("due", bounds)) | Q(pk__in=moved.order_by().values("milestone"))
    return milestones.filter(named).filter(**_bounding("day", bounds))


def _bounding(field: str, bounds: Mapping[str, date]) -> dict[str, date]:
    return {f"{field}__{name}": day for name, day in bounds.items()}


def _with_days(milestones: QuerySet[Milestone]) -> Dated:
    """``moved``: the day an update gave it last; ``met``: when it was met, unless it was moved after that."""
    last = _steps().exclude(moved_to=None, met_on=None)
    told = When(action__standing__told=True, then="action__standing__lifecycle")
    return milestones.annotate(
        moved=Subquery(_moves().values("moved_to")[:1]),
        met=Subquery(last.values("met_on")[:1]),
        stands=Case(told, default="action__lifecycle"),
        day=Coalesce("moved", "due"),
    )


def _moves() -> QuerySet[Step]:
    return _steps().exclude(moved_to=None)


def _steps() -> QuerySet[Step]:
    """What handed-in updates say of the milestone, the latest first."""
    said = Step.objects.filter(milestone=OuterRef("pk")).exclude(update__state=Update.State.DRAFT)
    return said.order_by(
        F("update__on").desc(nulls_last=True), F("update__said_at").desc(nulls_last=True), "-pk"
    )


def _of_action() -> QuerySet[Update]:
    return Update.objects.filter(action=OuterRef("action")).said().order_by()


def _narrowed(milestones: QuerySet[Milestone], sought: Sought) -> QuerySet[Milestone]:
    if sought.plan is not None:
        milestones = milestones.filter(action__plan=sought.plan)
    if sought.bodies is not None:
        merged = Q(organisation__merged_into__in=sought.bodies)
        named = Involvement.objects.filter(Q(organisation__in=sought.bodies) | merged).order_by()
        milestones = milestones.filter(action__in=named.values("action"))
    if sought.group is not None:
        milestones = milestones.filter(action__in=actions_of(sought.group).order_by().values("pk"))
    return milestones
