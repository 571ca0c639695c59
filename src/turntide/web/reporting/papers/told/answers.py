"""What a body was asked, what it did, and what is still waited for. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _

from turntide.web.delivery.rules.cadence import ENDED
from turntide.web.periods.rules.record import ActionThen
from turntide.web.reporting.papers import statuses
from turntide.web.reporting.papers.cells import limited, more, paragraph, text, told
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.wording import capital, clipped, day_of, joined, said_by, sentence
from turntide.web.reporting.rules.paper import Block, Cell, Column, Table

MOST, MOST_WAITED_FOR, WORDS = 20, 14, 25


def tell(desk: Desk) -> tuple[Block, ...]:
    """What was asked and what was done, side by side; what the body leads comes first."""
    some, left = limited(in_order(desk), desk.room(MOST))
    if not some:
        return (paragraph(_("No action names you as its lead or as a partner.")),)
    table = Table(
        caption=_("What we asked of you, and what you did"),
        columns=(
            Column(_("What we asked"), share=5),
            Column(_("Your part"), share=1),
            Column(_("What you did"), share=10),
            Column(_("How far"), "status", share=1),
        ),
        rows=tuple(_row(desk, each) for each in some),
    )
    return (table, *more(desk, [each.id for each in left], _("Actions not listed")))


def in_order(desk: Desk) -> list[ActionThen]:
    """The actions it leads, then those it is a partner in."""
    return sorted(desk.record.actions, key=lambda each: not leads(desk, each))


def leads(desk: Desk, action: ActionThen) -> bool:
    """Whether the body the paper is for leads an action."""
    return any(desk.telling.body in (each.id, each.name) for each in action.leads)


def part(desk: Desk, action: ActionThen) -> str:
    """What the body is in an action."""
    if not desk.telling.body:
        return ""
    return _("Lead") if leads(desk, action) else _("Partner")


def waiting(desk: Desk) -> tuple[Block, ...]:
    """The actions whose news is late, silent or was never told, that the body leads."""
    late = [each for each in in_order(desk) if _is_waited_for(desk, each)]
    if not late:
        return (paragraph(_("We wait for nothing: thank you.")),)
    some, left = limited(late, desk.room(MOST_WAITED_FOR))
    table = Table(
        caption=_("What we still wait for"),
        columns=(
            Column(_("Action"), share=6),
            Column(_("How fresh"), "status", share=2),
            Column(_("Since"), share=4),
        ),
        rows=tuple(_waited_for(desk, each) for each in some),
    )
    return (table, *more(desk, [each.id for each in left], _("Actions not listed")))


def _waited_for(desk: Desk, action: ActionThen) -> tuple[Cell, ...]:
    since = capital(action.since) or _("Nobody was asked yet")
    return told(desk.named(action)), statuses.freshness(desk, action), text(since)


def _is_waited_for(desk: Desk, action: ActionThen) -> bool:
    is_open = action.lifecycle not in ENDED and action.freshness != "current"
    return is_open and (leads(desk, action) or not desk.telling.body)


def _row(desk: Desk, action: ActionThen) -> tuple[Cell, ...]:
    when = action.when or day_of(action.ends)
    asked = joined([desk.named(action), text(f"({when})" if when else "").words])
    return told(asked), text(part(desk, action)), text(_did(action)), statuses.lifecycle(desk, action)


def _did(action: ActionThen) -> str:
    """What was last said of it, however old: the day tells."""
    statement = action.statement
    if statement is None and action.freshness == "current":
        return _("What you said waits to be approved.")
    if statement is None:
        since = action.since or _("nobody was asked yet")
        return _("No news yet: %(since)s.") % {"since": since}
    said = sentence(clipped(statement.done, WORDS)) or (_("No change.") if statement.no_change else "")
    return f"{said or _('No words on what was done.')} ({said_by(statement)})"
