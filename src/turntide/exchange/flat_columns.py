"""The columns of the one flat table that CSV and Excel share, and how their headings are told apart.

Levels and remarks stand under the plan's own words. Where such a word is also one of ours, or starts like
one of ours, it is written with what it is before it: "Level: Action", "Remark: Status".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

REF, ACTION, DETAIL, LEADS, PARTNERS = "Ref", "Action", "Detail", "Leads", "Partners"
INVOLVING, TIMESCALE, START, END, RECURS = "Involving", "Timescale", "Start", "End", "Recurs"
MILESTONES, MEASURES, MONEY, STATUS = "Milestones", "Measures", "Money", "Status"
LIFECYCLE, CONFIDENCE, PROGRESS, PROGRAMMES = "Lifecycle", "Confidence", "Progress", "Programmes"
RATIONALE, TEXT, KIND, ID, BELONGS = "Rationale", "Text", "Kind", "Id", "Belongs to"

BEFORE_WEIGHTS = (
    *(REF, ACTION, DETAIL, LEADS, PARTNERS, INVOLVING),
    *(TIMESCALE, START, END, RECURS, MILESTONES, MEASURES),
)
AFTER_WEIGHTS = (MONEY, STATUS, LIFECYCLE, CONFIDENCE, PROGRESS, PROGRAMMES, RATIONALE)
LAST = (TEXT, KIND, ID, BELONGS)
FIXED = (*BEFORE_WEIGHTS, *AFTER_WEIGHTS, *LAST)


class Group(StrEnum):
    """What a column is for; its value stands before the column's name where that must be said."""

    FIXED = ""
    LEVEL = "Level: "
    WEIGHT = "Weight: "
    REMARK = "Remark: "
    MORE = "More: "


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the flat table; ``nth`` tells columns of the same name apart."""

    group: Group
    name: str
    nth: int = 0


def fixed(name: str) -> Column:
    """One of our own columns."""
    return Column(Group.FIXED, name)


def level(name: str) -> Column:
    """The column of one of the plan's levels."""
    return Column(Group.LEVEL, name)


def headings_of(columns: Sequence[Column]) -> tuple[str, ...]:
    """What stands at the head of each column."""
    levels = {column.name for column in columns if column.group is Group.LEVEL}
    return tuple(_heading(column, levels) for column in columns)


def _heading(column: Column, levels: set[str]) -> str:
    ours = column.name in FIXED or not column.name or known_group(column.name) is not None
    clashes = ours or (column.group is Group.REMARK and column.name in levels)
    plain = column.group is Group.FIXED or (column.group in {Group.LEVEL, Group.REMARK} and not clashes)
    return column.name if plain else column.group + column.name


def known_group(heading: str) -> Group | None:
    """The group a heading says before its name; None where it says none."""
    return next((group for group in Group if group and heading.startswith(group)), None)


def repeating(sequences: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The fewest columns found in one pass in which each sequence of names stands from left to right.

    A name stands twice only where two actions give the same names in another order, so that reading the
    columns from left to right gives each action's own order back.
    """
    columns: list[str] = []
    for sequence in sorted(sequences, key=len, reverse=True):
        at = -1
        for name in sequence:
            at = next(
                (place for place in range(at + 1, len(columns)) if columns[place] == name), len(columns)
            )
            columns[at:] = columns[at:] or [name]
    return tuple(columns)


def places(sequence: Sequence[str], columns: Sequence[str]) -> tuple[int, ...]:
    """The column of each name of a sequence that `repeating` was given."""
    found: list[int] = []
    for name in sequence:
        found.append(columns.index(name, found[-1] + 1 if found else 0))
    return tuple(found)
