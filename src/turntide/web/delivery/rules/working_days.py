"""Working days: Monday to Friday, but for the bank holidays of a nation of the United Kingdom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

_DAY = timedelta(days=1)
_SATURDAY = 5


@lru_cache(maxsize=256)
def _bank_holidays(nation: str, year: int) -> Mapping[date, str]:
    # Not above: every process of the site loads this module, and few need the library.
    import holidays

    # Nations go by the names that the holidays library has for them.
    found = holidays.country_holidays("GB", subdiv=nation, years=year, expand=False, language="en_GB")
    return dict(found.items())


def bank_holiday(day: date, nation: str) -> str:
    """The name of the bank holiday that a day is in a nation, or nothing."""
    return _bank_holidays(nation, day.year).get(day, "")


def is_working_day(day: date, nation: str) -> bool:
    """Whether offices are open."""
    return day.weekday() < _SATURDAY and not bank_holiday(day, nation)


def working_day_from(day: date, nation: str) -> date:
    """The day itself, or the first working day after it."""
    return day if is_working_day(day, nation) else working_days_on(day, 1, nation)


def working_day_until(day: date, nation: str) -> date:
    """The day itself, or the last working day before it."""
    return day if is_working_day(day, nation) else working_days_on(day, -1, nation)


def working_days_on(day: date, number: int, nation: str) -> date:
    """The working day that comes so many working days after a day; a negative number counts back."""
    step = _DAY if number > 0 else -_DAY
    for _ in range(abs(number)):
        day += step
        while not is_working_day(day, nation):
            day += step
    return day
