"""The milestones due in the next period. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from turntide.web.delivery.rules.cadence import ENDED
from turntide.web.periods.rules.record import ActionThen
from turntide.web.reporting.papers.cells import limited, more_of, paragraph, text, told
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.next_period import period_after, today_of
from turntide.web.reporting.papers.told.slips import is_past
from turntide.web.reporting.papers.wording import day_of, first_words, led_by, span
from turntide.web.reporting.rules.paper import Block, Cell, Column, Table

MOST = 7


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due on a day: a milestone, or an action as a whole (no words of its own)."""

    on: str
    action: ActionThen
    text: str = ""


def tell(desk: Desk) -> tuple[Block, ...]:
    """What is due, the earliest first."""
    period = span(*period_after(desk.record))
    some, left = limited(due(desk), desk.room(MOST))
    if not some:
        return (paragraph(_("No milestone is due in the next period, %(period)s.") % {"period": period}),)
    table = Table(
        caption=_("Due in the next period, %(period)s") % {"period": period},
        columns=(
            Column(_("Due"), "day", share=3),
            Column(_("Milestone"), share=5),
            Column(_("Action"), share=6),
            Column(_("Lead"), share=4),
        ),
        rows=tuple(_row(desk, each) for each in some),
    )
    if not left:
        return (table,)
    names = ", ".join(desk.called(each.action.id) for each in left)
    of = _("Milestones due, not listed: %(actions)s") % {"actions": names}
    return (table, *more_of(desk, desk.notes.told(len(left), of)))


def due(desk: Desk) -> list[Due]:
    """What is not done and due by the end of the next period, by day. What is past is an exception."""
    until, today = period_after(desk.record)[1], today_of(desk.record)

    def is_due(due: Due) -> bool:
        return due.on > desk.record.ends or not is_past(due.on, today)

    every = [each for action in desk.record.actions for each in _of(action) if each.on and each.on <= until]
    return sorted(filter(is_due, every), key=lambda each: (each.on, not each.text))


def _of(action: ActionThen) -> Iterator[Due]:
    if action.lifecycle in ENDED:
        return
    steps = [Due(each.due, action, each.text) for each in action.milestones if not each.met_on]
    yield from steps
    if action.ends not in {each.on for each in steps}:
        yield Due(action.ends, action)


def _row(desk: Desk, due: Due) -> tuple[Cell, ...]:
    day = day_of(due.on)
    if is_past(due.on, today_of(desk.record)):
        day = _("%(day)s, overdue") % {"day": day}
    step = first_words(due.text, 20) or _("The action as a whole")
    return text(day), text(step), told(desk.named(due.action)), text(led_by(due.action.leads))
