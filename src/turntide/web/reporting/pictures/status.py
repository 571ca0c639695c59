"""How the actions stood, period by period. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from turntide.web.periods.rules.figures import figures
from turntide.web.periods.rules.record import ActionThen, PlanThen, Record
from turntide.web.reporting.pictures.axes import Standing, in_colours, standings, uncoloured
from turntide.web.reporting.pictures.columns import Column, columns_drawn
from turntide.web.reporting.pictures.wording import actions_words, in_sentence, listed, span_words
from turntide.web.reporting.rules import paper
from turntide.web.reporting.rules.paper import Cell, Picture, Table, words

KEY = "status-over-time"
PERIODS = 8
"""So many periods are drawn at most, the latest ones."""


@dataclass(frozen=True, slots=True)
class Row:
    """A status, and how many actions had it in each period."""

    standing: Standing
    numbers: tuple[int, ...]


def status_picture(records: Sequence[Record]) -> Picture:
    """Columns, one a period and oldest first, stacked by confidence; by lifecycle where no plan has confidence."""
    every = sorted(records, key=lambda each: (each.starts, each.ends, each.taken))
    told = every[-PERIODS:]
    plans = _plans_of(told)
    axis = "confidence" if any(_has_colours(plan) for plan in plans) else "lifecycle"
    rows = _rows(told, plans, axis)
    title = _("Confidence over time") if axis == "confidence" else _("Where actions stood over time")
    left_out = len(every) - len(told)
    notes = [_left_out(left_out, len(every))] if left_out else []
    seen = _seen(told, rows)
    columns = [Column(span_words(record), len(record.actions)) for record in told]
    svg, size = columns_drawn(KEY, (title, " ".join([seen, *notes])), columns, rows, notes)
    return Picture(KEY, title, " ".join([seen, *notes]), svg, *size, _table(title, told, rows, notes))


def _rows(records: Sequence[Record], plans: Sequence[PlanThen], axis: str) -> tuple[Row, ...]:
    """The statuses that any action had, and "not reported" always."""
    if axis == "lifecycle":
        counted = [figures(record.actions).lifecycle for record in records]
        named = plans
    else:
        counted = [figures(_coloured(record)).confidence for record in records]
        named = [plan for plan in plans if _has_colours(plan)]
    rows = [
        Row(each, tuple(numbers[each.key].number for numbers in counted))
        for each in standings(axis, named, colours=in_colours(plans))
    ]
    if axis == "confidence":
        without = (len(record.actions) - len(_coloured(record)) for record in records)
        rows.append(Row(uncoloured(), tuple(without)))
    return tuple(row for row in rows if any(row.numbers) or not row.standing.key)


def _plans_of(records: Iterable[Record]) -> tuple[PlanThen, ...]:
    """The plans as they stood last."""
    return tuple({plan.id: plan for record in records for plan in record.plans}.values())


def _has_colours(plan: PlanThen) -> bool:
    return plan.confidence and not plan.stories_only


def _coloured(record: Record) -> tuple[ActionThen, ...]:
    """The actions of plans that are told in red, amber and green."""
    without = {plan.id for plan in record.plans if not _has_colours(plan)}
    return tuple(action for action in record.actions if action.plan not in without)


def _left_out(number: int, of: int) -> str:
    return _("The latest %(shown)d of %(all)d periods are shown.") % {"shown": of - number, "all": of}


def _seen(records: Sequence[Record], rows: Sequence[Row]) -> str:
    """What the last period shows, and the one before it."""
    if not records:
        return _("There is no period to show yet.")
    said = [_of_period(record, rows, at) for at, record in list(enumerate(records))[-2:]]
    return " ".join([_("Stacked columns, one for each period."), *said])


def _of_period(record: Record, rows: Sequence[Row], at: int) -> str:
    parts = [f"{row.numbers[at]} {in_sentence(row.standing.word)}" for row in rows if row.numbers[at]]
    words = {
        "period": span_words(record),
        "actions": actions_words(len(record.actions)),
        "parts": listed(parts),
    }
    return (
        _("%(period)s, %(actions)s: %(parts)s.") % words if parts else _("%(period)s, %(actions)s.") % words
    )


def _table(title: str, records: Sequence[Record], rows: Sequence[Row], notes: Sequence[str]) -> Table:
    headings = [paper.Column(span_words(record), "number") for record in records]
    told = [(row.standing.cell, *(_counted(number) for number in row.numbers)) for row in rows]
    whole = (
        Cell(words(_("All actions"), strong=True)),
        *(_counted(len(record.actions)) for record in records),
    )
    caption = ". ".join([_("%(title)s: the figures") % {"title": title}, *notes])
    columns = (paper.Column(_("Status"), "status", 3), *headings)
    return Table(caption, columns, (*told, whole) if records else (), empty=_("There is no period yet."))


def _counted(number: int) -> Cell:
    return Cell(words(str(number)), number=number)
