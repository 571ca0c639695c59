"""Dates in words: "22 November 2026", in Europe/London, and the financial year they lie in."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext


def local_day(value: date | datetime) -> date:
    """The day in the site's time zone."""
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value


def day(value: date | datetime | None) -> str:
    """A date in words; nothing for no date."""
    return "" if value is None else date_format(local_day(value), "j F Y")


def moment(value: datetime | None) -> str:
    """A date and time in words: "22 November 2026 at 3:05pm"."""
    if value is None:
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    half = gettext("am") if local.hour < 12 else gettext("pm")
    hour = f"{local.hour % 12 or 12}:{local.minute:02}{half}"
    return gettext("%(day)s at %(time)s") % {"day": day(local), "time": hour}


def financial_year(value: date | datetime | None) -> str:
    """The financial year of a date, from 1 April to 31 March: "2026/27"."""
    if value is None:
        return ""
    local = local_day(value)
    first = local.year if local.month >= 4 else local.year - 1
    return f"{first}/{(first + 1) % 100:02}"
