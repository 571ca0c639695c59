"""What was said of actions and approved, as it stood at a moment. What is not approved never comes into a record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from turntide.web.delivery.models import Reach, Reading, Update
from turntide.web.periods.rules.record import ReachedThen, ReadingThen, StatementThen
from turntide.web.periods.rules.said_before import Then
from turntide.web.periods.rules.since import tells_of
from turntide.web.periods.store.asked import AT_ONCE, Moment, Span, key_of
from turntide.web.periods.store.rewritten import Rewritten
from turntide.web.periods.store.said_rows import DAY, SaidRow, approved, latest_rows, written_since

Parts = Mapping[str, Iterable[tuple[Any, ...]]]
_FIELDS: Mapping[type[Model], tuple[str, tuple[str, ...]]] = {
    Reach: ("reached", ("group", "number")),
    Reading: ("readings", ("text", "value", "on", "origin")),
}
"""The parts of an update, each by its name in history and its fields."""


@dataclass(frozen=True, slots=True)
class SaidOf:
    """What was approved of an action: the last statement, and the last that says how it stands."""

    statement: StatementThen | None = None
    stands: SaidRow | None = None


NOTHING_SAID = SaidOf()


def said_of(plans: Collection[UUID], moment: Moment, rewritten: Rewritten) -> Mapping[UUID, SaidOf]:
    """What was last approved of every action of these plans; a fixed number of queries."""
    last: dict[UUID, SaidRow] = {}
    stands: dict[UUID, SaidRow] = {}
    for row in latest_rows(plans, moment, rewritten):
        _keep_latest(last, row)
        if row.says_how:
            _keep_latest(stands, row)
    told = {row.pk.hex for row in last.values()}
    reached, readings = (_parts(kind, plans, told, rewritten) for kind in (Reach, Reading))
    return {
        action: SaidOf(
            _statement(row, reached.get(row.pk.hex, ()), readings.get(row.pk.hex, ())), stands.get(action)
        )
        for action, row in last.items()
    }


def reported_in(plans: Collection[UUID], span: Span, moment: Moment, rewritten: Rewritten) -> set[str]:
    """The actions of which something was approved that tells of the span, by `key_of`; two queries at most."""
    touches = Q(starts__lte=span.ends, ends__gte=span.starts)
    undated = (Q(starts=None) | Q(ends=None)) & Q(day__gte=span.starts, day__lte=span.ends)

    def near(updates: QuerySet[Update]) -> QuerySet[Any, Any]:
        return updates.annotate(day=DAY, of=key_of("action")).filter(touches | undated)

    since = near(written_since(plans, moment)).values_list("pk", "of", "starts", "ends", "day")
    held = (told for pk, *told in since.iterator(AT_ONCE) if rewritten.get(pk, Then()).is_approved)
    kept = near(approved(plans, moment)).values_list("of", "starts", "ends", "day")
    return {
        action
        for action, starts, ends, day in chain(kept.iterator(AT_ONCE), held)
        if tells_of(starts or day, ends or day, span.starts, span.ends)
    }


def _keep_latest(rows: dict[UUID, SaidRow], row: SaidRow) -> None:
    held = rows.get(row.action)
    if held is None or row.age > held.age:
        rows[row.action] = row


def _parts(kind: type[Model], plans: Collection[UUID], updates: set[str], rewritten: Rewritten) -> Parts:
    """The parts of these updates: from their rows, and of those written since as history has them."""
    name, fields = _FIELDS[kind]
    since = {pk.hex: then.said for pk, then in rewritten.items() if then.said is not None}
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    rows = kind._default_manager.filter(update__action__plan__in=plans).annotate(of=key_of("update"))
    for update, *told in rows.order_by("pk").values_list("of", *fields).iterator(AT_ONCE):
        if update in updates and update not in since:
            found[update].append(tuple(told))
    for update in updates & since.keys():
        said = since[update].get(name, ())
        found[update] = [tuple(each.get(field) for field in fields) for each in said]
    return found


def _statement(
    row: SaidRow, reached: Iterable[tuple[Any, ...]], readings: Iterable[tuple[Any, ...]]
) -> StatementThen:
    return StatementThen(
        id=str(row.pk),
        on=iso(row.on),
        by=row.author_name or row.person or "",
        body=row.body_now or row.body or "",
        role=row.role or "",
        starts=iso(row.starts),
        ends=iso(row.ends),
        # What came in a plan's own column is kept as its document words it.
        done=row.done or row.wording,
        next=row.next,
        in_the_way=row.in_the_way,
        ask=row.ask,
        reason=row.reason,
        recovers_on=iso(row.recovers_on),
        no_change=row.no_change,
        public=row.public_words if row.public and row.settled_at else "",
        reached=tuple(ReachedThen(group, number) for group, number in reached),
        readings=tuple(ReadingThen(text, value, iso(on), origin) for text, value, on, origin in readings),
        approved_at=iso(row.approved_at),
    )


def iso(when: date | datetime | str | None) -> str:
    """A day or a moment in ISO 8601; history keeps it so already."""
    return when if isinstance(when, str) else when.isoformat() if when else ""
