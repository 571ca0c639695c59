"""How fresh what is known of an action is. What nobody reported is never green."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SILENT_AFTER = 2
"""Rounds without an answer after which an action is silent (the issue's figure)."""


class Freshness(StrEnum):
    """The third axis of status. UNKNOWN: never asked and never told of; it shows as not reported."""

    CURRENT = "current"
    DUE = "due"
    LATE = "late"
    SILENT = "silent"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What freshness is worked out from: see `models.Standing`."""

    said_on: date | None = None
    asked_due: date | None = None
    missed: int = 0
    fresh_until: date | None = None


def freshness(known: Known, today: date) -> Freshness:
    """How fresh it is today.

    An open request that is past its day counts as missed. What was said goes stale after ``fresh_until``, also
    where no round asks.
    """
    overdue = known.asked_due is not None and known.asked_due < today
    if known.missed + overdue >= SILENT_AFTER:
        return Freshness.SILENT
    if known.missed or overdue:
        return Freshness.LATE
    if known.asked_due is not None:
        return Freshness.DUE
    if known.said_on is None:
        return Freshness.UNKNOWN
    stale = known.fresh_until is not None and known.fresh_until < today
    return Freshness.DUE if stale else Freshness.CURRENT
