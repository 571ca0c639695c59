"""Columns that stand before the actions: the headings these stand under, and references that are not theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from turntide.reading.columns import TOLD, NamedColumn
from turntide.reading.profiles import Profile, profile_of
from turntide.reading.vocabulary import Meaning, key_of

M = Meaning
LONGEST_OVER = 15
"""Words: the cells of a column of headings hold fewer on average."""


def name_before(
    named: dict[int, NamedColumn], texts: Mapping[int, Sequence[str]], reaching: Mapping[int, float]
) -> dict[int, NamedColumn]:
    """The columns, with those before the actions named by how they stand to them.

    ``reaching`` is the share of a column's cells that reach down over several rows.
    """
    profiles = {column: profile_of(words) for column, words in texts.items()}
    return name_standing(_over_actions(_one_ref(named), profiles), reaching)


def name_standing(named: dict[int, NamedColumn], reaching: Mapping[int, float]) -> dict[int, NamedColumn]:
    """Name the columns nobody knows whose cells reach down over several rows: they say where the actions sit.

    ``reaching`` is the share of a column's cells that do.
    """
    if not any(column.meaning is M.ACTION for column in named.values()):
        return named
    why = "its cells stand over several actions"
    return {
        at: replace(column, meaning=M.LEVEL, why=why)
        if column.meaning is None and reaching.get(at, 0.0) >= 0.5
        else column
        for at, column in named.items()
    }


def _one_ref(named: dict[int, NamedColumn]) -> dict[int, NamedColumn]:
    """Of several columns of references, the one nearest before the actions is theirs; others are of headings."""
    acting = [at for at, column in named.items() if column.meaning is M.ACTION]
    refs = [at for at, column in named.items() if column.meaning is M.REF and column.why != TOLD]
    before = [at for at in refs if acting and at < acting[0]]
    if len(before) < 2:
        return named
    why = "a column nearer the actions holds their references"
    return named | {at: replace(named[at], meaning=M.REMARK, why=why) for at in before if at != max(before)}


def _over_actions(named: dict[int, NamedColumn], profiles: Mapping[int, Profile]) -> dict[int, NamedColumn]:
    """Names before the actions, fewer than they are or each over several of them, say where these sit."""
    acting = next((at for at, column in named.items() if column.meaning is M.ACTION), None)
    if acting is None or acting not in profiles:
        return named
    leveled = any(column.meaning is M.LEVEL for column in named.values())
    why = "its cells stand over several actions"
    before = [at for at in named if at < acting and at in profiles and _may_stand_over(named[at], leveled)]
    over = [at for at in before if _stands_over(profiles[at], profiles[acting])]
    return named | {at: replace(named[at], meaning=M.LEVEL, why=why) for at in over}


def _may_stand_over(column: NamedColumn, leveled: bool) -> bool:
    """A column nobody knows; or one of outcomes, where nothing else says what the actions stand under."""
    if not column.heading or column.why == TOLD:
        return False
    outcome = key_of(column.heading.wording) in {"outcome", "outcomes"}
    return column.meaning is None or (outcome and not leveled and column.meaning is M.MEASURE)


def _stands_over(profile: Profile, actions: Profile) -> bool:
    names = max(profile.numbers, profile.dates, profile.percents, profile.statuses, profile.refs) < 0.5
    return (
        names and 0 < min(profile.distinct, profile.count) < actions.count and profile.words <= LONGEST_OVER
    )
