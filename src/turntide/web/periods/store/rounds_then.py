"""The rounds of a time, and what came back of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Request, Round
from turntide.web.periods.rules.record import RoundThen
from turntide.web.periods.rules.since import tells_of
from turntide.web.periods.store.asked import AT_ONCE, Moment, Span, key_of
from turntide.web.periods.store.rewritten import Rewritten
from turntide.web.periods.store.standing_then import ANSWERED, RequestThen


@dataclass(slots=True)
class _Counted:
    asked: int = 0
    answered: int = 0
    in_time: int = 0
    people: set[str] = field(default_factory=set)
    people_answered: set[str] = field(default_factory=set)


def rounds_of(
    place: Place, actions: Collection[UUID], span: Span, moment: Moment, *, whole: bool, rewritten: Rewritten
) -> tuple[RoundThen, ...]:
    """The rounds that were opened about the span, the first first; two queries.

    ``whole``: of the whole place; else what was asked of these actions alone.
    """
    rows = place.rounds.all().kept().filter(opened_at__lte=moment.at)
    rows = rows.filter(starts__lte=span.ends, ends__gte=span.starts).order_by("starts", "ends", "pk")
    about = {each.pk: each for each in rows if tells_of(each.starts, each.ends, span.starts, span.ends)}
    counts = _counts(about, None if whole else actions, moment, rewritten)
    return tuple(_round(each, counts[each.pk]) for each in about.values() if whole or counts[each.pk].asked)


def _counts(
    rounds: Mapping[UUID, Round], actions: Collection[UUID] | None, moment: Moment, rewritten: Rewritten
) -> Mapping[UUID, _Counted]:
    """What was asked in each; of these actions alone where any are given."""
    found = {pk: _Counted() for pk in rounds}
    known = {pk.hex: pk for pk in rounds}
    wanted = None if actions is None else {each.hex for each in actions}
    for row in _rows(list(rounds), moment):
        if wanted is None or row.action in wanted:
            round_ = known[row.round]
            _count(found[round_], rounds[round_].due_on, row, moment, rewritten)
    return found


class _Row(NamedTuple):
    """A request, with its ids as `key_of` gives them. How it is answered by what is told of the past alone."""

    round: str
    action: str
    recipient: str
    answered_at: datetime | None
    state: str
    update: UUID | None = None
    made_at: datetime | None = None


def _rows(rounds: Collection[UUID], moment: Moment) -> Iterator[_Row]:
    rows = Request.objects.filter(round__in=rounds).order_by()
    keyed = rows.annotate(in_round=key_of("round"), of=key_of("action"), whose=key_of("recipient"))
    of_past = () if moment.is_now else ("update__pk", "update__made_at")
    for row in keyed.values_list("in_round", "of", "whose", "answered_at", "state", *of_past).iterator(
        AT_ONCE
    ):
        yield _Row(*row)


def _count(count: _Counted, due_on: date, row: _Row, moment: Moment, rewritten: Rewritten) -> None:
    count.asked += 1
    count.people.add(row.recipient)
    if _waited(row, moment, rewritten):
        return
    count.answered += 1
    count.people_answered.add(row.recipient)
    answered_at = row.answered_at
    then = rewritten.get(row.update) if row.update else None
    if then is not None and (answered_at is None or answered_at > moment.at):
        answered_at = then.said_at
    count.in_time += answered_at is not None and timezone.localdate(answered_at) <= due_on


def _waited(row: _Row, moment: Moment, rewritten: Rewritten) -> bool:
    if moment.is_now:
        return row.state not in ANSWERED
    made_after = row.made_at is not None and row.made_at > moment.at
    return RequestThen(row.update, made_after, row.state).waited(rewritten)


def _round(row: Round, count: _Counted) -> RoundThen:
    return RoundThen(
        id=str(row.pk),
        title=row.title,
        starts=row.starts.isoformat(),
        ends=row.ends.isoformat(),
        due_on=row.due_on.isoformat(),
        asked=count.asked,
        answered=count.answered,
        in_time=count.in_time,
        people=len(count.people),
        people_answered=len(count.people_answered),
    )
