"""The period that follows another. Pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from turntide.web.delivery.rules.fresh_until import months_on
from turntide.web.design.days import local_day
from turntide.web.periods.rules.record import Record
from turntide.web.reporting.papers.wording import read_day

_DAY = timedelta(days=1)


def today_of(record: Record) -> date:
    """The day the record was taken: "today", for whoever reads it."""
    taken: date | datetime | None = read_day(record.taken) or read_day(record.ends)
    return local_day(taken) if taken else date.min


def period_after(record: Record) -> tuple[str, str]:
    """The first and last day of the period after the record's, as long as that: whole months after whole months."""
    starts, ends = read_day(record.starts), read_day(record.ends)
    if starts is None or ends is None or ends < starts:
        return "", ""
    first = local_day(ends) + _DAY
    return first.isoformat(), _last(local_day(starts), first).isoformat()


def _last(starts: date, first: date) -> date:
    if starts.day == first.day:
        months = (first.year - starts.year) * 12 + first.month - starts.month
        return months_on(first, months) - _DAY
    return first + (first - starts) - _DAY
