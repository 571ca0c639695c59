"""A plan as one flat table: a row for each action, and rows for all else, each saying what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from turntide.exchange import flat_columns as at
from turntide.exchange import records
from turntide.exchange.escaping import CELL, SEPARATOR, optional_written
from turntide.exchange.flat_columns import Column, Group, fixed, level
from turntide.plan.model import Action, Heading, Period, Plan, Status, Timescale, Weighting

Cells = dict[Column, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: what it is ("action", "heading", "note"…) and its cells by column."""

    kind: str
    cells: Cells


@dataclass(frozen=True, slots=True)
class FlatTable:
    """The whole plan as rows; ``columns`` gives their order, the column that says the kind left out."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def flat_table(plan: Plan) -> FlatTable:
    """The table of a plan. Level cells of an action, and what a note is about, are there to be read only."""
    return FlatTable(_columns(plan), tuple(Row(kind, cells) for kind, cells in _rows(plan)))


def _columns(plan: Plan) -> tuple[Column, ...]:
    levels = dict.fromkeys([*plan.levels, *(heading.level for heading in plan.headings)])
    return (
        *map(level, levels),
        *map(fixed, at.BEFORE_WEIGHTS),
        *_numbered(Group.WEIGHT, weight_names(plan)),
        *map(fixed, at.AFTER_WEIGHTS),
        *_numbered(Group.REMARK, remark_names(plan)),
        *map(fixed, at.LAST),
    )


def _numbered(group: Group, names: Iterable[str]) -> Iterator[Column]:
    return (Column(group, name, nth) for nth, name in enumerate(names))


def weight_names(plan: Plan) -> tuple[str, ...]:
    """The names of the columns that hold weightings."""
    return at.repeating([[one.name for one in action.weightings] for action in plan.actions])


def remark_names(plan: Plan) -> tuple[str, ...]:
    """The names of the columns that hold remarks."""
    return at.repeating([[one.heading for one in action.remarks] for action in plan.actions])


def _rows(plan: Plan) -> Iterator[tuple[str, Cells]]:
    yield "plan", _cells({at.KIND: plan.kind, at.TEXT: plan.title}) | _when(plan.period)
    yield from (("vision", _cells({at.TEXT: text})) for text in (plan.vision,) if text is not None)
    yield from (("level", _cells({at.TEXT: name})) for name in plan.levels)
    yield from (("column", _cells({at.TEXT: one.heading, at.KIND: one.meaning})) for one in plan.columns)
    yield from (("heading", _heading(heading)) for heading in plan.headings)
    yield from _actions(plan)
    yield from (("budget", _budget(line.text, line.amount)) for line in plan.budget)
    yield from (
        ("actors", {fixed(at.TEXT): _list(group.actors, records.PHRASE)}
         | {fixed(at.DETAIL): _list(group.behaviours, records.PHRASE)})
        for group in plan.actors
    )  # fmt: skip
    yield from (("takeaway", _cells({at.TEXT: one.text})) for one in plan.takeaways)
    yield from (
        ("note", _about(plan, one.about) | _said(one.kind, one.text, one.about)) for one in plan.notes
    )
    yield from (("unplaced", _cells({at.TEXT: one.text})) for one in plan.unplaced)
    yield from (
        ("finding", _about(plan, one.about) | _said(one.kind, one.message, one.about))
        for one in plan.findings
    )


def _cells(values: dict[str, str | None]) -> Cells:
    return {fixed(name): optional_written(value) for name, value in values.items()}


def _said(kind: str, text: str, about: str | None) -> Cells:
    return _cells({at.KIND: kind, at.TEXT: text, at.BELONGS: about})


def _budget(text: str, amount: float | None) -> Cells:
    number = None if amount is None else records.number_text(amount)
    return _cells({at.TEXT: text, at.MONEY: number})


def _when(when: Period | Timescale | None) -> Cells:
    if when is None:
        return {}
    values = {at.TIMESCALE: when.wording, at.START: when.start, at.END: when.end}
    return _cells(values | ({at.RECURS: when.recurs} if isinstance(when, Timescale) else {}))


def _status(status: Status | None) -> Cells:
    if status is None:
        return {}
    values = {at.STATUS: status.wording, at.LIFECYCLE: status.lifecycle, at.CONFIDENCE: status.confidence}
    return _cells(values)


def _heading(heading: Heading) -> Cells:
    values = {at.REF: heading.ref, at.RATIONALE: heading.rationale}
    identity = {at.ID: heading.id, at.BELONGS: heading.parent}
    return {level(heading.level): optional_written(heading.text)} | _cells(values | identity)


def _actions(plan: Plan) -> Iterator[tuple[str, Cells]]:
    weights, remarks = weight_names(plan), remark_names(plan)
    for action in plan.actions:
        yield (
            "action",
            (
                _path(plan, action)
                | _action(action)
                | _when(action.timescale)
                | _status(action.status)
                | _spread(Group.WEIGHT, weights, [(one.name, weight_cell(one)) for one in action.weightings])
                | _spread(
                    Group.REMARK, remarks, [(one.heading, CELL.write(one.text)) for one in action.remarks]
                )
            ),
        )


def _path(plan: Plan, action: Action) -> Cells:
    return {level(heading.level): optional_written(heading.text) for heading in plan.path(action)}


def _action(action: Action) -> Cells:
    values = {at.REF: action.ref, at.DETAIL: action.detail, at.INVOLVING: action.involving}
    identity = {at.RATIONALE: action.rationale, at.ID: action.id, at.BELONGS: action.under}
    lists = {
        at.LEADS: _list(action.leads, records.BODY),
        at.PARTNERS: _list(action.partners, records.BODY),
        at.MILESTONES: _list(action.milestones, records.MILESTONE),
        at.MEASURES: _list(action.measures, records.MEASURE),
        at.MONEY: _list(action.money, records.MONEY),
        at.PROGRESS: _list(action.progress, records.PROGRESS),
        at.PROGRAMMES: _list(action.programmes, records.PROGRAMME),
    }
    made = {fixed(name): cell for name, cell in lists.items()} | {fixed(at.ACTION): action.text}
    return made | _cells(values | identity)


def _list(things: Iterable[Any], shape: records.Shape) -> str:
    return "\n".join(records.line_of(thing, shape, CELL) for thing in things)


def _spread(group: Group, columns: tuple[str, ...], values: list[tuple[str, str]]) -> Cells:
    found = at.places([name for name, _ in values], columns)
    return {Column(group, name, nth): cell for nth, (name, cell) in zip(found, values, strict=True)}


def weight_cell(weighting: Weighting) -> str:
    """The plan's wording; the number beside it only where the wording does not say it."""
    wording = CELL.write(weighting.wording)
    if share_in(weighting.wording) == weighting.value:
        return wording
    return f"{wording}{SEPARATOR}per cent: {records.number_text(weighting.value)}"


def share_in(wording: str) -> float | None:
    """The number that a wording such as '5%' or '12.5' says by itself."""
    found = re.fullmatch(r"\s*([0-9]+(?:\.[0-9]+)?)\s*%?\s*", wording)
    return float(found[1]) if found else None


def _about(plan: Plan, about: str | None) -> Cells:
    action = next((action for action in plan.actions if action.id == about), None)
    if action is not None:
        return _path(plan, action) | _cells({at.REF: action.ref, at.ACTION: action.text})
    heading = plan.heading(about)
    return {level(heading.level): optional_written(heading.text)} if heading else {}
