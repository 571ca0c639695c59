"""What is asked of the board, and what was decided. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import ActionThen, DecisionThen
from turntide.web.reporting.papers.cells import limited, more, paragraph, said, text, told
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.told.answers import leads
from turntide.web.reporting.papers.wording import clipped, day_of
from turntide.web.reporting.rules.paper import Block, Cell, Column, Table

MOST = 6


def tell(desk: Desk) -> tuple[Block, ...]:
    """What partners ask, and what was decided in the period."""
    asks = asking(desk.record.actions)
    if not asks:
        return (paragraph(_("No partner asks anything of the board this time.")), *_decided(desk))
    return (*_asked(desk, _("What partners ask of the board"), asks), *_decided(desk))


def of_partner(desk: Desk) -> tuple[Block, ...]:
    """What the body the paper is for asks, and what was decided about its actions."""
    asks = asking(tuple(each for each in desk.record.actions if leads(desk, each)))
    if not asks:
        return (paragraph(_("You ask nothing of the board this time.")), *_decided(desk))
    return (*_asked(desk, _("What you ask of the board"), asks), *_decided(desk))


def asking(actions: tuple[ActionThen, ...]) -> list[ActionThen]:
    """The actions of which something is asked, the latest said first."""
    some = [each for each in actions if each.statement and each.statement.ask.strip()]
    return sorted(some, key=lambda each: each.statement.on if each.statement else "", reverse=True)


def _asked(desk: Desk, caption: str, asks: list[ActionThen]) -> tuple[Block, ...]:
    some, left = limited(asks, desk.room(MOST))
    columns = (
        Column(_("Action"), share=4),
        Column(_("What is asked"), share=6),
        Column(_("Who asks, and when"), share=4),
    )
    return (
        Table(caption, columns, tuple(_ask(desk, each) for each in some)),
        *more(desk, [each.id for each in left], _("Asks not listed")),
    )


def _ask(desk: Desk, action: ActionThen) -> tuple[Cell, ...]:
    ask = action.statement.ask if action.statement else ""
    return told(desk.named(action)), text(clipped(ask)), said(action.statement)


def _decided(desk: Desk) -> tuple[Block, ...]:
    decisions = sorted(desk.record.decisions, key=lambda each: each.on)
    if not decisions:
        return (paragraph(_("No decision was noted in this period.")),)
    latest, left = decisions[-desk.room(MOST) :], decisions[: -desk.room(MOST)]
    table = Table(
        caption=_("What was decided in this period"),
        columns=(
            Column(_("About"), share=4),
            Column(_("Decision"), share=6),
            Column(_("Who decided, and when"), share=4),
        ),
        rows=tuple(_decision(desk, each) for each in latest),
    )
    return (table, *(_earlier(left) if left else ()))


def _earlier(left: Sequence[DecisionThen]) -> tuple[Block, ...]:
    """The days of decisions that have no room: each stands on its action's timeline."""
    days = ", ".join(dict.fromkeys(day_of(each.on) for each in left))
    return (paragraph(_("Earlier decisions of this period: %(days)s.") % {"days": days}, quiet=True),)


def _decision(desk: Desk, decision: DecisionThen) -> tuple[Cell, ...]:
    action, plan = desk.actions.get(decision.action), desk.plans.get(decision.plan)
    about = told(desk.named(action)) if action else text(plan.title if plan else _("The whole plan"))
    who = ", ".join(each for each in (decision.group or _("group not recorded"), day_of(decision.on)) if each)
    return about, text(clipped(decision.text)), text(who)
