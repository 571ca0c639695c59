"""The axes of status as a paper counts them: now and before, each number with its footnote. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from turntide.web.periods.rules.figures import Figure, Figures, figures
from turntide.web.periods.rules.record import PlanThen, Record
from turntide.web.reporting.papers import statuses
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.rules.paper import Cell, Piece


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis: how many actions stand at each of its statuses, and stood in the period before where there is one."""

    key: str
    name: str
    now: Mapping[str, Figure]
    before: Mapping[str, Figure] | None
    plans: tuple[PlanThen, ...]

    def is_told(self, status: str) -> bool:
        """Colours and freshness always, and what nobody reported; a stage only where an action is or was at it."""
        return self.key != "lifecycle" or not status or self.has(status)

    def has(self, status: str) -> bool:
        """Whether an action stands or stood so."""
        return bool(self.now[status].number or (self.before and self.before[status].number))


def axes(desk: Desk) -> list[Axis]:
    """The axes that these plans are counted on: confidence only over the plans that tell it."""
    now, before = figures(desk.record.actions), figures(desk.before.actions) if desk.before else None
    plans, coloured = desk.record.plans, tuple(filter(statuses.told_in_colours, desk.record.plans))
    some = [Axis("lifecycle", _("How far"), now.lifecycle, before.lifecycle if before else None, plans)]
    if coloured:
        sure, was = _sure(desk.record), _sure(desk.before) if desk.before else None
        some.append(
            Axis("confidence", _("How sure"), sure.confidence, was.confidence if was else None, coloured)
        )
    return [*some, fresh(desk, now, before)]


def fresh(desk: Desk, now: Figures, before: Figures | None = None) -> Axis:
    """How fresh the news is."""
    was = before.freshness if before else None
    return Axis("freshness", _("How fresh"), now.freshness, was, desk.record.plans)


def _sure(record: Record) -> Figures:
    coloured = {each.id for each in record.plans if statuses.told_in_colours(each)}
    return figures(each for each in record.actions if each.plan in coloured)


def head_of(axis: Axis, key: str) -> Cell:
    """The status that is counted, in the word the plans have for it."""
    label = statuses.common_label(axis.plans, axis.key, key)
    return statuses.status(key, label, plainly=all(each.stories_only for each in axis.plans))


def now_of(desk: Desk, axis: Axis, key: str) -> Piece:
    """How many stand so now."""
    return desk.notes.figure(axis.now[key], _of_status(axis, key))


def was_of(desk: Desk, axis: Axis, key: str) -> Piece:
    """How many stood so before; the same footnote where they are the same."""
    was, of = axis.before[key] if axis.before else Figure(key, ()), _of_status(axis, key)
    if was.actions == axis.now[key].actions:
        return desk.notes.figure(was, of)
    return desk.notes.figure(was, _("%(status)s, before") % {"status": of})


def _of_status(axis: Axis, key: str) -> str:
    """What a figure of a status counts, for its footnote."""
    return _("%(axis)s: %(status)s") % {"axis": axis.name, "status": head_of(axis, key).words[0].words}
