"""Who was reached in the period, and whom the plans name but nobody reached. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import Record
from turntide.web.reporting.papers.cells import figure, limited, paragraph, text
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.rules.paper import Block, Cell, Column, Table

MOST = 8


@dataclass(slots=True)
class Reached:
    """A group of people: the actions that reached it, those that mean to, and how many where somebody counted."""

    name: str
    by: list[str] = field(default_factory=list)
    meant: list[str] = field(default_factory=list)
    numbers: list[tuple[int, str]] = field(default_factory=list)


def tell(desk: Desk) -> tuple[Block, ...]:
    """The groups that were reached, and by name those that were not."""
    groups = reached(desk.record)
    met = [each for each in groups if each.by]
    missed = [each for each in groups if not each.by]
    if not groups:
        return (paragraph(_("Nobody told whom they reached, and the plans name no group of people.")),)
    return (*_met(desk, met), *_missed(desk, missed))


def reached(record: Record) -> list[Reached]:
    """Every group that was reached in the period or is meant to be; the same words in capitals are the same group."""
    groups: dict[str, Reached] = {}

    def group(name: str) -> Reached:
        return groups.setdefault(name.strip().casefold(), Reached(name.strip()))

    for action in record.actions:
        for name in dict.fromkeys(
            each for measure in action.measures for each in measure.groups if each.strip()
        ):
            _once(group(name).meant, action.id)
        for each in action.statement.reached if action.statement and action.reported else ():
            if each.group.strip():
                _once(group(each.group).by, action.id)
                group(each.group).numbers += [] if each.number is None else [(each.number, action.id)]
    return sorted(groups.values(), key=lambda each: (-len(each.by), each.name.casefold()))


def _once(ids: list[str], action: str) -> None:
    if action not in ids:
        ids.append(action)


def _met(desk: Desk, met: list[Reached]) -> Iterator[Block]:
    if not met:
        yield paragraph(_("Nobody told whom they reached in this period."))
        return
    some, left = limited(met, desk.room(MOST))
    yield Table(
        caption=_("Who was reached in this period"),
        columns=(
            Column(_("Group"), share=4),
            Column(_("Actions that reached them"), "number", share=2),
            Column(_("People, where counted"), "number", share=2),
        ),
        rows=tuple(_row(desk, each) for each in some),
    )
    if left:
        rest = ", ".join(each.name for each in left)
        yield paragraph(_("Also reached: %(groups)s.") % {"groups": rest})
    yield paragraph(_("Somebody whom two actions reached is counted twice."), quiet=True)


def _row(desk: Desk, group: Reached) -> tuple[Cell, ...]:
    of = _("Reached: %(group)s") % {"group": group.name}
    return text(group.name), figure(desk.notes.counted(group.by, of)), _people(desk, group)


def _people(desk: Desk, group: Reached) -> Cell:
    if not group.numbers:
        return text(_("Not counted"))
    counts = ", ".join(f"{number} ({desk.called(action)})" for number, action in group.numbers)
    of = _("%(group)s, as those counted who reached them: %(counts)s") % {
        "group": group.name,
        "counts": counts,
    }
    return figure(desk.notes.told(sum(number for number, _action in group.numbers), of))


def _missed(desk: Desk, missed: list[Reached]) -> Iterator[Block]:
    if missed:
        names = ", ".join(each.name for each in missed)
        yield paragraph(
            _("Named in the plans, but nobody told of reaching them: %(groups)s.") % {"groups": names}
        )
    else:
        yield paragraph(_("Every group of people that the plans name was reached."))
