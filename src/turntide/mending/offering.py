"""The mends to offer for a finding, each to be taken with one click. A finding without any is only to be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations

from turntide.checking import Kind
from turntide.mending.kinds import (
    ColumnMeans,
    HeadingHolds,
    IsAction,
    IsNote,
    Mend,
    RowBelongsAbove,
    SameBody,
)
from turntide.mending.likely import likely_meanings
from turntide.plan.model import Action, Column, Finding, Heading, Plan, Unplaced
from turntide.reading.kinds import DoubtKind
from turntide.reading.trace import Reading
from turntide.reading.vocabulary import Meaning

Offer = Callable[[Plan, Finding], Iterator[Mend]]


def offers(reading: Reading | Plan, finding: Finding) -> tuple[Mend, ...]:
    """The mends that may settle a finding, the likeliest first; none where a person can only look."""
    plan = reading.plan if isinstance(reading, Reading) else reading
    offer = _OFFERS.get(finding.kind)
    return tuple(dict.fromkeys(offer(plan, finding))) if offer else ()


def remainder(reading: Reading | Plan) -> tuple[Finding, ...]:
    """The findings of a plan that no mend settles."""
    plan = reading.plan if isinstance(reading, Reading) else reading
    return tuple(finding for finding in plan.findings if not offers(plan, finding))


# What a finding is about.


def _thing(plan: Plan, finding: Finding) -> Action | Heading | None:
    things: tuple[Action | Heading, ...] = (*plan.actions, *plan.headings)
    return next((thing for thing in things if thing.id == finding.about), None)


def _columns_at(plan: Plan, finding: Finding) -> Iterator[Column]:
    spots = set(finding.source.spots) if finding.source else set()
    for column in plan.columns:
        there = column.source is not None and spots & set(column.source.spots)
        if there or (not spots and f"“{column.heading}”" in finding.message):
            yield column


def _unplaced_at(plan: Plan, finding: Finding) -> Iterator[Unplaced]:
    spots = set(finding.source.spots) if finding.source else set()
    return (one for one in plan.unplaced if one.source is None or spots & set(one.source.spots))


# What to offer for it.


def _unnamed(plan: Plan, finding: Finding) -> Iterator[Mend]:
    for column in _columns_at(plan, finding):
        yield from (ColumnMeans(column.heading, meaning) for meaning in likely_meanings(plan, column.heading))


def _guessed(plan: Plan, finding: Finding) -> Iterator[Mend]:
    """That the guess is right, before all that it may be instead."""
    for column in _columns_at(plan, finding):
        yield ColumnMeans(column.heading, Meaning.ACTION.value)
        yield from (ColumnMeans(column.heading, meaning) for meaning in likely_meanings(plan, column.heading))


def _spellings(plan: Plan, finding: Finding) -> Iterator[Mend]:
    owners = dict.fromkeys(" ".join(body.name.split()) for action in plan.actions for body in action.owners)
    named = [name for name in owners if f"“{name}”" in finding.message]
    yield from (SameBody(name, other) for name, other in permutations(named, 2))


def _unplaced(plan: Plan, finding: Finding) -> Iterator[Mend]:
    for piece in _unplaced_at(plan, finding):
        yield from (IsNote(piece.text), IsAction(piece.text))


def _drafting(plan: Plan, finding: Finding) -> Iterator[Mend]:
    for note in plan.notes:
        if note.kind == "drafting" and note.about == finding.about and note.source == finding.source:
            yield from (IsNote(note.text), IsAction(note.text))


def _empty(plan: Plan, finding: Finding) -> Iterator[Mend]:
    """The actions that follow the heading straight on, where there are any; else it may be no heading."""
    heading = _thing(plan, finding)
    if isinstance(heading, Heading):
        if following := _following(plan, heading):
            yield HeadingHolds(heading.text, following)
        yield from (IsNote(heading.text), IsAction(heading.text))


def _following(plan: Plan, heading: Heading) -> tuple[str, ...]:
    """The texts of the actions between a heading and the next one, in the text outside tables or in one table."""
    start = _place(heading)
    if start is None:
        return ()
    ends = [place for one in plan.headings if (place := _place(one)) and _after(place, start)]
    return tuple(
        action.text
        for action in plan.actions
        if (place := _place(action)) and _after(place, start) and not any(_after(place, end) for end in ends)
    )


def _place(thing: Action | Heading) -> tuple[int, int, int] | None:
    spot = thing.source.spots[0] if thing.source and thing.source.spots else None
    return (spot.table or 0, spot.row or spot.paragraph or 0, spot.column or 0) if spot else None


def _after(place: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return place[0] == other[0] and place > other


def _bare(plan: Plan, finding: Finding) -> Iterator[Mend]:
    """An action that lacks what others have may be the rest of the row above it, or a note.

    Where the whole plan lacks it, a column whose meaning nobody knows may hold it.
    """
    thing = _thing(plan, finding)
    if isinstance(thing, Action):
        if plan.actions[0] is not thing:
            yield RowBelongsAbove(thing.text)
        yield IsNote(thing.text)
    elif meanings := _LACKING.get(finding.kind):
        unknown = [column.heading for column in plan.columns if column.meaning in _UNKNOWN and column.heading]
        yield from (ColumnMeans(heading, meaning.value) for heading in unknown for meaning in meanings)


def _cut_short(plan: Plan, finding: Finding) -> Iterator[Mend]:
    """The action after it may be its rest."""
    following = [
        after for one, after in zip(plan.actions, plan.actions[1:], strict=False) if one.id == finding.about
    ]
    yield from (RowBelongsAbove(action.text) for action in following)


def _stand_in(plan: Plan, finding: Finding) -> Iterator[Mend]:
    thing = _thing(plan, finding)
    if thing is not None:
        yield IsNote(thing.text)


M = Meaning
_UNKNOWN = (None, M.REMARK.value)
_LACKING: dict[str, tuple[Meaning, ...]] = {
    Kind.NO_OWNER: (M.LEAD, M.OWNER),
    Kind.NO_DATE: (M.TIMESCALE,),
    Kind.NO_MILESTONE: (M.MILESTONE,),
    Kind.NO_MEASURE: (M.MEASURE,),
}
_OFFERS: dict[str, Offer] = {
    DoubtKind.COLUMN_UNNAMED: _unnamed,
    DoubtKind.COLUMN_GUESSED: _guessed,
    Kind.SPELLINGS: _spellings,
    Kind.UNPLACED: _unplaced,
    Kind.DRAFTING: _drafting,
    Kind.EMPTY_HEADING: _empty,
    Kind.CUT_SHORT: _cut_short,
    Kind.PLACEHOLDER: _stand_in,
    **dict.fromkeys(_LACKING, _bare),
}
