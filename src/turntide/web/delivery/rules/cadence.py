"""Whether an action's turn has come."""

from __future__ import annotations

from datetime import date

ENDED = ("complete", "stopped", "merged")
"""Lifecycles after which nobody is asked any more."""


def is_its_turn(months: int, last_asked: date | None, ends: date) -> bool:
    """Whether an action that is asked every so many months is asked for a period that ends then.

    ``last_asked``: the end of the last period it was asked for.
    """
    return last_asked is None or _months_between(last_asked, ends) >= months


def _months_between(before: date, after: date) -> int:
    return (after.year - before.year) * 12 + after.month - before.month
