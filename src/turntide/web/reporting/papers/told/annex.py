"""The whole plan: every action as it stands, theme by theme, where every footnote leads. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import ActionThen, PlanThen, Record, StatementThen
from turntide.web.reporting.papers import statuses
from turntide.web.reporting.papers.cells import paragraph, text
from turntide.web.reporting.papers.desk import Desk, anchor_of, by_theme
from turntide.web.reporting.papers.next_period import today_of
from turntide.web.reporting.papers.told.highlights import readings_of
from turntide.web.reporting.papers.wording import capital, day_of, led_by, names, said_by, sentence
from turntide.web.reporting.pictures.drawing import milestones, partners_by_theme, status_over_time
from turntide.web.reporting.rules.paper import Block, Cell, Column, Piece, Subheading, Table


def tell(desk: Desk) -> tuple[Block, ...]:
    """Every plan, and who is involved where and when."""
    if not desk.record.actions:
        return (paragraph(_("The plan has no actions yet.")),)
    return (*(block for plan in plans_told(desk) for block in _told(desk, plan)), *_drawn(desk))


def _drawn(desk: Desk) -> Iterator[Block]:
    """How it stands over the time, when what is due, and who is involved in what."""
    over_time = _over_time(desk)
    if len(over_time) > 1:
        yield status_over_time(over_time)
    yield milestones(desk.record, today_of(desk.record))
    yield partners_by_theme(desk.record)


def _over_time(desk: Desk) -> list[Record]:
    """The records there are up to this one, each period once, in their order."""
    before = [desk.before] if desk.before else []
    earlier = {each.ends: each for each in (*desk.telling.history, *before) if each.ends < desk.record.ends}
    return [*(earlier[ends] for ends in sorted(earlier)), desk.record]


def plans_told(desk: Desk) -> list[PlanThen]:
    """The plans that have actions, in order; actions of none that the record holds stand in one without a name."""
    told = {desk.plan(each) for each in desk.record.actions}
    known = [each for each in desk.record.plans if each in told]
    return [*known, *(told - set(known))]


def _told(desk: Desk, plan: PlanThen) -> Iterator[Block]:
    if len(plans_told(desk)) > 1:
        yield Subheading(plan.title or _("Actions of no plan"))
    actions = [each for each in desk.record.actions if desk.plan(each) == plan]
    for theme, some in by_theme(desk, actions).items():
        yield table_of(desk, plan, desk.heading(theme), some)


def table_of(desk: Desk, plan: PlanThen, caption: str, actions: list[ActionThen]) -> Table:
    """Actions in full; without a column for how sure it is where the plan does not say."""
    columns = [
        Column(_("Action"), share=6),
        Column(_("Lead and time"), share=4),
        Column(_("How far"), "status", share=3),
    ]
    if statuses.told_in_colours(plan):
        columns.append(Column(_("How sure"), "status", share=3))
    columns += [Column(_("How fresh"), "status", share=3), Column(_("What was said last"), share=9)]
    return Table(caption, tuple(columns), tuple(_row(desk, plan, each) for each in actions))


def _row(desk: Desk, plan: PlanThen, action: ActionThen) -> tuple[Cell, ...]:
    steps = [Piece(f" {each}") for each in steps_of(action)]
    cells = [
        Cell((*in_full(action).words, *steps), anchor=anchor_of(action.id)),
        text("; ".join(each for each in (who(action), time_of(action)) if each)),
        statuses.lifecycle(desk, action),
    ]
    if statuses.told_in_colours(plan):
        cells.append(statuses.confidence(desk, action))
    return (*cells, statuses.freshness(desk, action), text(progress(action)))


def in_full(action: ActionThen) -> Cell:
    """All the words of an action, with its place in the paper."""
    named = Piece(" ".join(each for each in (action.ref, sentence(action.text)) if each), strong=True)
    detail = (Piece(f" {sentence(action.detail)}"),) if action.detail else ()
    return Cell((named, *detail), anchor=anchor_of(action.id))


def who(action: ActionThen) -> str:
    """Who leads an action, and who is in it with them."""
    lead, partners = led_by(action.leads), names(action.partners)
    return _("%(lead)s, with %(partners)s") % {"lead": lead, "partners": partners} if partners else lead


def time_of(action: ActionThen) -> str:
    """By when it is to be done, in the plan's words where it has any; empty where it has neither."""
    return action.when or day_of(action.ends)


def steps_of(action: ActionThen) -> Iterator[str]:
    """Its milestones, a sentence each."""
    for each in action.milestones:
        put = {"milestone": each.text, "day": day_of(each.met_on or each.due)}
        if each.met_on:
            yield _("%(milestone)s (met on %(day)s).") % put
        elif each.due:
            yield _("%(milestone)s (due on %(day)s).") % put
        else:
            yield _("%(milestone)s (no day).") % put


def progress(action: ActionThen) -> str:
    """All that was said last of an action, with who said it and when, after since when it is overdue."""
    overdue = sentence(capital(action.since)) if action.freshness in ("due", "late", "silent") else ""
    return " ".join(each for each in (overdue, _last(action)) if each)


def _last(action: ActionThen) -> str:
    if action.statement is None and action.freshness == "current":
        return _("What was said of it waits to be approved.")
    if action.statement is None:
        return _("Nobody has reported on it yet.")
    said = " ".join((*_said(action.statement), *readings_of(action)))
    return f"{said} ({said_by(action.statement)})"


def _said(statement: StatementThen) -> Iterator[str]:
    if statement.no_change:
        yield _("No change.")
    if statement.done:
        yield sentence(statement.done)
    if statement.next:
        yield _("Next: %(said)s") % {"said": sentence(statement.next)}
    if statement.in_the_way:
        yield _("In the way: %(said)s") % {"said": sentence(statement.in_the_way)}
    if statement.reason:
        yield _("Reason: %(said)s") % {"said": sentence(statement.reason)}
    if statement.recovers_on:
        yield _("Back on track by %(day)s.") % {"day": day_of(statement.recovers_on)}
    if statement.ask:
        yield _("Asked of the board: %(said)s") % {"said": sentence(statement.ask)}
