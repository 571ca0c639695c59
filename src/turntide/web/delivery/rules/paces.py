"""How often and how long, in words. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def pace(months: int) -> str:
    """How often, in words."""
    named = {
        1: _("Every month"),
        3: _("Every quarter"),
        6: _("Every half year"),
        12: _("Every year"),
        24: _("Every two years"),
    }
    every = ngettext("Every month", "Every %(number)d months", months) % {"number": months}
    return named.get(months) or every


def kept(months: int | None) -> str:
    """How long something is kept, in words."""
    if months is None:
        return _("Until somebody removes it")
    years, rest = divmod(months, 12)
    if rest or not years:
        return ngettext("%(number)d month", "%(number)d months", months) % {"number": months}
    return ngettext("%(number)d year", "%(number)d years", years) % {"number": years}
