"""A plan in its own layout: its themes as headings, its other levels as columns, and a column for progress. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import ActionThen, PlanThen
from turntide.web.reporting.papers import statuses
from turntide.web.reporting.papers.cells import paragraph, text
from turntide.web.reporting.papers.desk import Desk, by_theme
from turntide.web.reporting.papers.told.annex import in_full, plans_told, progress, time_of, who
from turntide.web.reporting.papers.wording import first_words
from turntide.web.reporting.rules.paper import Block, Cell, Column, Subheading, Table

AGAIN = 8
"""How many words of a heading stand again beside its second action and on."""


def tell(desk: Desk) -> tuple[Block, ...]:
    """Every plan."""
    if not desk.record.actions:
        return (paragraph(_("The plan has no actions yet.")),)
    return tuple(block for plan in plans_told(desk) for block in _told(desk, plan))


def _told(desk: Desk, plan: PlanThen) -> Iterator[Block]:
    yield Subheading(plan.title or _("Actions of no plan"))
    about = [each for each in (plan.period, plan.vision) if each]
    yield from (paragraph(each) for each in about)
    actions = [each for each in desk.record.actions if desk.plan(each) == plan]
    levels = inner_levels(desk, plan, actions)
    for theme, some in by_theme(desk, actions).items():
        yield _table(desk, plan, levels, theme, some)


def inner_levels(desk: Desk, plan: PlanThen, actions: list[ActionThen]) -> list[str]:
    """The plan's names for its levels beneath the themes that its actions stand under, outermost first."""
    used = dict.fromkeys(
        desk.headings[each].level for action in actions for each in action.path[1:] if each in desk.headings
    )
    order = {level: at for at, level in enumerate(plan.levels)}
    return sorted(used, key=lambda level: order.get(level, len(order)))


def _table(desk: Desk, plan: PlanThen, levels: list[str], theme: str, actions: list[ActionThen]) -> Table:
    columns = [
        *(Column(level or _("Heading"), share=3) for level in levels),
        Column(_action_word(desk, plan), share=6),
        Column(_("Who"), share=4),
        Column(_("Time"), share=3),
        Column(_("How far"), "status", share=3),
    ]
    if statuses.told_in_colours(plan):
        columns.append(Column(_("How sure"), "status", share=3))
    columns.append(Column(_("Progress"), share=9))
    return Table(
        _caption(desk, theme), tuple(columns), tuple(_rows(desk, plan, levels, actions)), len(levels) + 1
    )


def _caption(desk: Desk, theme: str) -> str:
    known = desk.headings.get(theme)
    if known is None or not known.level:
        return desk.heading(theme)
    return _("%(level)s: %(heading)s") % {"level": known.level, "heading": desk.heading(theme)}


def _action_word(desk: Desk, plan: PlanThen) -> str:
    """The plan's name for its innermost level, where no heading has it."""
    of_headings = {each.level for each in desk.record.headings if each.plan == plan.id}
    return plan.levels[-1] if plan.levels and plan.levels[-1] not in of_headings else _("Action")


def _rows(
    desk: Desk, plan: PlanThen, levels: list[str], actions: list[ActionThen]
) -> Iterator[tuple[Cell, ...]]:
    told: set[str] = set()
    for action in actions:
        yield _row(desk, plan, [_headings(desk, action, level, told) for level in levels], action)


def _headings(desk: Desk, action: ActionThen, level: str, told: set[str]) -> Cell:
    """What an action stands under at a level: in full once, then by its first words."""
    names = []
    for each in action.path[1:]:
        if each in desk.headings and desk.headings[each].level == level:
            names.append(first_words(desk.heading(each), AGAIN) if each in told else desk.heading(each))
            told.add(each)
    return text("; ".join(names))


def _row(desk: Desk, plan: PlanThen, headings: list[Cell], action: ActionThen) -> tuple[Cell, ...]:
    cells = [
        *headings,
        in_full(action),
        text(who(action)),
        text(time_of(action) or _("Not dated")),
        statuses.lifecycle(desk, action),
    ]
    if statuses.told_in_colours(plan):
        cells.append(statuses.confidence(desk, action))
    return (*cells, text(progress(action)))
