"""A record's words as the fields of an action: one small function a field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from turntide.documents.document import Mark
from turntide.plan.model import (
    Measure,
    Milestone,
    Money,
    Programme,
    Progress,
    Remark,
    Status,
    Timescale,
    Weighting,
)
from turntide.plan.source import Source
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
from turntide.reading.wordings.statuses import status, status_of_fill
from turntide.reading.wordings.targets import target
from turntide.reading.wordings.timescales import timescale
from turntide.reading.wordings.weights import percentage, weighting_name

M = Meaning
_REF_EDGES = " \t\n.:()[]-–—"


@dataclass(frozen=True)
class Frame:
    """What the fields of every action of a document share; ``marks`` are how the words of each unit are set."""

    file: str
    period: tuple[str, str] | None = None
    marks: Mapping[tuple[int, int, int, int], tuple[Mark, ...]] = field(default_factory=dict)


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
    """The entries of a cell under bullets. Lines alone make no list (one may be a wrapped one), nor do numbers,
    whose words would be lost."""
    found = listed(passage)
    bare = "".join("".join(piece.text.split()) for piece in found)
    marks = "".join(passage.text.split())
    bullets = (
        len(found) > 1 and len(bare) < len(marks) and not re.search(r"(?:^|\s)\(?\w{1,2}[.)]\s", passage.text)
    )
    return found if bullets else ((passage.strip(),) if passage else ())


def timescale_of(record: Record, frame: Frame) -> Timescale | None:
    """When: the cells for start, end and time together, and the dates they mean."""
    starts, ends = record.of(M.START), record.of(M.END)
    pieces = [value.passage for value in (*starts, *record.of(M.TIMESCALE), *ends)]
    if not pieces:
        return None
    whole = join(pieces, " – " if starts and ends else " ")
    dates = timescale(whole.wording, frame.period)
    start, end = dates.start, dates.end
    if starts:
        start = timescale(join(v.passage for v in starts).wording, frame.period).start or start
    if ends:
        end = timescale(join(v.passage for v in ends).wording, frame.period).end or end
    return Timescale(whole.wording, start, end, dates.recurs, whole.source(frame.file))


def milestones_of(record: Record, frame: Frame) -> tuple[Milestone, ...]:
    """The milestones; a cell that only says how often it is reported gives a cadence."""
    pieces = [piece for value in record.of(M.MILESTONE) for piece in marked(value.passage)]
    return tuple(_milestone(piece, frame) for piece in pieces)


def _milestone(piece: Passage, frame: Frame) -> Milestone:
    often = cadence(piece.wording)
    due = None if often else timescale(piece.wording, frame.period).end
    return Milestone(piece.wording, due, often, piece.source(frame.file))


def measures_of(record: Record, frame: Frame) -> tuple[Measure, ...]:
    """The measures, each with its target and the groups of people it names."""
    pieces = [piece for value in record.of(M.MEASURE, M.TARGET) for piece in marked(value.passage)]
    return tuple(_measure(piece, frame) for piece in pieces)


def _measure(piece: Passage, frame: Frame) -> Measure:
    wording = piece.wording
    aimed = target(wording)
    named = tuple(wording[group.start : group.end] for group in groups(wording))
    return Measure(
        wording, wording[aimed.start : aimed.end] if aimed else None, named, piece.source(frame.file)
    )


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


def status_of(record: Record, frame: Frame) -> Status | None:
    """How it goes: the status cell's wording, else the section it stands in, else the colour of the cell."""
    told = record.of(M.STATUS)
    if told:
        passage = told[0].passage
        meaning = status(passage.wording)
        return Status(passage.wording, meaning.lifecycle, meaning.confidence, passage.source(frame.file))
    if record.status is not None:
        meaning = status(_section_status(record.status.wording))
        source = record.status.source(frame.file)
        return Status(record.status.wording, meaning.lifecycle, meaning.confidence, source)
    colour = status_of_fill(record.fills[M.STATUS]) if M.STATUS in record.fills else None
    if colour is None:
        return None
    meaning = status(colour)
    return Status(colour, meaning.lifecycle, meaning.confidence)


def _section_status(wording: str) -> str:
    return re.sub(r"\b(?:actions?|projects?|tasks?|items?)\b", " ", wording, flags=re.IGNORECASE).strip(
        " :-–"
    )


def progress_of(record: Record, frame: Frame) -> tuple[Progress, ...]:
    """What was reported, a cell each, with the date it begins with, if any."""
    return tuple(
        Progress(value.passage.wording, _dated(value), value.passage.source(frame.file))
        for value in record.of(M.PROGRESS)
    )


def _dated(value: Value) -> str | None:
    """The date a report begins with, or the one its heading bears."""
    opening = value.passage.wording[:40].split(":")[0]
    for wording in (opening if ":" in value.passage.wording[:40] else "", value.heading.wording):
        dates = timescale(wording) if wording else None
        if dates and dates.end:
            return dates.end
    return None


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
