"""The cells of a sheet's tables, filled with what is known: pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from turntide.web.delivery.rules.said import ReachSaid
from turntide.web.delivery.rules.sheets import AskedRow, AskedSheet, Choices, plain
from turntide.web.delivery.store.sheets.columns import ACTIONS, MEASURES, MILESTONES, Column, Holds, Table
from turntide.web.delivery.store.sheets.marks import Mark, print_of

SPARE = 3
"""Rows left free for each action among those who were reached."""

Value = str | int | bool | date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is written. ``asked``: somebody is to read it or fill it in."""

    text: str = ""
    date: date | None = None
    number: int | None = None
    choices: tuple[str, ...] = ()
    asked: bool = True


def filled_rows(table: Table, sheet: AskedSheet) -> Iterator[list[Cell]]:
    """The rows of one of the tables, each cell in its column's place."""
    rows = {ACTIONS.name: _action, MILESTONES.name: _milestones, MEASURES.name: _measures}.get(
        table.name, _reached
    )
    for asked in sheet.rows:
        for values in rows(asked):
            number, words = values.pop("mark_of", 0), values.pop("words", "")
            mark = Mark(
                table.name,
                sheet.recipient,
                asked.request,
                int(str(number)),
                print_of(asked.action, str(words)),
            )
            shown: dict[str, Value] = {"ref": asked.ref, "action": asked.action, "mark": mark.written()}
            yield [_cell(column, asked, values | shown) for column in table.columns]


Rows = Callable[[AskedRow], Iterator[dict[str, Value]]]


def _action(asked: AskedRow) -> Iterator[dict[str, Value]]:
    said = asked.stands.said
    names = ("lifecycle", "confidence", "reason", "recovers_on", "done", "next", "in_the_way", "ask")
    told: dict[str, Value] = {name: getattr(said, name) for name in (*names, "no_change", "worth_a_story")}
    around: dict[str, Value] = {"plan": asked.plan, "under": asked.under, "before": asked.before}
    yield told | around | {"mark_of": asked.stands.version}


def _milestones(asked: AskedRow) -> Iterator[dict[str, Value]]:
    said = {step.milestone: step for step in asked.stands.said.steps}
    for one in asked.milestones:
        step = said.get(one.id)
        told: dict[str, Value] = {"milestone": one.text, "due": one.due, "mark_of": one.id, "words": one.text}
        if step:
            told |= {"met_on": step.met_on, "moved_to": step.moved_to, "moved_why": step.reason}
        yield told


def _measures(asked: AskedRow) -> Iterator[dict[str, Value]]:
    said = {reading.measure: reading for reading in asked.stands.said.readings}
    for one in asked.measures:
        reading = said.get(one.id)
        told: dict[str, Value] = {
            "measure": one.text,
            "target": one.target,
            "mark_of": one.id,
            "words": one.text,
        }
        if reading:
            told |= {"value": reading.value, "on": reading.on, "origin": reading.origin}
        yield told


def _reached(asked: AskedRow) -> Iterator[dict[str, Value]]:
    for each in (*asked.stands.said.reached, *[ReachSaid("")] * SPARE):
        yield {"group": each.group, "number": each.number}


def _cell(column: Column, asked: AskedRow, values: dict[str, Value]) -> Cell:
    value, choices = values.get(column.key), _choices(column, asked)
    if column.holds is Holds.CONFIDENCE and not asked.confidences:
        return Cell(asked=False)
    if column.holds is Holds.YES:
        return Cell(_("Yes") if value else "", choices=(_("Yes"),))
    if isinstance(value, date):
        return Cell(date=value)
    if isinstance(value, int):
        return Cell(number=value)
    text = dict(choices).get(str(value or ""), str(value or ""))
    return Cell(plain(text), choices=tuple(label for _meaning, label in choices))


def _choices(column: Column, asked: AskedRow) -> Choices:
    lists = {Holds.LIFECYCLE: asked.lifecycles, Holds.CONFIDENCE: asked.confidences}
    return lists.get(column.holds, ())
