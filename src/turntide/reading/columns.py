"""Naming columns: by heading and by content, all columns of a table together.

The place of a column decides nothing, so a plan whose columns are in another order reads the same. Where a
heading can mean two things ("Objective"), the other columns and the cells settle it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from turntide.reading.passage import EMPTY, Passage
from turntide.reading.profiles import Profile, profile_of
from turntide.reading.vocabulary import Meaning, key_of, meanings_of

M = Meaning
GUESSED = 0.45
TOLD = "a person said so"
"""Why a column has its meaning, where the reader need not think."""
_WHO = {M.LEAD, M.OWNER, M.PARTNER}
_EVIDENCE = _WHO | {M.TIMESCALE, M.END, M.STATUS, M.MEASURE, M.MILESTONE, M.PROGRESS, M.TARGET, M.WEIGHT}


@dataclass(frozen=True)
class NamedColumn:
    """A column with its heading, the meaning given to it (None: unknown) and why, for a person."""

    heading: Passage
    meaning: Meaning | None
    why: str


def name_columns(
    headings: Mapping[int, Passage],
    texts: Mapping[int, Sequence[str]],
    told: Mapping[str, Meaning] | None = None,
) -> dict[int, NamedColumn]:
    """Name every column. ``texts`` are the words of each column's cells, each merged cell once.

    ``told`` are the meanings that a person gave to headings, by the `key_of` each: they outrank all else.
    """
    profiles = {column: profile_of(words) for column, words in texts.items()}
    named = {
        column: _first_name(headings.get(column, EMPTY), profiles.get(column, profile_of(())))
        for column in sorted(headings.keys() | texts.keys())
    }
    named |= _told(named, told or {})
    return _settle_action(named, headings, profiles)


def _told(named: Mapping[int, NamedColumn], told: Mapping[str, Meaning]) -> dict[int, NamedColumn]:
    meanings = {column: told.get(key_of(name.heading.wording)) for column, name in named.items()}
    return {
        column: replace(named[column], meaning=meaning, why=TOLD)
        for column, meaning in meanings.items()
        if meaning is not None
    }


def _first_name(heading: Passage, profile: Profile) -> NamedColumn:
    """The likeliest name of one column on its own."""
    fits = meanings_of(heading.wording)
    if not fits:
        return _by_content(heading, profile)
    meaning = max(fits, key=lambda m: fits[m])
    why = f"the heading “{heading.wording}” says so"
    if meaning is M.REF and profile.count and profile.refs < 0.3 and not _tells_rows_apart(profile):
        meaning, why = _not_a_ref(heading, profile)
    meaning, why = _by_marks(meaning, why, profile)
    meaning, why = _by_words(meaning, why, profile)
    if meaning is M.TARGET:
        meaning = M.LEVEL if profile.labelled > 0.5 and profile.words > 4 else M.MEASURE
    return NamedColumn(heading, meaning, why)


def _by_marks(meaning: Meaning, why: str, profile: Profile) -> tuple[Meaning, str]:
    """What a column is whose cells are dates, references or numbers, whatever its heading says."""
    if meaning in {M.ACTION, M.TARGET} and profile.dates > 0.8 and profile.words <= 6:
        return M.TIMESCALE, "its cells are dates"
    if meaning is M.ACTION and profile.refs > 0.8:
        return M.REF, "its cells are references"
    if meaning is M.STATUS and profile.numbers > 0.6:
        return M.PROGRESS, "its cells say how much is done"
    if meaning is M.PROGRESS and profile.dates > 0.8:
        return M.REMARK, "its cells are the dates of updates"
    if meaning is M.TIMESCALE and profile.percents > 0.6:
        return M.WEIGHT, "its cells are percentages"
    return meaning, why


def _by_words(meaning: Meaning, why: str, profile: Profile) -> tuple[Meaning, str]:
    """What a column is whose cells are ranks, news or names, whatever its heading says."""
    if meaning is M.LEVEL and profile.rankings > 0.9:
        return M.REMARK, "its cells say how urgent each row is"
    if meaning is M.STATUS and profile.count >= 3 and profile.words > 14:
        return M.PROGRESS, "its cells tell what was done"
    if meaning in {M.MEASURE, M.MILESTONE} and profile.named > 0.7:
        return M.LEVEL, "its cells are numbered names ('Outcome 1: …')"
    return meaning, why


def _tells_rows_apart(profile: Profile) -> bool:
    """A short cell with a number, another in each row: a reference of whatever form ("21/25", "Minute 14 b")."""
    return profile.words <= 3 and profile.digits > 0.7 and profile.distinct == profile.count > 1


def _not_a_ref(heading: Passage, profile: Profile) -> tuple[Meaning, str]:
    if profile.words > 6:
        return M.ACTION, f"headed “{heading.wording}”, but its cells are sentences"
    return M.LEVEL, f"headed “{heading.wording}”, but its cells are names that actions stand under"


def _by_content(heading: Passage, profile: Profile) -> NamedColumn:
    """A column whose heading tells nothing is named by what its cells look like, where that is plain."""
    if not profile.count:
        return NamedColumn(heading, None, "it has no words")
    for meaning, share, why in (
        (M.TIMESCALE, profile.dates, "its cells are dates"),
        (M.REF, profile.refs, "its cells are references"),
        (M.WEIGHT, profile.percents, "its cells are percentages"),
        (M.STATUS, profile.statuses, "its cells are status words"),
    ):
        if share >= 0.7:
            return NamedColumn(heading, meaning, why)
    if not heading and profile.doing >= 0.5 and profile.words >= 4:
        return NamedColumn(heading, M.ACTION, "its cells begin with what is to be done")
    if not heading and profile.bodies >= 0.6 and profile.words <= 10:
        return NamedColumn(heading, M.OWNER, "its cells are names of bodies")
    return NamedColumn(heading, None, "neither its heading nor its cells tell")


def _settle_action(
    named: dict[int, NamedColumn], headings: Mapping[int, Passage], profiles: Mapping[int, Profile]
) -> dict[int, NamedColumn]:
    """Leave exactly one column that holds the actions; the others of that name say where it sits, or more."""
    weights = {column: _as_action(column, named, headings) for column in named}
    rivals = [column for column, weight in weights.items() if weight > 0]
    if not rivals:
        rivals = [column for column in _stand_ins(named, profiles) if named[column].why != TOLD]
        weights |= dict.fromkeys(rivals, GUESSED)
    if not rivals:
        return named
    chosen = max(rivals, key=lambda c: (round(weights[c], 1), _finest(c, profiles), weights[c]))
    settled = dict(named)
    for column in rivals:
        if column != chosen and named[column].meaning is M.ACTION:
            settled[column] = _beside(named[column], column, chosen, profiles)
    if named[chosen].meaning is not M.ACTION:
        why = "no other column says what is to be done"
        settled[chosen] = replace(named[chosen], meaning=M.ACTION, why=why)
    return settled


def _as_action(column: int, named: Mapping[int, NamedColumn], headings: Mapping[int, Passage]) -> float:
    """How likely this column holds the actions; those that only may are asked when no other one does."""
    if named[column].meaning is not M.ACTION:
        return 0.0
    if named[column].why == TOLD:
        return 2.0
    return meanings_of(headings.get(column, EMPTY).wording).get(M.ACTION, GUESSED)


def _stand_ins(named: Mapping[int, NamedColumn], profiles: Mapping[int, Profile]) -> list[int]:
    """The column that holds the actions in a table where none is headed so: an objective, a description.

    Words under a heading nobody knows are actions only where it is said who does them and something else of them:
    a register of risks, a list of members or of terms has sentences too.
    """
    told = {column.meaning for column in named.values()} & _EVIDENCE
    if not told:
        return []
    for wanted in (M.DETAIL, M.LEVEL):
        found = [c for c, column in named.items() if column.meaning is wanted and _could(column, wanted)]
        found = [c for c in found if c in profiles and profiles[c].numbers < 0.5]
        found = [c for c in found if profiles[c].words >= (1 if wanted is M.DETAIL else 3)]
        if wanted is M.LEVEL and found:
            found = _delivered_under(found, named, profiles)
        if found:
            return [max(found, key=lambda c: _finest(c, profiles))]
    found = _promised(named, profiles)
    if not found and told & _WHO and told - _WHO:
        unknown = [c for c, column in named.items() if column.meaning is None and c in profiles]
        found = [c for c in unknown if profiles[c].words >= 4 and profiles[c].count >= 2]
    return [max(found, key=lambda c: _finest(c, profiles))] if found else []


def _delivered_under(
    levels: list[int], named: Mapping[int, NamedColumn], profiles: Mapping[int, Profile]
) -> list[int]:
    """Deliverables, more of them than there are ambitions over them, are what is done; else the ambitions are."""
    most = max(profiles[c].distinct for c in levels)
    promised = [c for c in _promised(named, profiles) if "deliverable" in key_of(named[c].heading.wording)]
    return [c for c in promised if profiles[c].distinct > most] or levels


def _promised(named: Mapping[int, NamedColumn], profiles: Mapping[int, Profile]) -> list[int]:
    """What is to be delivered ("Deliverable", "Measure") is the action where somebody answers for it."""
    if not any(column.meaning in {M.LEAD, M.OWNER} for column in named.values()):
        return []
    promised = [c for c, column in named.items() if column.meaning is M.MILESTONE or _is_measure(column)]
    return [c for c in promised if c in profiles and profiles[c].words >= 3]


def _is_measure(column: NamedColumn) -> bool:
    """Elsewhere in Europe a measure is what is done."""
    return key_of(column.heading.wording) in {"measure", "measures"}


def _could(column: NamedColumn, wanted: Meaning) -> bool:
    return wanted is M.LEVEL or M.ACTION in meanings_of(column.heading.wording)


def _finest(column: int, profiles: Mapping[int, Profile]) -> tuple[int, float]:
    """The column with the most distinct cells is the finest; then the one with the longest."""
    profile = profiles.get(column)
    return (profile.distinct, profile.words) if profile else (0, 0.0)


def _beside(column: NamedColumn, at: int, chosen: int, profiles: Mapping[int, Profile]) -> NamedColumn:
    """A second column of actions: a coarser one says where the action sits, another one says more of it."""
    if at in profiles and profiles[at].distinct < profiles[chosen].distinct:
        return replace(column, meaning=M.LEVEL, why="its cells stand over several actions")
    return replace(column, meaning=M.DETAIL, why="another column holds the actions")
