"""How fresh what is known of actions is, looked up and narrowed by the database as `rules.freshness` works it out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, JSONObject, TruncDate

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Round, Standing, Update
from turntide.web.delivery.rules.freshness import SILENT_AFTER, Freshness, Known
from turntide.web.plans.models import Action, Actions

_TOLD = tuple(each for each in Freshness if each is not Freshness.UNKNOWN)
_AT_ONCE = 10_000
"""As many ids as a database takes in one question."""


@dataclass(frozen=True, slots=True)
class LastSaid:
    """How an action stood when somebody last said so."""

    lifecycle: str
    confidence: str
    on: date | None
    approved: bool
    by_document: bool
    vocabulary: int | None


@dataclass(frozen=True, slots=True)
class Standings:
    """What is known of an action's freshness, with the plan it belongs to and what was last said of how it stands."""

    known: Known
    plan: UUID
    last: LastSaid | None


def standings_of(actions: Collection[UUID]) -> Mapping[UUID, Standings]:
    """What is known of each; those never asked for nor told of are left out. One query for a page of them."""
    found: dict[UUID, Standings] = {}
    wanted = list(actions)
    for start in range(0, len(wanted), _AT_ONCE):
        some = Standing.objects.filter(action_id__in=wanted[start : start + _AT_ONCE])
        rows = some.annotate(plan=F("action__plan_id"), last=_last_said())
        found.update((row.action_id, _standings(row)) for row in rows)
    return found


def narrowed(actions: Actions, wanted: str, today: date) -> Actions:
    """Those of them that are this fresh today."""
    # As subqueries: a list of actions is then still read from its own index alone.
    if Freshness(wanted) is Freshness.UNKNOWN:
        return actions.exclude(pk__in=Standing.objects.exclude(_never_told()).values("action"))
    return actions.filter(pk__in=Standing.objects.filter(_is(Freshness(wanted), today)).values("action"))


def counts(actions: Actions, today: date) -> Mapping[str, int]:
    """How many of them are how fresh."""
    told: dict[str, int] = actions.order_by().aggregate(all=Count("pk"), **_counting(today))
    everything = told.pop("all")
    return {Freshness.UNKNOWN.value: everything - sum(told.values()), **told}


def counts_of_plans(plans: Collection[UUID], today: date) -> Mapping[UUID, Mapping[str, int]]:
    """How many standing actions of each plan are how fresh, but for those not reported; in one query."""
    rows: Iterable[Any] = (
        Action.objects.standing()
        .filter(plan__in=plans, standing__isnull=False)
        .order_by()
        .values("plan")
        .annotate(**_counting(today))
    )
    return {row["plan"]: {each.value: row[each.value] for each in _TOLD} for row in rows}


def reports(place: Place) -> bool:
    """Whether anybody was ever asked in a place, or a plan of it came with updates of its own."""
    asked = Round.objects.filter(place=OuterRef("pk")).exclude(opened_at=None)
    told = Update.objects.filter(edition__plan__place=OuterRef("pk")).exclude(on=None)
    return Place.objects.filter(Exists(asked) | Exists(told), pk=place.pk).exists()


def _is(wanted: Freshness, today: date, path: str = "") -> Q:
    """The condition on standings that says what `rules.freshness.freshness` does; ``path`` leads to them."""

    def q(**conditions: object) -> Q:
        return Q(**{f"{path}{name}": value for name, value in conditions.items()})

    overdue, waits = q(asked_due__lt=today), q(asked_due__gte=today)
    unmoved = q(missed=0, asked_due=None)
    stale = q(said_on__isnull=False, fresh_until__lt=today)
    still = q(said_on__isnull=False) & (q(fresh_until=None) | q(fresh_until__gte=today))
    return {
        Freshness.SILENT: q(missed__gte=SILENT_AFTER) | q(missed=SILENT_AFTER - 1) & overdue,
        Freshness.LATE: q(missed=SILENT_AFTER - 1) & (q(asked_due=None) | waits) | q(missed=0) & overdue,
        Freshness.DUE: q(missed=0) & waits | unmoved & stale,
        Freshness.CURRENT: unmoved & still,
    }[wanted]


def _never_told() -> Q:
    """The condition on standings of actions that nobody was ever asked for or told of."""
    return Q(missed=0, asked_due=None, said_on=None)


def _last_said() -> Subquery:
    """The last update that says how the action stands: approved, or of the document; else the last handed in."""
    ours = Update.objects.filter(action=OuterRef("action"))
    ours = ours.exclude(lifecycle="", confidence="", status_as="")
    approved = Exists(ours.approved().exclude(via=Update.Via.DOCUMENT))
    waiting = Q(state=Update.State.SUBMITTED) & ~approved
    said = ours.filter(Q(state=Update.State.APPROVED) | waiting)
    # A report of a document that bears no date is as new as the document.
    day = Coalesce("on", TruncDate("said_at"))
    ordered = said.order_by(day.desc(nulls_last=True), F("said_at").desc(nulls_last=True), "-made_at")
    told = JSONObject(
        **{name: name for name in ("lifecycle", "confidence", "on", "state", "via", "vocabulary")}
    )
    return Subquery(ordered.values(told=told)[:1])


def _standings(row: Any) -> Standings:
    known = Known(row.said_on, row.asked_due, row.missed, row.fresh_until)
    return Standings(known, row.plan, _last(row.last) if row.last else None)


def _last(told: Mapping[str, Any]) -> LastSaid:
    return LastSaid(
        lifecycle=told["lifecycle"],
        confidence=told["confidence"],
        on=date.fromisoformat(told["on"]) if told["on"] else None,
        approved=told["state"] == Update.State.APPROVED,
        by_document=told["via"] == Update.Via.DOCUMENT,
        vocabulary=told["vocabulary"],
    )


def _counting(today: date) -> dict[str, Count]:
    return {each.value: Count("pk", filter=_is(each, today, "standing__")) for each in _TOLD}
