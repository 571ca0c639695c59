"""Which actions came and which went within a time: what history says, first state against last."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.db.models.fields.json import KT
from django.utils import timezone

from turntide.web.periods.rules.record import DroppedThen
from turntide.web.periods.store.asked import AT_ONCE, Moment, Span
from turntide.web.plans.models import Version

_ACTION = "action"
_FIRST_EDITION = 1


class _Touched(NamedTuple):
    """A change of an action, as far as whether it stands."""

    action: UUID
    plan: UUID
    at: datetime
    stood: bool
    stands: bool
    into: str
    ref: str
    text: str


@dataclass(frozen=True, slots=True)
class Turnover:
    """The ids of actions that came, and those that went."""

    added: frozenset[UUID]
    dropped: tuple[DroppedThen, ...]


def turnover_of(plans: Collection[UUID], span: Span, moment: Moment) -> Turnover:
    """What came and went until the span's end, or the moment where that is before; one query."""
    first: dict[UUID, _Touched] = {}
    last: dict[UUID, _Touched] = {}
    for each in _touched(_versions(plans, span, moment)):
        first.setdefault(each.action, each)
        last[each.action] = each
    came = [pk for pk, each in first.items() if not each.stood and last[pk].stands]
    gone = [last[pk] for pk, each in first.items() if each.stood and not last[pk].stands]
    return Turnover(frozenset(came), tuple(_dropped(each) for each in gone))


def _versions(plans: Collection[UUID], span: Span, moment: Moment) -> QuerySet[Version]:
    until = min(span.ended_at, moment.at)
    return Version.objects.filter(
        thing=_ACTION, change__plan__in=plans, change__at__gte=span.begun_at, change__at__lte=until
    ).order_by("change__at", "pk")


def _touched(versions: QuerySet[Version]) -> Iterator[_Touched]:
    # An action's words are wanted only where it went.
    rows = versions.annotate(
        was_retired=KT("before__retired"),
        was_merged=KT("before__merged_into"),
        is_retired=KT("after__retired"),
        is_merged=KT("after__merged_into"),
        ref=KT("after__read__ref"),
        text=KT("after__read__text"),
        made=ExpressionWrapper(Q(before__isnull=True), BooleanField()),
    ).values_list(
        *("thing_id", "change__plan_id", "change__at", "made", "change__edition__number"),
        *("was_retired", "was_merged", "is_retired", "is_merged", "ref", "text"),
    )
    for row in rows.iterator(AT_ONCE):
        yield _seen(*row)


def _seen(
    action: UUID, plan: UUID, at: datetime, made: bool, edition: int | None, *states: str | None
) -> _Touched:
    # SQLite gives what is null in JSON as the word.
    was_retired, was_merged, retired, merged, ref, text = ("" if each == "null" else each for each in states)
    # What came with the plan itself was not added to it: it stood from the beginning.
    with_plan = made and edition == _FIRST_EDITION
    stood = with_plan or not (made or was_retired or was_merged)
    stands = not (retired or merged)
    words = ("", "") if stands else (ref or "", text or "")
    return _Touched(action, plan, at, stood, stands, merged or "", *words)


def _dropped(each: _Touched) -> DroppedThen:
    into = str(UUID(each.into)) if each.into else ""
    on = timezone.localdate(each.at).isoformat()
    return DroppedThen(str(each.action), str(each.plan), each.ref, each.text, on, into)
