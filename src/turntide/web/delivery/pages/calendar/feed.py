"""Milestones as an iCalendar (RFC 5545): one event of a whole day each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from turntide.web.delivery.store.milestones import Marked
from turntide.web.design.days import day
from turntide.web.plans.pages.wording import short

if TYPE_CHECKING:
    from icalendar import Event

PRODUCER = "-//Turntide//Milestones//EN"
_AFRESH = timedelta(hours=6)


UrlOf = Callable[[UUID], str]


def calendar_of(name: str, milestones: Iterable[Marked], url_of: UrlOf | None = None) -> bytes:
    """The calendar, the same bytes for the same milestones.

    ``url_of`` leads from an action's id to its page, where one may go.
    """
    # Not above: every process of the site loads this module, and few need the library.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for known_as in ("name", "x-wr-calname"):
        calendar.add(known_as, name)
    calendar.add("refresh-interval", _AFRESH, parameters={"VALUE": "DURATION"})
    for each in milestones:
        calendar.add_component(_event(each, url_of))
    drawn: bytes = calendar.to_ical()
    return drawn


def fingerprint(name: str, milestones: Iterable[Marked]) -> str:
    """The same for the same calendar, without drawing it."""
    digest = sha256(f"{get_language()} {name}".encode())
    for each in milestones:
        milestone, action = each.milestone, each.milestone.action
        words = (milestone.text, str(action), action.plan.title, each.reason)
        told = (milestone.pk, each.day, each.was, each.met_on, each.lifecycle, each.changes, each.changed_at)
        digest.update(repr((*told, *words)).encode())
    return digest.hexdigest()


def uid_of(each: Marked) -> str:
    """What a milestone is known by to calendar programs, however it moves, and wherever the site does."""
    return f"milestone-{each.milestone.pk}@{each.milestone.action.plan.place_id}"


def summary_of(each: Marked) -> str:
    """What a calendar program shows in its box."""
    text = short(each.milestone.text, 200)
    if each.is_done:
        return _("Done: %(milestone)s") % {"milestone": text}
    return _("Called off: %(milestone)s") % {"milestone": text} if each.is_off else text


def _event(each: Marked, url_of: UrlOf | None) -> Event:
    from icalendar import Event

    event, changed = Event(), each.changed_at.astimezone(UTC).replace(microsecond=0)
    event.add("uid", uid_of(each))
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", each.changes)
    event.add("dtstart", each.day)
    event.add("dtend", each.day + timedelta(days=1))
    event.add("summary", summary_of(each))
    event.add("description", _description(each))
    event.add("status", "CANCELLED" if each.is_off else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if url_of is not None:
        event.add("url", url_of(each.milestone.action_id))
    return event


def _description(each: Marked) -> str:
    action = each.milestone.action
    lines = [
        _("Action: %(action)s") % {"action": str(action)},
        _("Plan: %(plan)s") % {"plan": action.plan.title},
    ]
    if each.was:
        lines.append(_("Was %(day)s.") % {"day": day(each.was)})
    if each.reason:
        lines.append(each.reason)
    if each.met_on:
        lines.append(_("Met on %(day)s.") % {"day": day(each.met_on)})
    return "\n".join(lines)
