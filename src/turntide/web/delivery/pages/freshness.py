"""How fresh what is known of an action is, in words."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from turntide.web.delivery.rules.freshness import Freshness, Known, freshness
from turntide.web.delivery.rules.vocabulary import Words
from turntide.web.delivery.store.freshness import LastSaid, Standings
from turntide.web.design.days import day
from turntide.web.plans.delivery_connection import Fresh


def fresh_of(stands: Standings, today: date, plan: Words, then: Words) -> Fresh:
    """What is known of an action, for a page. ``plan`` are its words now, ``then`` those it was said in."""
    how = freshness(stands.known, today)
    last, since = stands.last, since_words(how, stands.known, today)
    if last is None or last.by_document:
        said = said_words(last) if last else ""
        return Fresh(how.value, _not_twice(since, how, said), _label(plan, how), said=said)
    return Fresh(
        freshness=how.value,
        since=_not_twice(since, how, said_words(last)),
        label=_label(plan, how),
        lifecycle=last.lifecycle,
        lifecycle_label=then.label("lifecycle", last.lifecycle) if last.lifecycle else "",
        confidence=last.confidence,
        confidence_label=then.label("confidence", last.confidence) if last.confidence else "",
        said=said_words(last),
    )


def since_words(how: Freshness, known: Known, today: date) -> str:
    """Since when it is as fresh as it is: 'silent since 3 July 2026'."""
    if how is Freshness.SILENT:
        return _("silent since %s") % day(known.said_on) if known.said_on else _("never answered")
    if how is Freshness.LATE:
        return _late(known, today)
    if how is Freshness.DUE:
        return _due(known)
    return _("told on %s") % day(known.said_on) if how is Freshness.CURRENT else ""


def said_words(last: LastSaid) -> str:
    """When it was said how an action stands, and whether that holds yet."""
    if last.on is None:
        return ""
    words = (
        pgettext("a status", "said %s")
        if last.approved
        else pgettext("a status", "said %s, not yet approved")
    )
    return words % day(last.on)


def _not_twice(since: str, how: Freshness, said: str) -> str:
    """What is current was told when its status was said, where that is known."""
    return "" if how is Freshness.CURRENT and said else since


def _late(known: Known, today: date) -> str:
    if known.asked_due is not None and known.asked_due < today:
        return _("late since %s") % day(known.asked_due)
    if known.said_on is None:
        return _("not answered in the last round")
    return _("not answered in the last round; last told on %s") % day(known.said_on)


def _due(known: Known) -> str:
    if known.asked_due is not None:
        return _("due by %s") % day(known.asked_due)
    return _("last told on %s") % day(known.said_on)


def _label(words: Words, how: Freshness) -> str:
    return words.label("freshness", how.value) if how else ""
