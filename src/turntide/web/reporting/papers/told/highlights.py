"""What was done, theme by theme, in the words of those who did it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import ActionThen, MeasureThen, ReadingThen
from turntide.web.reporting.papers.cells import more, paragraph, said, text, told
from turntide.web.reporting.papers.desk import Desk, by_theme
from turntide.web.reporting.papers.statuses import is_red
from turntide.web.reporting.papers.wording import clipped, day_of, first_words, sentence
from turntide.web.reporting.rules.paper import Block, Cell, Column, Table

MOST, WORDS = 6, 25
"""How many statements stand, shared among the themes, and how many words of each. Every theme has one."""


def tell(desk: Desk) -> tuple[Block, ...]:
    """The most telling of what was done in the period, for each theme; what is red stands among the exceptions."""
    done = [each for each in desk.record.actions if was_done(each) and not is_red(desk, each)]
    if not done:
        return (paragraph(_("Nobody told of anything done in this period.")),)
    chosen = [(each, _told(each)) for each in picked(desk, done, _weight)]
    table = table_of(desk, _("What was done in this period"), _("What was done"), chosen)
    return (table, *more(desk, left_out(done, chosen), _("Highlights not listed")))


def was_done(action: ActionThen) -> bool:
    """Whether somebody told of something done within the period."""
    return action.reported and bool(action.statement and action.statement.done.strip())


def picked(
    desk: Desk, some: list[ActionThen], weight: Callable[[ActionThen], tuple[int, ...]]
) -> Iterator[ActionThen]:
    """Some actions of each theme: the weightiest, and of the same weight the first."""
    themes = by_theme(desk, some)
    most = max(1, desk.room(MOST) // max(1, len(themes)))
    for actions in themes.values():
        chosen = {each.id for each in sorted(actions, key=weight, reverse=True)[:most]}
        yield from (each for each in actions if each.id in chosen)


def left_out(every: list[ActionThen], chosen: list[tuple[ActionThen, str]]) -> list[str]:
    """The ids of those that found no room."""
    told = {each.id for each, _words in chosen}
    return [each.id for each in every if each.id not in told]


def table_of(desk: Desk, caption: str, heading: str, some: list[tuple[ActionThen, str]]) -> Table:
    """Statements about actions, with their theme where there is more than one."""
    themes = {desk.theme(each) for each, _words in some}
    columns = [
        Column(_("Action"), share=4),
        Column(heading, share=6),
        Column(_("Who said so, and when"), share=4),
    ]
    if len(themes) < 2:
        return Table(caption, tuple(columns), tuple(_row(desk, *each) for each in some))
    rows = (
        (text(first_words(desk.heading(desk.theme(each)), 8)), *_row(desk, each, words))
        for each, words in some
    )
    return Table(caption, (Column(_("Theme"), share=3), *columns), tuple(rows), header=2)


def _row(desk: Desk, action: ActionThen, words: str) -> tuple[Cell, ...]:
    return told(desk.named(action)), text(words), said(action.statement)


def readings_of(action: ActionThen) -> Iterator[str]:
    """The values of its measures that were told last: aimed at what, of which day, and where they are from."""
    aims = {each.text: each for each in action.measures}
    for each in action.statement.readings if action.statement else ():
        yield _reading(each, aims.get(each.measure))


def _reading(reading: ReadingThen, aim: MeasureThen | None) -> str:
    source = ", ".join(each for each in (day_of(reading.on), reading.origin) if each)
    told = {"measure": reading.measure, "value": reading.value, "source": source or _("source not given")}
    if aim and aim.target:
        return _("%(measure)s: %(value)s, aim %(aim)s (%(source)s).") % {**told, "aim": aim.target}
    return _("%(measure)s: %(value)s (%(source)s).") % told


def _told(action: ActionThen) -> str:
    """What was done, and the first of what was measured."""
    done = sentence(clipped(action.statement.done, WORDS)) if action.statement else ""
    return f"{done} {next(readings_of(action), '')}".strip()


def _weight(action: ActionThen) -> tuple[int, ...]:
    """What is complete weighs most, then what was measured, then whom it reached."""
    statement = action.statement
    measured, reached = (len(statement.readings), len(statement.reached)) if statement else (0, 0)
    return int(action.lifecycle == "complete"), int(measured > 0), int(reached > 0)
