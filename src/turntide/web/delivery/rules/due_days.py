"""The day by which answers are wanted."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from turntide.web.accounts.rules import ALLOWED, Ruling
from turntide.web.delivery.rules.working_days import (
    bank_holiday,
    is_working_day,
    working_day_from,
    working_day_until,
)

USUAL = timedelta(days=21)
"""How long people are given: time for a holiday and a meeting, and not so long that it is put off."""
_LONGEST = timedelta(days=366)


def due_day(today: date, nation: str) -> date:
    """The day that is proposed: a working day about three weeks away."""
    return working_day_from(today + USUAL, nation)


def may_be_due(day: date, today: date, nation: str) -> Ruling:
    """Whether answers may be wanted by a day: offices are open then, and it is still to come."""
    if day <= today:
        return Ruling(False, _("Choose a day that is still to come."))
    if day > today + _LONGEST:
        return Ruling(False, _("Choose a day within a year."))
    if is_working_day(day, nation):
        return ALLOWED
    name = bank_holiday(day, nation)
    closed = _("%(name)s is a bank holiday.") % {"name": name} if name else _("That day is at a weekend.")
    return Ruling(False, f"{closed} {_instead(day, today, nation)}")


def _instead(day: date, today: date, nation: str) -> str:
    before, after = working_day_until(day, nation), working_day_from(day, nation)
    days = [date_format(each, "j F Y") for each in (before, after) if each > today]
    return _("Choose a working day, such as %(days)s.") % {"days": _(" or ").join(days)}
