"""Periods in words: "October to December 2026"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def words_of(starts: date, ends: date) -> str:
    """A period by its months where it is made of whole ones, else by its days."""
    if starts.day != 1 or ends.day != monthrange(ends.year, ends.month)[1]:
        first, last = date_format(starts, "j F Y"), date_format(ends, "j F Y")
    elif (starts.year, starts.month) == (ends.year, ends.month):
        return date_format(ends, "F Y")
    else:
        first = date_format(starts, "F" if starts.year == ends.year else "F Y")
        last = date_format(ends, "F Y")
    return _("%(first)s to %(last)s") % {"first": first, "last": last}
