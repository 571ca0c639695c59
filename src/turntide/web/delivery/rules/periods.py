"""The periods that rounds ask for: months, quarters, halves and years that begin in April."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
"""How long each kind of period is; the kinds are those of `models.Round.Period`."""
OFFERED = ("quarter", "half", "year", "month")
"""The kinds, the likeliest first."""
_APRIL = 4
_SETTLED_DAYS = 45
"""So long into a period, people are rather asked for it than for the one before."""


@dataclass(frozen=True, slots=True)
class Period:
    """A time that a round asks for, and of what kind it is."""

    kind: str
    starts: date
    ends: date


def period_of(kind: str, day: date) -> Period:
    """The period of a kind that a day lies in."""
    months = MONTHS[kind]
    since_april = (day.month - _APRIL) % 12 % months
    year, month = divmod(day.year * 12 + day.month - 1 - since_april, 12)
    return _period(kind, year, month + 1)


def period_before(period: Period) -> Period:
    """The one before it, of the same kind."""
    year, month = divmod(period.starts.year * 12 + period.starts.month - 1 - MONTHS[period.kind], 12)
    return _period(period.kind, year, month + 1)


def proposals(today: date) -> Iterator[Period]:
    """The last period of each kind and the one that runs."""
    for kind in OFFERED:
        runs = period_of(kind, today)
        yield from (period_before(runs), runs)


def likeliest(today: date) -> Period:
    """What people are asked for on a day: the last quarter, or the one that runs once that is well under way."""
    runs = period_of("quarter", today)
    return runs if (today - runs.starts).days >= _SETTLED_DAYS else period_before(runs)


def kind_of(starts: date, ends: date) -> str:
    """The kind that two days of one's own choosing come nearest to."""
    months = (ends - starts).days / 30.4
    return min(MONTHS, key=lambda kind: abs(MONTHS[kind] - months))


def _period(kind: str, year: int, month: int) -> Period:
    last_year, last_month = divmod(year * 12 + month - 1 + MONTHS[kind] - 1, 12)
    ends = date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])
    return Period(kind, date(year, month, 1), ends)
