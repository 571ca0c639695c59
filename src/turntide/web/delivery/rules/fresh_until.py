"""Until when what was said counts as current."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def fresh_until(said_on: date, months: int) -> date:
    """As long as the time between two updates, and half of that again for the round to come in."""
    return months_on(said_on, months + (months + 1) // 2)


def months_on(day: date, months: int) -> date:
    """The same day so many months on, or the last of its month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
