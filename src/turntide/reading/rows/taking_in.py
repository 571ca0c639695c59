"""A row taken in as a record of its own: its headings carried down, its cells as the record's values."""

from __future__ import annotations

from collections.abc import Mapping

from turntide.documents.document import spot_of
from turntide.reading.grids import Row, Slot
from turntide.reading.passage import EMPTY
from turntide.reading.records import Record, Shade, Step, Value, glued, runs_on
from turntide.reading.rows.carried import Carried
from turntide.reading.vocabulary import Meaning
from turntide.reading.wordings.periods import is_later

M = Meaning


def carry(carried: Carried, row: Row) -> None:
    """Take the row's headings over what is carried down; a new heading ends the ones below its level."""
    for depth, column in enumerate(carried.levels):
        slot = row.filled.get(column)
        if slot is None:
            continue
        step = carried.at.get(column)
        if step and row.after_break and carried.level_goes_on(column, slot):
            step.pieces.append(slot.passage)
        elif step and step.passage.wording.casefold() == slot.text.casefold():
            step.repeats.append(slot.passage)
        else:
            for lower in carried.levels[depth:]:
                carried.at.pop(lower, None)
            carried.at[column] = _step(carried, column, slot)


def _step(carried: Carried, column: int, slot: Slot) -> Step:
    above = [carried.at[c] for c in carried.levels if c in carried.at]
    parent = above[-1] if above else carried.section or carried.above
    step = Step(carried.columns[column].heading.wording or "Section", [slot.passage], parent)
    carried.read.steps.append(step)
    return step


def take_in(carried: Carried, row: Row) -> None:
    """Make a record of the row, with the cells above that reach down into it."""
    values = {c: slot for c, slot in row.filled.items() if c not in carried.levels}
    reaching = {c: s for c, s in row.above.items() if c not in values and _reaches(carried, c, s)}
    if not values:
        return
    if carried.action in reaching and carried.read.records:
        _extend_shared(carried, values)
        return
    record = Record(carried.innermost, status=carried.status)
    for column, slot in sorted((values | reaching).items()):
        if not _hands_back(carried, row, column, slot):
            put(carried, record, column, slot)
    _note_shades(carried, record, row)
    if carried.when is not None and not record.of(M.TIMESCALE, M.START, M.END):
        record.values.append(Value(M.TIMESCALE, EMPTY, carried.when))
    carried.fresh = False
    carried.read.records.append(record)


def _reaches(carried: Carried, column: int, slot: Slot) -> bool:
    """A cell that reaches down into a row gives it its words, unless it stood apart from all actions."""
    return column not in carried.levels and bool(slot.passage) and id(slot.cell) not in carried.apart


def _extend_shared(carried: Carried, values: Mapping[int, Slot]) -> None:
    """Further rows beside one merged action add to it (several milestones to one action)."""
    for column, slot in sorted(values.items()):
        put(carried, carried.read.records[-1], column, slot)


def _hands_back(carried: Carried, row: Row, column: int, slot: Slot) -> bool:
    """After a page break, prose that runs on from the row above is given back to it."""
    named = carried.columns.get(column)
    if not row.after_break or named is None or named.meaning is not M.RATIONALE or column in row.above:
        return False
    found = carried.open.get(column)
    if not found or not runs_on(carried.last(column), slot.text):
        return False
    add(carried, found[0], column, slot)
    return True


def add(carried: Carried, record: Record, column: int, slot: Slot) -> None:
    """Add a slot's words to the value a record has in its column, or give it one."""
    found = carried.open.get(column)
    if found and found[0] is record:
        found[1].passage = glued([found[1].passage, slot.passage])
        carried.values[id(slot)] = found[1]
    else:
        put(carried, record, column, slot)


def put(carried: Carried, record: Record, column: int, slot: Slot) -> None:
    """Give a record a slot's value; records beside one merged cell share it.

    An action has one status, the latest where each period has a column: another cell under such a heading is a
    remark, in every record that shares it.
    """
    value = carried.values.get(id(slot))
    _make_way(carried, record, column)
    told = bool(record.of(M.STATUS))
    if value is not None and told and value.meaning is M.STATUS:
        return
    if value is None:
        named = carried.columns.get(column)
        meaning = named.meaning if named else None
        meaning = None if told and meaning is M.STATUS else meaning
        value = Value(meaning, named.heading if named else EMPTY, slot.passage)
        carried.values[id(slot)] = value
        record.struck += slot.struck
    carried.open[column] = (record, value)
    record.values.append(value)


def _make_way(carried: Carried, record: Record, column: int) -> None:
    """The status of an earlier period becomes a remark where the one of a later period follows."""
    named = carried.columns.get(column)
    if named is None or named.meaning is not M.STATUS:
        return
    for told in record.of(M.STATUS):
        if is_later(told.heading.wording, named.heading.wording):
            told.meaning = None


def _note_shades(carried: Carried, record: Record, row: Row) -> None:
    """Keep the colours of the cells: of the status, and of the action to tell them from a whole row's."""
    for column, named in carried.columns.items():
        slot = row.slots.get(column) or row.above.get(column)
        if slot and slot.cell.fill and named.meaning:
            shade = Shade(slot.cell.fill.lower(), spot_of(row.table, slot.cell), named.heading.wording)
            before = record.shades.setdefault(named.meaning, shade)
            if is_later(before.heading, shade.heading):
                record.shades[named.meaning] = shade
