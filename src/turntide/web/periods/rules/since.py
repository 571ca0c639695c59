"""Since when what is known of an action is as fresh as it is, in words; and which periods tell of each other. Pure."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from turntide.web.delivery.rules.freshness import Freshness, Known
from turntide.web.design.days import day


def since_words(how: Freshness, known: Known, today: date) -> str:
    """Since when: 'silent since 3 July 2026', 'told on 14 January 2027'. Empty where nothing was asked or told."""
    if how is Freshness.SILENT:
        return _("silent since %s") % day(known.said_on) if known.said_on else _("never answered")
    if how is Freshness.LATE:
        return _late(known, today)
    if how is Freshness.DUE and known.asked_due is not None:
        return _("due by %s") % day(known.asked_due)
    if how is Freshness.DUE:
        return _("last told on %s") % day(known.said_on)
    return _("told on %s") % day(known.said_on) if how is Freshness.CURRENT else ""


def tells_of(starts: date, ends: date, span_starts: date, span_ends: date) -> bool:
    """Whether what is told of one period is of a span: they share at least half of the shorter of the two.

    So the answers of a quarter are of its year and of each of its months, and not of the quarter that it only touches.
    """
    shared = (min(ends, span_ends) - max(starts, span_starts)).days + 1
    shorter = min((ends - starts).days, (span_ends - span_starts).days) + 1
    return shared > 0 and shared * 2 >= shorter


def _late(known: Known, today: date) -> str:
    if known.asked_due is not None and known.asked_due < today:
        return _("late since %s") % day(known.asked_due)
    if known.said_on is None:
        return _("not answered in the last round")
    return _("not answered in the last round; last told on %s") % day(known.said_on)
