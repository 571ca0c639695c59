"""When an event is told again that did not get through, and when it is given up. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

_DISTANCES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
"""How long it is waited after each try: three days in all."""
STOPPED_AFTER = timedelta(days=3)
"""How long nothing may get through before a webhook is stopped."""
KEPT = timedelta(days=30)
"""How long what was told is kept to be looked at."""


def next_try(tries: int, now: datetime) -> datetime | None:
    """When it is tried again after so many tries; None: it is given up."""
    return now + _DISTANCES[tries - 1] if tries <= len(_DISTANCES) else None


def is_to_stop(failing_since: datetime | None, now: datetime) -> bool:
    """Whether nothing has got through for so long that nobody can be there."""
    return failing_since is not None and now - failing_since >= STOPPED_AFTER
