"""What slipped: a day that moved later, or went by without a word of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from turntide.web.delivery.rules.cadence import ENDED
from turntide.web.periods.rules.comparing import CONFIDENCE, END, MILESTONE, Turned
from turntide.web.periods.rules.record import ActionThen, MilestoneThen
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.next_period import today_of
from turntide.web.reporting.papers.wording import day_of, first_words, said_by, sentence, signed

_SLIPS = (END, MILESTONE)


def has_slipped(desk: Desk, action: ActionThen) -> bool:
    """Whether one of its days moved later since last time, or went by."""
    return next(slips(desk, action), None) is not None


def slips(desk: Desk, action: ActionThen) -> Iterator[str]:
    """What slipped of an action, a sentence each."""
    today = today_of(desk.record)
    yield from (moved(each) for each in desk.slipped.get(action.id, ()) if each.what in _SLIPS)
    if desk.before is None:
        yield from (_moved(each) for each in action.milestones if each.was and each.was < each.due)
    if action.lifecycle in ENDED:
        return
    if is_past(action.ends, today):
        yield _("Was to be done by %(day)s.") % {"day": day_of(action.ends)}
    for each in action.milestones:
        if is_overdue(action, each, today):
            yield _("“%(milestone)s” was due on %(day)s.") % _named(each)


def is_overdue(action: ActionThen, milestone: MilestoneThen, today: date) -> bool:
    """Whether a milestone's day went by while somebody was to be at it."""
    return not milestone.met_on and action.lifecycle not in ENDED and is_past(milestone.due, today)


def is_past(day: str, today: date) -> bool:
    """Whether a record's day went by."""
    return bool(day) and day < today.isoformat()


def reasons(action: ActionThen) -> Iterator[str]:
    """Why its milestones moved, each with who said so and when."""
    for each in action.milestones:
        if each.reason.strip() and each.was:
            yield f"{sentence(each.reason)} ({signed(each.moved_by, each.moved_body, each.moved_on)})"


def why_slipped(action: ActionThen, turned: Turned) -> Iterator[tuple[str, str]]:
    """The reason that was given for a change, and who gave it and when."""
    if turned.what == CONFIDENCE and action.statement and action.statement.reason:
        yield action.statement.reason, said_by(action.statement)
    for each in action.milestones:
        if turned.what == MILESTONE and each.reason and (each.text, each.due) == (turned.text, turned.now):
            yield each.reason, signed(each.moved_by, each.moved_body, each.moved_on)


def moved(turned: Turned) -> str:
    """A day that moved, in words."""
    days = {"was": day_of(turned.was), "now": day_of(turned.now)}
    if turned.what == END:
        return _("To be done by %(now)s, was %(was)s.") % days
    return _("“%(milestone)s”: %(now)s, was %(was)s.") % {"milestone": first_words(turned.text), **days}


def _moved(milestone: MilestoneThen) -> str:
    return _("“%(milestone)s”: %(day)s, was %(was)s.") % _named(milestone)


def _named(milestone: MilestoneThen) -> dict[str, str]:
    due, was = day_of(milestone.due), day_of(milestone.was)
    return {"milestone": first_words(milestone.text), "day": due, "was": was}
