"""Rows that are the rest of the record before them."""

from __future__ import annotations

from dataclasses import replace

from turntide.reading.grids import Row
from turntide.reading.records import runs_on
from turntide.reading.rows.carried import Carried
from turntide.reading.rows.taking_in import add, put
from turntide.reading.vocabulary import Meaning
from turntide.reading.wordings.numbering import is_bare_ref

M = Meaning


def goes_on(carried: Carried, row: Row) -> bool:
    """Whether a row is the rest of the record before it."""
    if not carried.read.records or _begins_level(carried, row):
        return False
    action, refs = carried.action, carried.columns_of(M.REF)
    if any(column in row.filled and is_bare_ref(row.filled[column].text) for column in refs):
        return False
    if action is None or action not in row.filled:
        return row.after_break or not any(column in row.filled for column in carried.levels)
    slot = row.filled[action]
    follows = row.after_break or runs_on(carried.last(action), slot.text)
    if refs and follows and _refs_expected(carried):
        return True
    return carried.cell_goes_on(action, slot) and (row.after_break or _is_visual(carried, row, action))


def _begins_level(carried: Carried, row: Row) -> bool:
    """A heading in the row begins anew; after a page break it may go on, too."""
    levels = [column for column in carried.levels if column in row.filled]
    if row.after_break:
        return any(not carried.level_goes_on(column, row.filled[column]) for column in levels)
    return bool(levels)


def _refs_expected(carried: Carried) -> bool:
    """Most records so far have a reference in the column for it."""
    records = carried.read.records
    return sum(bool(record.of(M.REF)) for record in records) > len(records) * 0.8


def _is_visual(carried: Carried, row: Row, action: int) -> bool:
    """Within a page only a row that goes on in small letters, in the middle of a sentence, is a rest."""
    return (
        runs_on(carried.last(action), row.filled[action].text) and len(row.filled) <= len(carried.columns) - 1
    )


def extend(carried: Carried, row: Row) -> None:
    """Add a row's words to the record before it, column by column."""
    record = carried.read.records[-1]
    for column, slot in sorted(row.filled.items()):
        if column in carried.levels and column in carried.at:
            carried.at[column].pieces.append(slot.passage)
        else:
            add(carried, record, column, slot)


def join(carried: Carried, row: Row) -> None:
    """Add a row that a person has called the rest of the record before it; a second reference stays apart."""
    carried.read.joined.append(row)
    rest = dict(row.slots)
    for column, slot in row.filled.items():
        step = carried.at.get(column)
        if step and step.passage.wording.casefold() == slot.text.casefold():
            step.repeats.append(rest.pop(column).passage)
        elif column in carried.columns_of(M.REF):
            put(carried, carried.read.records[-1], column, rest.pop(column))
    extend(carried, replace(row, slots=rest))
