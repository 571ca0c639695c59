"""When somebody who has not answered is reminded: twice before the due day, four times after it, further and further
apart, and only when offices are open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from turntide.web.delivery.rules.working_days import is_working_day, working_day_until, working_days_on

LONDON = ZoneInfo("Europe/London")
OPENS, CLOSES = time(9), time(17)
"""Letters that nobody waits for go out between these hours."""
DAYS_BEFORE = 7
WORKING_DAYS = (-1, 2, 5, 12, 26)
"""Working days from the due day on which the later steps lie."""
REST_DAYS = 2
"""Nobody is reminded who was written to the day before, or on the day itself."""


def opens_on(day: date) -> datetime:
    """The moment at which offices open on a day."""
    return datetime.combine(day, OPENS, tzinfo=LONDON)


@dataclass(frozen=True, slots=True)
class Step:
    """One of the days on which people are reminded, numbered from 1."""

    number: int
    day: date

    @property
    def at(self) -> datetime:
        """The moment it falls due."""
        return opens_on(self.day)


@dataclass(frozen=True, slots=True)
class Waited:
    """Somebody who has not answered: when they were last written to, the last step they were reminded at, and until
    when they are away.
    """

    told_on: date
    last_step: int = 0
    away_until: date | None = None


@lru_cache(maxsize=1024)
def steps(due_on: date, nation: str) -> tuple[Step, ...]:
    """The days on which people are reminded of what is due on a day, in order."""
    week_before = working_day_until(due_on - timedelta(days=DAYS_BEFORE), nation)
    days = (week_before, *(working_days_on(due_on, number, nation) for number in WORKING_DAYS))
    return tuple(Step(number, day) for number, day in enumerate(days, start=1))


def is_hour_for_letters(now: datetime, nation: str) -> bool:
    """Whether offices are open."""
    local = now.astimezone(LONDON)
    return OPENS <= local.time() < CLOSES and is_working_day(local.date(), nation)


def morning_of(now: datetime) -> datetime:
    """The moment at which offices open on the day of another."""
    return opens_on(now.astimezone(LONDON).date())


def step_due(due_on: date, nation: str, now: datetime) -> Step | None:
    """The step at which people are to be reminded now: the latest that has passed, never an earlier one."""
    if not is_hour_for_letters(now, nation):
        return None
    passed = [step for step in steps(due_on, nation) if step.at <= now]
    return passed[-1] if passed else None


def is_reminded(waited: Waited, step: Step, today: date) -> bool:
    """Whether somebody who has not answered is reminded at a step, today."""
    if waited.last_step >= step.number:
        return False
    if waited.away_until is not None and waited.away_until >= today:
        return False
    return step.day >= waited.told_on + timedelta(days=REST_DAYS)
