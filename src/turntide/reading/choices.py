"""Columns in which a mark chooses: an X under 'Short', 'Middle' or 'Long', or under 'Not started' or 'Complete'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from turntide.reading.columns import TOLD, NamedColumn
from turntide.reading.passage import EMPTY
from turntide.reading.profiles import is_date
from turntide.reading.records import Record, Value
from turntide.reading.vocabulary import Meaning, best_meaning, key_of
from turntide.reading.wordings.statuses import looks_like_status

M = Meaning
TICKS = "its cells are ticks"
_TERMS = {"short", "medium", "middle", "long", "short term", "medium term", "long term", "immediate"}
_TICKS = {"x", "✓", "✔", "☑", "✅", "☒", "●", "■", "•", "*", "yes", "y", "√", "1"}
_CROSSES = {"✗", "✘", "✖", "✕", "❌", "×", "☐", "□", "no", "n", "0"}


def name_choices(named: dict[int, NamedColumn], texts: Mapping[int, Sequence[str]]) -> dict[int, NamedColumn]:
    """The columns, with those that only hold ticks named as choices (they have no meaning of their own).

    A lone column headed 'Achieved?' tells the status by its ticks; several that are each headed by a status
    ('Not started', 'Complete') are choices.
    """
    ticked = [column for column in named if _may_choose(named[column], texts.get(column, ()))]
    by_status = [column for column in ticked if looks_like_status(named[column].heading.wording)]
    made = dict(named)
    for column in ticked:
        lone = best_meaning(named[column].heading.wording)[0] is M.STATUS and not (
            column in by_status and len(by_status) > 1
        )
        if texts.get(column) and not lone:
            made[column] = replace(named[column], meaning=None, why=TICKS)
    return made


def _may_choose(named: NamedColumn, words: Sequence[str]) -> bool:
    """A column under a heading whose cells are ticks, crosses or empty."""
    marks = all(word.strip().lower() in _TICKS | _CROSSES for word in words)
    free = named.meaning is not M.REF and named.why != TOLD
    return marks and bool(key_of(named.heading.wording)) and free


def choose(record: Record) -> None:
    """Give a record the timescale and the status whose headings are ticked in its row."""
    for meaning, tells in ((M.TIMESCALE, _tells_time), (M.STATUS, looks_like_status)):
        if not record.of(meaning):
            headings = [value.heading for value in record.values if _is_ticked(value)]
            record.values += [
                Value(meaning, EMPTY, heading) for heading in headings if tells(heading.wording)
            ]


def _is_ticked(value: Value) -> bool:
    return value.meaning is None and value.passage.wording.strip().lower() in _TICKS


def heads_choice(heading: str) -> bool:
    """Whether a heading may stand over ticks: a time ('Short', '2026/27') or a status ('Not started')."""
    return _tells_time(heading) or looks_like_status(heading)


def _tells_time(heading: str) -> bool:
    return key_of(heading) in _TERMS or is_date(heading)
