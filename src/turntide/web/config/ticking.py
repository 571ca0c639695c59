"""Every minute: what apps have told to be done, then the letters that are due."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django_q.models import Schedule

from turntide.web.mail.faults import told_of
from turntide.web.mail.services.sending import send_due
from turntide.web.mail.ticks import Tick, told_ticks

logger = logging.getLogger(__name__)
NAME = "turntide every minute"
_WANTED = {
    "func": "turntide.web.config.ticking.tick",
    "schedule_type": Schedule.MINUTES,
    "minutes": 1,
    "repeats": -1,
}


def tick() -> str:
    """Do what is due by now; what came of it, for the worker's record."""
    return tick_at(timezone.now(), told_ticks())


def tick_at(now: datetime, told: Iterable[Tick]) -> str:
    """Each does its own work: one that fails keeps no other from running, and is tried again in a minute."""
    failed = [_name(each) for each in (*told, _send) if not _done(each, now)]
    return f"failed: {', '.join(failed)}" if failed else "done"


def _send(now: datetime) -> None:
    send_due()


def _done(each: Tick, now: datetime) -> bool:
    try:
        each(now)
    except Exception as fault:
        logger.error("%s failed: %s", _name(each), told_of(fault))
        return False
    return True


def _name(each: Tick) -> str:
    return f"{each.__module__}.{getattr(each, '__qualname__', type(each).__qualname__)}"


@transaction.atomic
def see_to_schedule() -> bool:
    """Have the worker do this every minute: exactly one row says so. Whether anything had to be changed."""
    rows = Schedule.objects.filter(name=NAME)
    if rows.filter(**_WANTED).count() == 1 == rows.count():
        return False
    rows.delete()
    Schedule.objects.create(name=NAME, **_WANTED)
    return True
