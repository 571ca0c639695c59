"""How many answered, round by round; and how many actions were reported on, body by body. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _

from turntide.web.delivery.rules.period_words import words_of
from turntide.web.periods.rules.figures import figures
from turntide.web.periods.rules.record import ActionThen, RoundThen
from turntide.web.reporting.papers.cells import figure, paragraph, text
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.wording import day_of, read_day, span
from turntide.web.reporting.rules.paper import Block, Cell, Column, Table


def rounds(desk: Desk) -> tuple[Block, ...]:
    """What came back in each round; of one alone where the paper is of one."""
    asked = desk.telling.round
    some = [each for each in desk.record.rounds if not asked or each.id == asked]
    if not some:
        return (paragraph(_("No round asked for news of this period.")),)
    table = Table(
        caption=_("Answers, round by round"),
        columns=(
            Column(_("Round"), share=4),
            Column(_("Due"), "day", share=3),
            Column(_("Actions asked for"), "number", share=2),
            Column(_("Answered"), "number", share=2),
            Column(_("Share"), "number", share=2),
            Column(_("In time"), "number", share=2),
            Column(_("People asked"), "number", share=2),
            Column(_("People who answered"), "number", share=2),
        ),
        rows=tuple(_round(desk, each) for each in sorted(some, key=lambda each: (each.starts, each.due_on))),
    )
    return (table,)


def _round(desk: Desk, told: RoundThen) -> tuple[Cell, ...]:
    def counted(number: int) -> Cell:
        of = _("Counted from the round's requests and their answers, as of %(day)s")
        return figure(desk.notes.told(number, of % {"day": day_of(desk.record.taken)}))

    return (
        text(_named(told)),
        text(day_of(told.due_on)),
        counted(told.asked),
        counted(told.answered),
        share(told.answered, told.asked),
        counted(told.in_time),
        counted(told.people),
        counted(told.people_answered),
    )


def _named(told: RoundThen) -> str:
    """A round by its title, and its period where that does not tell it."""
    starts, ends = read_day(told.starts), read_day(told.ends)
    period = words_of(starts, ends) if starts and ends else span(told.starts, told.ends)
    return told.title if told.title == period else f"{told.title} ({period})"


def reported(desk: Desk) -> tuple[Block, ...]:
    """What each lead body reported on in the period. An action that two bodies lead counts for both."""
    led = by_lead(desk.record.actions)
    if not led:
        return (paragraph(_("No action names a lead.")),)
    table = Table(
        caption=_("Actions reported on, body by body, %(period)s")
        % {"period": span(desk.record.starts, desk.record.ends)},
        columns=(
            Column(_("Lead"), share=5),
            Column(_("Actions"), "number", share=2),
            Column(_("Reported on"), "number", share=2),
            Column(_("Share"), "number", share=2),
            Column(_("Silent"), "number", share=2),
        ),
        rows=tuple(_body(desk, name, some) for name, some in led.items()),
    )
    return (table, paragraph(_("An action that two bodies lead counts for both."), quiet=True))


def by_lead(actions: tuple[ActionThen, ...]) -> dict[str, list[ActionThen]]:
    """Actions by the name of their lead bodies, by name; those without a lead come last."""
    led: dict[str, list[ActionThen]] = {}
    for action in actions:
        for name in dict.fromkeys(each.name for each in action.leads if each.name) or ("",):
            led.setdefault(name, []).append(action)
    return dict(sorted(led.items(), key=lambda each: (not each[0], each[0].casefold())))


def _body(desk: Desk, name: str, actions: list[ActionThen]) -> tuple[Cell, ...]:
    some, named = figures(actions), name or _("No lead named")
    of = _("%(body)s: %(what)s")
    return (
        text(named),
        figure(desk.notes.figure(some.all, of % {"body": named, "what": _("all actions")})),
        figure(desk.notes.figure(some.reported, of % {"body": named, "what": _("reported on")})),
        share(some.reported.number, some.all.number),
        figure(desk.notes.figure(some.freshness["silent"], of % {"body": named, "what": _("silent")})),
    )


def share(part: int, whole: int) -> Cell:
    """A part of a whole in hundredths; none where there is no whole. Only all of it is 100, and only nothing is 0."""
    if not whole:
        return text("–")
    hundredths = round(100 * part / whole)
    if 0 < part < whole:
        hundredths = min(max(hundredths, 1), 99)
    return Cell(text(f"{hundredths}%").words, number=hundredths)
