"""Several actions in one cell: a list under an objective, with one lead and one date for all of them."""

from __future__ import annotations

import re
from dataclasses import replace

from turntide.reading.fields import listed
from turntide.reading.passage import Passage
from turntide.reading.profiles import profile_of
from turntide.reading.records import Record, Value
from turntide.reading.vocabulary import Meaning

M = Meaning
_OPENING = re.compile(r"\s*[•●▪○◦‣➢❖■□►]\s*\S")
_OF_ONE = (M.REF, M.DETAIL, M.STATUS, M.PROGRESS, M.WEIGHT)
"""What is said of a single action: a row that has it is one action, whatever its cell lists."""
DOING = 0.5


def parted(record: Record) -> tuple[Record, ...]:
    """A record for each entry of a cell that is nothing but a list of things to be done, else the record."""
    acts = record.of(M.ACTION)
    if len(acts) != 1 or record.of(*_OF_ONE) or not _OPENING.match(acts[0].passage.text):
        return (record,)
    entries = listed(acts[0].passage)
    if len(entries) < 2 or profile_of([entry.wording for entry in entries]).doing < DOING:
        return (record,)
    made = [replace(record, values=_with(record, acts[0], entry), struck=[]) for entry in entries]
    made[0].struck = record.struck
    return tuple(made)


def _with(record: Record, act: Value, entry: Passage) -> list[Value]:
    """The record's values, the action's cell replaced by one entry of it."""
    own = Value(act.meaning, act.heading, entry)
    return [own if value is act else value for value in record.values]
