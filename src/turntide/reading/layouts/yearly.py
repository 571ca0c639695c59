"""Columns of actions, one for each year: 'Actions 2025/26' and 'Actions 2026/27' hold an action each in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from turntide.reading.layouts.labels import OWNING
from turntide.reading.passage import EMPTY
from turntide.reading.records import Record, Value
from turntide.reading.vocabulary import Meaning, key_of

M = Meaning
_PERIOD = re.compile(
    r"\b(?:(?:year|yr|quarter)\s?\d+|q[1-4](?:\s\d{4}(?:\s?[/–-]\s?\d{2,4})?)?|"
    r"20\d\d(?:\s?[/–-]\s?\d{2,4})?)\b",
    re.IGNORECASE,
)


def by_year(record: Record) -> tuple[Record, ...]:
    """A record for each year's action in a row; the record itself where its columns are not the years'.

    Who is named between two of the actions leads the one before; what stands before them all is said of each.
    """
    acts = record.of(M.ACTION)
    kind = _bare(acts[0]) if len(acts) == 1 else None
    yearly = [value for value in record.of(M.ACTION, M.DETAIL) if kind and _bare(value) == kind]
    if len(yearly) < 2:
        return (record,)
    yearly.sort(key=record.values.index)
    made = [
        replace(record, values=_of_year(record.values, yearly, at), struck=[]) for at in range(len(yearly))
    ]
    made[0].struck = record.struck
    return tuple(made)


def _bare(value: Value) -> str | None:
    """A heading without its year; None where it has none."""
    text = value.heading.wording
    return key_of(_PERIOD.sub(" ", text)) if _PERIOD.search(text) else None


def _of_year(values: Sequence[Value], yearly: Sequence[Value], at: int) -> list[Value]:
    """The values of one of the years: its action, its date, who is named beside it, and what all share."""
    places = [values.index(value) for value in yearly]
    owning = [place for place, value in enumerate(values) if value.meaning in OWNING]
    begun = [sum(start < place for start in places) for place in owning]
    beside = set(begun) == set(range(1, len(yearly) + 1))
    own = yearly[at]
    told = [Value(M.ACTION, own.heading, own.passage)]
    for place, value in enumerate(values):
        if value in yearly:
            continue
        if not (beside and place in owning) or sum(start < place for start in places) == at + 1:
            told.append(value)
    period = _PERIOD.search(own.heading.text)
    if period and not any(value.meaning in {M.TIMESCALE, M.START, M.END} for value in told):
        told.append(Value(M.TIMESCALE, EMPTY, own.heading[period.start() : period.end()]))
    return told
