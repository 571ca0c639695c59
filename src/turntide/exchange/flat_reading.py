"""The flat table read back to the plan it was written from, also after a person has worked on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from turntide.exchange import flat_columns as at
from turntide.exchange import records
from turntide.exchange.errors import ExchangeError
from turntide.exchange.escaping import CELL, SEPARATOR, optional_read, split_at
from turntide.exchange.flat_columns import Group
from turntide.exchange.flat_writing import share_in
from turntide.exchange.free_ids import free_id
from turntide.plan import model

Thing = TypeVar("Thing")
KINDS = (
    *("plan", "vision", "level", "column", "heading", "action"),
    *("budget", "actors", "takeaway", "note", "unplaced", "finding"),
)


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row as it stands in a file: its place for a person, what it is, and (heading, cell) in order."""

    place: str
    kind: str
    cells: tuple[tuple[str, str], ...]

    def cell(self, heading: str) -> str:
        """The cell under one of our own headings; blank where there is no such column."""
        return next((cell for name, cell in self.cells if name == heading), "")

    def optional(self, heading: str) -> str | None:
        """The cell's text; None where it is blank."""
        return optional_read(self.cell(heading))

    def text(self, heading: str) -> str:
        """The cell's text; empty where it is blank."""
        return self.optional(heading) or ""

    def day(self, heading: str) -> str | None:
        """A date; a spreadsheet may have turned 2026-03-31 into 31/03/2026, which is turned back."""
        text = self.optional(heading)
        found = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", text or "")
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else text

    def list(self, heading: str, shape: records.Shape) -> tuple[Any, ...]:
        """The things that stand in the cell, one a line."""
        lines = [line for line in re.split(r"\r?\n", self.cell(heading)) if line]
        return tuple(records.from_line(line, shape, CELL, f"{self.place}, {heading}") for line in lines)

    def has(self, *headings: str) -> bool:
        """Whether any of these cells is filled."""
        return any(self.cell(heading) for heading in headings)


def plan_from_rows(rows: Iterable[WrittenRow]) -> model.Plan:
    """The plan these rows hold. Raises ExchangeError, naming the row, where one cannot be read."""
    by_kind: dict[str, list[WrittenRow]] = {kind: [] for kind in KINDS}
    for row in rows:
        if row.kind not in by_kind:
            raise ExchangeError(
                f"{row.place}: {row.kind!r} is no kind of row; use one of {', '.join(KINDS)}."
            )
        by_kind[row.kind].append(row)
    return _plan(by_kind)


def _plan(rows: dict[str, list[WrittenRow]]) -> model.Plan:
    levels = tuple(row.text(at.TEXT) for row in rows["level"])
    named = _level_names(levels, rows["heading"])
    headings = _identified(rows["heading"], lambda row, id_: _heading(row, id_, named))
    paths = _Paths(headings, named)
    first = next(iter(rows["plan"]), WrittenRow("", "plan", ()))
    return model.Plan(
        kind=model.PLAN if first.optional(at.KIND) is None else first.text(at.KIND),
        title=first.optional(at.TEXT),
        vision=next((row.text(at.TEXT) for row in rows["vision"]), None),
        period=_period(first),
        levels=levels,
        columns=tuple(model.Column(row.text(at.TEXT), row.optional(at.KIND)) for row in rows["column"]),
        headings=headings,
        actions=_identified(rows["action"], lambda row, id_: _action(row, id_, paths)),
        budget=tuple(_budget(row) for row in rows["budget"]),
        actors=tuple(_actors(row) for row in rows["actors"]),
        takeaways=tuple(model.Phrase(row.text(at.TEXT)) for row in rows["takeaway"]),
        notes=tuple(_note(row) for row in rows["note"]),
        unplaced=tuple(model.Unplaced(row.text(at.TEXT)) for row in rows["unplaced"]),
        findings=tuple(_finding(row) for row in rows["finding"]),
    )


def _level_names(levels: Sequence[str], rows: list[WrittenRow]) -> dict[str, str]:
    """Each heading of a level's column, and the level it means."""
    filled = {name for row in rows for name, cell in row.cells if cell}
    known = {name: name for name in (*levels, *filled) if name not in at.FIXED and not at.known_group(name)}
    said = {name for row in rows for name, _ in row.cells if name.startswith(Group.LEVEL)}
    said |= {Group.LEVEL + name for name in levels}
    return known | {name: name.removeprefix(Group.LEVEL) for name in said}


def _identified(rows: list[WrittenRow], make: Callable[[WrittenRow, str], Thing]) -> tuple[Thing, ...]:
    """Each row made into its thing; a row that a person added without an id is given a free one."""
    taken = {row.text(at.ID) for row in rows if row.has(at.ID)}
    return tuple(make(row, row.text(at.ID) if row.has(at.ID) else free_id(row.kind, taken)) for row in rows)


def _heading(row: WrittenRow, id_: str, levels: dict[str, str]) -> model.Heading:
    name, cell = next(((name, cell) for name, cell in row.cells if cell and name in levels), ("", ""))
    return model.Heading(
        id=id_,
        level=levels.get(name, ""),
        text=optional_read(cell) or "",
        ref=row.optional(at.REF),
        parent=row.optional(at.BELONGS),
        rationale=row.optional(at.RATIONALE),
    )


class _Paths:
    """Finds the heading an action stands under from the texts in its level columns."""

    def __init__(self, headings: tuple[model.Heading, ...], levels: dict[str, str]) -> None:
        self.levels = levels
        plan = model.Plan(headings=headings)
        self._ids = {
            frozenset({above.level: above.text for above in _upwards(plan, one)}.items()): one.id
            for one in reversed(headings)
        }

    def under(self, row: WrittenRow) -> str | None:
        """The id of the heading; a person may have filled in only the texts of the levels."""
        texts = {
            self.levels[name]: optional_read(cell) for name, cell in row.cells if name in self.levels and cell
        }
        if row.has(at.BELONGS) or not texts:
            return row.optional(at.BELONGS)
        found = self._ids.get(frozenset((level, text or "") for level, text in texts.items()))
        if found is None:
            raise ExchangeError(
                f"{row.place}: no heading row has the texts of this action's levels; add one."
            )
        return found


def _upwards(plan: model.Plan, heading: model.Heading) -> tuple[model.Heading, ...]:
    return plan.path(model.Action("", "", under=heading.id))


def _action(row: WrittenRow, id_: str, paths: _Paths) -> model.Action:
    return model.Action(
        id=id_,
        text=row.cell(at.ACTION),
        ref=row.optional(at.REF),
        detail=row.optional(at.DETAIL),
        under=paths.under(row),
        rationale=row.optional(at.RATIONALE),
        involving=row.optional(at.INVOLVING),
        leads=row.list(at.LEADS, records.BODY),
        partners=row.list(at.PARTNERS, records.BODY),
        timescale=_timescale(row),
        milestones=row.list(at.MILESTONES, records.MILESTONE),
        measures=row.list(at.MEASURES, records.MEASURE),
        weightings=tuple(_weighting(row, name, cell) for name, cell in row.cells if _is_weight(name, cell)),
        money=row.list(at.MONEY, records.MONEY),
        status=_status(row),
        progress=row.list(at.PROGRESS, records.PROGRESS),
        programmes=row.list(at.PROGRAMMES, records.PROGRAMME),
        remarks=_remarks(row, paths.levels),
    )


def _timescale(row: WrittenRow) -> model.Timescale | None:
    if not row.has(at.TIMESCALE, at.START, at.END, at.RECURS):
        return None
    start, end = row.day(at.START), row.day(at.END)
    return model.Timescale(row.text(at.TIMESCALE), start, end, row.optional(at.RECURS))


def _period(row: WrittenRow) -> model.Period | None:
    if not row.has(at.TIMESCALE, at.START, at.END):
        return None
    return model.Period(row.text(at.TIMESCALE), row.day(at.START), row.day(at.END))


def _status(row: WrittenRow) -> model.Status | None:
    if not row.has(at.STATUS, at.LIFECYCLE, at.CONFIDENCE):
        return None
    return model.Status(row.text(at.STATUS), row.optional(at.LIFECYCLE), row.optional(at.CONFIDENCE))


def _is_weight(name: str, cell: str) -> bool:
    return bool(cell) and name.startswith(Group.WEIGHT)


def _weighting(row: WrittenRow, heading: str, cell: str) -> model.Weighting:
    written, *said = split_at(cell, SEPARATOR, 1)
    wording, place = CELL.read(written), f"{row.place}, {heading}"
    value = records.number_from(said[0].removeprefix("per cent: "), place) if said else share_in(wording)
    if value is None:
        raise ExchangeError(f"{place}: {wording!r} says no share; write 5%, or a wording | per cent: 5.")
    return model.Weighting(heading.removeprefix(Group.WEIGHT), wording, value)


def _remarks(row: WrittenRow, levels: dict[str, str]) -> tuple[model.Remark, ...]:
    """A column that is none of ours is a remark, so that one a person has added is kept."""
    ours = {*at.FIXED, *levels}
    return tuple(
        model.Remark(name.removeprefix(Group.REMARK), CELL.read(cell))
        for name, cell in row.cells
        if cell and name not in ours and (name.startswith(Group.REMARK) or at.known_group(name) is None)
    )


def _budget(row: WrittenRow) -> model.BudgetLine:
    amount = row.optional(at.MONEY)
    number = None if amount is None else records.number_from(amount, f"{row.place}, {at.MONEY}")
    return model.BudgetLine(row.text(at.TEXT), number)


def _actors(row: WrittenRow) -> model.ActorGroup:
    return model.ActorGroup(row.list(at.TEXT, records.PHRASE), row.list(at.DETAIL, records.PHRASE))


def _note(row: WrittenRow) -> model.Note:
    kind = "drafting" if row.optional(at.KIND) is None else row.text(at.KIND)
    return model.Note(row.text(at.TEXT), kind, row.optional(at.BELONGS))


def _finding(row: WrittenRow) -> model.Finding:
    return model.Finding(row.text(at.KIND), row.text(at.TEXT), row.optional(at.BELONGS))
