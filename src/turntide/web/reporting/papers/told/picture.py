"""How the actions stand now, held against the period before. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _

from turntide.web.periods.rules.figures import Figures, figures
from turntide.web.reporting.papers.axes import Axis, axes, fresh, head_of, now_of, was_of
from turntide.web.reporting.papers.cells import difference, figure, paragraph, text
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.wording import day_of, joined, span, woven
from turntide.web.reporting.pictures.drawing import themes_by_freshness
from turntide.web.reporting.rules.paper import Block, Cell, Column, Table, Words


def tell(desk: Desk) -> tuple[Block, ...]:
    """The figures, now and before, and a drawing of them."""
    if not desk.record.actions:
        return (paragraph(_("There is no action to count in this period.")),)
    return (*opening_figures(desk), table_of(desk), themes_by_freshness(desk.record))


def opening_figures(desk: Desk) -> tuple[Block, ...]:
    """How many actions there are and how many were reported on, and what it is held against."""
    now = figures(desk.record.actions)
    return (paragraph(joined([_counted(desk, now), _silent(desk, now)])), *_held_against(desk))


def table_of(desk: Desk) -> Table:
    """A row a status, axis after axis."""
    columns = [
        Column(_("Question"), share=3),
        Column(_("Status"), "status", share=4),
        Column(_("Now"), "number", share=2),
    ]
    if desk.before:
        columns += [Column(_("Before"), "number", share=2), Column(_("Difference"), "number", share=2)]
    rows = (_row(desk, axis, key) for axis in axes(desk) for key in axis.now if axis.is_told(key))
    return Table(_("How the actions stand"), tuple(columns), tuple(rows), header=2)


def _row(desk: Desk, axis: Axis, key: str) -> tuple[Cell, ...]:
    cells = [text(axis.name), head_of(axis, key), figure(now_of(desk, axis, key))]
    if axis.before is not None:
        cells.append(figure(was_of(desk, axis, key)))
        cells.append(difference(axis.now[key].number, axis.before[key].number))
    return tuple(cells)


def _counted(desk: Desk, now: Figures) -> Words:
    told = set(now.reported.actions)
    rest = [each for each in now.all.actions if each not in told]
    return woven(
        _("Actions: %(all)s. Reported on in this period: %(reported)s. Not reported on: %(rest)s."),
        all=desk.notes.figure(now.all, _("All actions")),
        reported=desk.notes.figure(now.reported, _("Reported on in this period")),
        rest=desk.notes.counted(rest, _("Not reported on in this period")),
    )


def _silent(desk: Desk, now: Figures) -> Words:
    silent = now_of(desk, fresh(desk, now), "silent")
    return woven(_("Silent, as nobody answered for two rounds or more: %(silent)s."), silent=silent)


def _held_against(desk: Desk) -> tuple[Block, ...]:
    says = [_("As it stood on %(day)s.") % {"day": day_of(desk.record.taken)}]
    if desk.before:
        period = span(desk.before.starts, desk.before.ends)
        says.append(_("“Before” is %(period)s.") % {"period": period})
    else:
        says.append(_("There is no earlier period to compare with."))
    says += [
        _("%(plan)s is told in stories, without colours.") % {"plan": each.title}
        for each in desk.record.plans
        if each.stories_only
    ]
    says += [
        _("%(plan)s does not say how sure it is.") % {"plan": each.title}
        for each in desk.record.plans
        if not each.confidence and not each.stories_only
    ]
    return (paragraph(" ".join(says), quiet=True),)
