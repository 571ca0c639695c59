"""When a letter is tried again, and when it is not: after failures, and when somebody has had enough for a day."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

HOME = ZoneInfo("Europe/London")
"""Whose days are counted."""
MORNING = time(9)
WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
    timedelta(days=1),
    timedelta(days=1),
)
"""How long a letter waits after each failure. Together they outlast a weekend on which a mail server is down."""
MOST_TRIES = len(WAITS) + 1
LOST = timedelta(minutes=10)
"""A letter that is being sent for longer was left by a worker that is gone."""


def next_try(tries: int, now: datetime) -> datetime | None:
    """When to try again after so many tries; None: no more."""
    return now + WAITS[tries - 1] if tries < MOST_TRIES else None


def day_began(now: datetime) -> datetime:
    """The midnight at which the day began for the people written to."""
    return datetime.combine(now.astimezone(HOME).date(), time(), tzinfo=HOME)


def next_morning(now: datetime) -> datetime:
    """Nine o'clock of the next day."""
    return datetime.combine(now.astimezone(HOME).date() + timedelta(days=1), MORNING, tzinfo=HOME)
