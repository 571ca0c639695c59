"""What is not as it should be: red, slipped, silent; with the reason and the day by which it is to be well. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import ActionThen
from turntide.web.reporting.papers import statuses
from turntide.web.reporting.papers.cells import limited, more, paragraph, said, text, told
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.next_period import today_of
from turntide.web.reporting.papers.told.slips import has_slipped, is_past, reasons, slips
from turntide.web.reporting.papers.wording import capital, clipped, day_of, led_by, sentence
from turntide.web.reporting.rules.paper import Block, Cell, Column, Table

MOST, MOST_RED = 8, 15
"""How many are listed; the red as long as there is any room."""


def tell(desk: Desk) -> tuple[Block, ...]:
    """The exceptions, the gravest first."""
    every = excepted(desk)
    red = sum(statuses.is_red(desk, each) for each in every)
    some, left = limited(every, max(desk.room(MOST), min(red, desk.room(MOST_RED))))
    if not some:
        return (paragraph(_("Nothing is red, has slipped or is silent.")),)
    table = Table(
        caption=_("What is red, has slipped or is silent"),
        columns=(
            Column(_("Action"), share=4),
            Column(_("What is wrong"), "status", share=2),
            Column(_("Why"), share=6),
            Column(_("Back on track by"), "day", share=2),
            Column(_("Who said so, and when"), share=4),
        ),
        rows=tuple(_row(desk, each) for each in some),
    )
    return (table, *more(desk, [each.id for each in left], _("Exceptions not listed")))


def excepted(desk: Desk) -> list[ActionThen]:
    """The red first, then what slipped, then the silent, each in the plans' order."""
    red = [each for each in desk.record.actions if statuses.is_red(desk, each)]
    slipped = [each for each in desk.record.actions if has_slipped(desk, each)]
    silent = [each for each in desk.record.actions if each.freshness == "silent"]
    return list({each.id: each for each in (*red, *slipped, *silent)}.values())


def _row(desk: Desk, action: ActionThen) -> tuple[Cell, ...]:
    return (
        told(desk.named(action)),
        _wrong(desk, action),
        text(_why(desk, action)),
        _well(desk, action),
        _said(action),
    )


def _wrong(desk: Desk, action: ActionThen) -> Cell:
    """The gravest of what is wrong; the column beside it tells the rest."""
    if statuses.is_red(desk, action):
        return statuses.confidence(desk, action)
    return statuses.freshness(desk, action) if action.freshness == "silent" else text(_("Slipped"))


def _why(desk: Desk, action: ActionThen) -> str:
    return " ".join(_whys(desk, action))


def _whys(desk: Desk, action: ActionThen) -> Iterator[str]:
    if action.freshness == "silent":
        put = {"since": capital(action.since) or _("Nobody answered"), "lead": led_by(action.leads)}
        yield _("%(since)s (%(lead)s).") % put
    yield from slips(desk, action)
    given = action.statement.reason or action.statement.in_the_way if action.statement else ""
    moved = list(reasons(action)) if has_slipped(desk, action) else []
    yield from moved
    if given:
        yield sentence(clipped(given))
    elif not moved and action.freshness != "silent":
        yield _("No reason was given.")


def _well(desk: Desk, action: ActionThen) -> Cell:
    by = action.statement.recovers_on if action.statement else ""
    if not by:
        return text(_("No day given"))
    if is_past(by, today_of(desk.record)):
        return text(_("%(day)s, which has passed") % {"day": day_of(by)})
    return text(day_of(by))


def _said(action: ActionThen) -> Cell:
    """Whose word this is; nobody's where nobody ever said anything."""
    return said(action.statement) if action.statement else text(_("Nobody has reported"))
