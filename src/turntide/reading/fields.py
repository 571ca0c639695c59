"""A record's words as the fields of an action: one small function a field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from turntide.documents.document import Mark
from turntide.plan.model import (
    Measure,
    Milestone,
    Money,
    Programme,
    Remark,
    Weighting,
)
from turntide.plan.source import Source
from turntide.reading.legends import Legend
from turntide.reading.passage import EMPTY, Passage, join
from turntide.reading.records import Record, Value, glued
from turntide.reading.vocabulary import Meaning
from turntide.reading.wordings.cadences import cadence
from turntide.reading.wordings.drafting import drafting_notes
from turntide.reading.wordings.groups import groups
from turntide.reading.wordings.lists import entries
from turntide.reading.wordings.money import sums
from turntide.reading.wordings.numbering import leading_ref
from turntide.reading.wordings.programmes import programmes
from turntide.reading.wordings.targets import target
from turntide.reading.wordings.timescales import timescale
from turntide.reading.wordings.weights import percentage, weighting_name

M = Meaning
_REF_EDGES = " \t\n.:()[]-–—"


@dataclass(frozen=True)
class Frame:
    """What the fields of every action of a document share.

    ``period`` is the plan's own, ``marks`` how the words of each unit are set, ``legend`` what the plan says its
    colours and short forms mean, ``letters`` the status columns in which a single letter stands for a colour.
    """

    file: str
    period: tuple[str, str] | None = None
    marks: Mapping[tuple[int, int, int, int], tuple[Mark, ...]] = field(default_factory=dict)
    legend: Legend = field(default_factory=Legend)
    letters: frozenset[str] = frozenset()


def without_notes(passage: Passage) -> tuple[Passage, tuple[Passage, ...]]:
    """A cell's own words, and the drafting notes that stood among them."""
    stretches = drafting_notes(passage.text)
    if not stretches:
        return passage, ()
    notes, kept, at = [], [], 0
    for stretch in stretches:
        kept.append(passage[at : stretch.start].strip())
        notes.append(passage[stretch.start : stretch.end].strip())
        at = stretch.end
    kept.append(passage[at:].strip())
    return glued(kept), tuple(note for note in notes if note)


def without_label(passage: Passage) -> tuple[Passage, Passage]:
    """A text's reference ("a" of "a) Improve…"; "Priority 1" of "Priority 1 - Homes") and the rest of it."""
    label = leading_ref(passage.text)
    if label is None or not passage[label.text_at :]:
        return EMPTY, passage
    ref = passage[label.start : label.end].strip(_REF_EDGES)
    return ref, passage[label.text_at :].strip()


def listed(passage: Passage) -> tuple[Passage, ...]:
    """The entries of a cell that is a list by its marks; a cell without marks is one entry."""
    if not passage:
        return ()
    return tuple(
        piece for piece in (passage[e.start : e.end].strip() for e in entries(passage.text)) if piece
    )


def marked(passage: Passage) -> tuple[Passage, ...]:
    """The entries of a cell under bullets or numbers; lines alone make no list (one may be a wrapped one)."""
    found = entries(passage.text)
    marks = [entry.mark.text for entry in found if entry.mark]
    numbers = [mark for mark in marks if any(char.isalnum() and char != "o" for char in mark)]
    if len(found) < 2 or not marks or len(numbers) == len(marks) == 1:
        return (passage.strip(),) if passage else ()
    return tuple(passage[entry.start : entry.end].strip() for entry in found)


def lists_in(values: Iterable[Value]) -> Passage:
    """The whole of each cell that lists several entries: its marks stand in no entry."""
    return join((value.passage for value in values if len(marked(value.passage)) > 1), "\n")


def _entries_in(values: Iterable[Value]) -> Iterator[tuple[Passage, str | None]]:
    """The entries of each cell, the first of several with the wording of the whole cell."""
    for value in values:
        pieces = marked(value.passage)
        for index, piece in enumerate(pieces):
            yield piece, value.passage.wording if index == 0 and len(pieces) > 1 else None


def milestones_of(record: Record, frame: Frame) -> tuple[Milestone, ...]:
    """The milestones; a cell that only says how often it is reported gives a cadence."""
    return tuple(_milestone(piece, whole, frame) for piece, whole in _entries_in(record.of(M.MILESTONE)))


def _milestone(piece: Passage, whole: str | None, frame: Frame) -> Milestone:
    often = cadence(piece.wording)
    due = None if often else timescale(piece.wording, frame.period).end
    return Milestone(piece.wording, due, often, whole, piece.source(frame.file))


def measures_of(record: Record, frame: Frame) -> tuple[Measure, ...]:
    """The measures, each with its target and the groups of people it names."""
    found = _entries_in(record.of(M.MEASURE, M.TARGET))
    return tuple(_measure(piece, whole, frame) for piece, whole in found)


def _measure(piece: Passage, whole: str | None, frame: Frame) -> Measure:
    wording = piece.wording
    aimed = target(wording)
    named = tuple(wording[group.start : group.end] for group in groups(wording))
    aim = wording[aimed.start : aimed.end] if aimed else None
    return Measure(wording, aim, named, whole, piece.source(frame.file))


def weightings_of(record: Record, frame: Frame) -> tuple[Weighting, ...]:
    """The weightings, each under the name its column gives it ('Year 1')."""
    found = []
    for value in record.of(M.WEIGHT):
        wording = value.passage.wording
        share = percentage(wording)
        if share is None and wording.replace(".", "", 1).isdigit():
            share = float(wording)
        if share is not None:
            name = weighting_name(value.heading.wording)
            found.append(Weighting(name, wording, share, value.passage.source(frame.file)))
    return tuple(found)


def money_in(passages: Iterable[Passage], frame: Frame) -> tuple[Money, ...]:
    """The sums named anywhere in these words."""
    found = []
    for passage in passages:
        for named in sums(passage.text):
            piece = passage[named.start : named.end]
            found.append(Money(piece.wording, named.amount, named.currency, piece.source(frame.file)))
    return tuple(found)


def programmes_in(passages: Iterable[Passage], frame: Frame) -> tuple[Programme, ...]:
    """The joint undertakings these words say the action is part of, each once."""
    found: dict[str, Programme] = {}
    for passage in passages:
        for named in programmes(passage.text):
            piece = passage[named.start : named.end]
            found.setdefault(piece.wording.casefold(), Programme(piece.wording, piece.source(frame.file)))
    return tuple(found.values())


def remarks_of(record: Record, frame: Frame) -> tuple[Remark, ...]:
    """Cells whose column has no field of its own, each under its heading."""
    others = [
        v for v in record.values if v.meaning in {None, M.REMARK, M.NOTE, M.ACTOR, M.BEHAVIOUR, M.MONEY}
    ]
    others += record.of(M.STATUS)[1:]
    others += [value for value in record.of(M.WEIGHT) if not _is_share(value)]
    return tuple(
        Remark(value.heading.wording, value.passage.wording, value.passage.source(frame.file))
        for value in others
        if value.passage
    )


def _is_share(value: Value) -> bool:
    wording = value.passage.wording
    return percentage(wording) is not None or wording.replace(".", "", 1).isdigit()


def whole_source(record: Record, frame: Frame) -> Source:
    """All the places of a record, in the order of the source."""
    spots = tuple(spot for value in record.values for spot in value.passage.spots)
    return Source(frame.file, tuple(sorted(spots, key=lambda s: (s.unit, s.start))))
