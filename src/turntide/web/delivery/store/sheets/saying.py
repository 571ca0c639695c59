"""What a sheet's rows say of an action, laid over what stands: pure. A column that is gone says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from turntide.web.delivery.rules.said import Fault, ReachSaid, ReadingSaid, Said, StepSaid
from turntide.web.delivery.rules.sheets import AskedRow
from turntide.web.delivery.store.sheets.book import Cell
from turntide.web.delivery.store.sheets.columns import ACTIONS, MEASURES, MILESTONES, REACHED, Holds, Table
from turntide.web.delivery.store.sheets.reading import Found, Row
from turntide.web.delivery.store.sheets.values import Value, WrongCellError, value_of

_LONGEST = {"value": 100, "origin": 300, "group": 200}


@dataclass(slots=True)
class Laid:
    """What is said, and what is wrong in it."""

    said: Said
    wrong: list[Fault] = field(default_factory=list)


def laid_over(found: Found, asked: AskedRow, stands: Said) -> Laid:
    """What the rows of this action say, over what stands."""
    laid = Laid(stands)
    row = found.rows[ACTIONS.name, asked.request, 0]
    told = _values(laid, asked, ACTIONS, row)
    steps, readings = _steps(laid, found, asked), _readings(laid, found, asked)
    reached = _reached(laid, found, asked)
    laid.said = replace(stands, **told, steps=steps, readings=readings, reached=reached)
    return laid


def _values(
    laid: Laid, asked: AskedRow, table: Table, row: Row, *, about: tuple[str, str] = ("", "")
) -> dict[str, Any]:
    """The values of the row's cells that are for filling in; those that are wrong are noted and left out.

    ``about``: the field of what is said that the whole row is, and what the row is of.
    """
    whole, of = about
    found: dict[str, Value] = {}
    for column in table.columns:
        not_asked = column.holds is Holds.CONFIDENCE and not asked.confidences
        if not column.filled or not_asked or column.key not in row.cells:
            continue
        try:
            found[column.key] = value = value_of(row.cells[column.key], column, asked)
            _not_too_long(column.key, value)
        except WrongCellError as wrong:
            name = f"{column.heading} ({of})" if of else str(column.heading)
            laid.wrong.append(Fault(whole or column.key, f"{name}: {wrong}"))
    return found


def _not_too_long(key: str, value: Value) -> None:
    most = _LONGEST.get(key)
    if most and isinstance(value, str) and len(value) > most:
        raise WrongCellError(_("say it in %(most)d letters at most.") % {"most": most})


def _steps(laid: Laid, found: Found, asked: AskedRow) -> tuple[StepSaid, ...]:
    rows = {one: found.rows.get((MILESTONES.name, asked.request, one.id)) for one in asked.milestones}
    told = [(one, row) for one, row in rows.items() if row is not None]
    ids = {one.id for one, _row in told}
    kept = [step for step in laid.said.steps if step.milestone not in ids]
    for one, row in told:
        values = _values(laid, asked, MILESTONES, row, about=("steps", one.text))
        met, moved, why = values.get("met_on"), values.get("moved_to"), values.get("moved_why", "")
        if met or moved or why:
            kept.append(StepSaid(one.id, one.text, one.due, met, moved, why))
    return tuple(kept)


def _readings(laid: Laid, found: Found, asked: AskedRow) -> tuple[ReadingSaid, ...]:
    rows = {one: found.rows.get((MEASURES.name, asked.request, one.id)) for one in asked.measures}
    told = [(one, row) for one, row in rows.items() if row is not None]
    ids = {one.id for one, _row in told}
    kept = [reading for reading in laid.said.readings if reading.measure not in ids]
    for one, row in told:
        values = _values(laid, asked, MEASURES, row, about=("readings", one.text))
        value, on, origin = values.get("value", ""), values.get("on"), values.get("origin", "")
        if value:
            kept.append(ReadingSaid(one.id, one.text, value, on, origin))
        elif (on or origin) and not row.cells.get("value", Cell()).formula:
            sentence = _("Give the value of “%(measure)s”, or clear the rest of its row.") % {
                "measure": one.text
            }
            laid.wrong.append(Fault("readings", sentence))
    return tuple(kept)


def _reached(laid: Laid, found: Found, asked: AskedRow) -> tuple[ReachSaid, ...]:
    rows = found.reached.get(asked.request)
    return laid.said.reached if not rows else tuple(_groups(laid, rows, asked))


def _groups(laid: Laid, rows: list[Row], asked: AskedRow) -> Iterator[ReachSaid]:
    for row in rows:
        values = _values(laid, asked, REACHED, row, about=("reached", row.text("group")))
        group, number = values.get("group", ""), values.get("number")
        if group:
            yield ReachSaid(group, number)
        elif number is not None:
            sentence = _("Say who the %(number)d people were whom you reached.") % {"number": number}
            laid.wrong.append(Fault("reached", sentence))
