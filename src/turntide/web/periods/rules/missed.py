"""How many rounds an action went unanswered, as `delivery` counts it: worked out for a past moment. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from turntide.web.delivery.rules.fresh_until import fresh_until
from turntide.web.delivery.rules.freshness import Known


class Asked(NamedTuple):
    """A request of an opened round. ``closed``: the round took no more answers; ``waits``: it was not answered."""

    ends: date
    due_on: date
    closed: bool
    waits: bool


def known(asked: Iterable[Asked], said_on: date | None, months: int) -> Known:
    """What freshness is worked out from. ``months``: how often the action is asked."""
    rows = list(asked)
    waiting = [each.due_on for each in rows if each.waits and not each.closed]
    return Known(
        said_on=said_on,
        asked_due=min(waiting, default=None),
        missed=_missed(rows, said_on),
        fresh_until=fresh_until(said_on, months) if said_on else None,
    )


def _missed(asked: Iterable[Asked], said_on: date | None) -> int:
    """Closed rounds, latest first, that went by unanswered; anything said since a round ended breaks the row."""
    missed = 0
    for each in sorted((each for each in asked if each.closed), key=lambda one: one.ends, reverse=True):
        if not each.waits or (said_on is not None and said_on >= each.ends):
            break
        missed += 1
    return missed
