"""How an action goes: its status, and what was reported."""

from __future__ import annotations

from dataclasses import replace

from turntide.documents.document import Look
from turntide.plan.model import Progress, Status
from turntide.plan.source import Source
from turntide.reading.fields import Frame
from turntide.reading.passage import EMPTY, Passage
from turntide.reading.records import Record, Shade, Value
from turntide.reading.vocabulary import Meaning
from turntide.reading.wordings import statuses
from turntide.reading.wordings.timescales import timescale

M = Meaning
_PALE = {None, "grey"}


def status_of(record: Record, frame: Frame) -> Status | None:
    """How it goes: by the status cell's words or colour, or by the heading over it."""
    told = record.of(M.STATUS)
    if told:
        return _worded(told[0].passage, record, frame)
    return _by_shade(record, frame) or _by_heading(record, frame)


def _worded(passage: Passage, record: Record, frame: Frame) -> Status:
    """The wording of a cell; where its words tell nothing for certain, its colour may."""
    meaning = statuses.status(passage.wording, frame.legend.wordings)
    colour = colour_of(passage, record, frame) if meaning == statuses.Meaning() else None
    if colour:
        meaning = _meaning(colour, frame)
    return Status(passage.wording, meaning.lifecycle, meaning.confidence, passage.source(frame.file))


def colour_of(passage: Passage, record: Record, frame: Frame) -> str | None:
    """The colour that tells the status: of a mark such as a dot, else of the cell behind the words."""
    if statuses.is_dot(passage.text):
        for spot in passage.spots:
            for mark in frame.marks.get(spot.unit, ()):
                if mark.look is Look.COLOUR and mark.start < spot.end and mark.end > spot.start:
                    return mark.value
    shade = _shade(record)
    return shade.colour if shade else None


def _shade(record: Record) -> Shade | None:
    """The status cell's own colour, unless the whole row is set in it."""
    shade, beside = record.shades.get(M.STATUS), record.shades.get(M.ACTION)
    return None if shade and beside and shade.colour == beside.colour else shade


def _meaning(colour: str, frame: Frame) -> statuses.Meaning:
    name = statuses.status_of_fill(colour)
    said = frame.legend.of_fill(colour)
    if said is None:
        return statuses.status(name or "", frame.legend.wordings)
    return statuses.status(name or said.wording, {name: said.wording} if name else {})


def _by_shade(record: Record, frame: Frame) -> Status | None:
    """A cell without words: its colour stands for what the legend says, or for itself."""
    shade = _shade(record) or _in_legend(record, frame)
    if shade is None:
        return None
    said = frame.legend.of_fill(shade.colour)
    name = statuses.status_of_fill(shade.colour)
    if said is None and name in _PALE:
        return None
    meaning = _meaning(shade.colour, frame)
    wording = said.wording if said else name or ""
    return Status(wording, meaning.lifecycle, meaning.confidence, Source(frame.file, (shade.spot,)))


def _in_legend(record: Record, frame: Frame) -> Shade | None:
    """Any cell of the row in the very shade of the legend (a plan may colour its references)."""
    return next((shade for shade in record.shades.values() if shade.colour in frame.legend.fills), None)


def _by_heading(record: Record, frame: Frame) -> Status | None:
    """The heading over the actions that go so: 'Completed actions'."""
    above = [step.passage for step in record.under.chain] if record.under else []
    for passage in (record.status, *reversed(above)):
        word = statuses.heading_status(passage.wording) if passage else None
        if passage and word:
            meaning = statuses.status(word, frame.legend.wordings)
            source = passage.source(frame.file)
            return Status(passage.wording, meaning.lifecycle, meaning.confidence, source)
    return None


def take_status_out(record: Record) -> None:
    """Where nothing else tells the status, the last word of the latest report does, and is no report itself."""
    news = record.of(M.PROGRESS)
    place = statuses.last_word(news[-1].passage.text) if news and not record.of(M.STATUS) else None
    if place is None:
        return
    latest, (start, end) = news[-1], place
    word, rest = latest.passage[start:end], latest.passage[:start]
    record.values[record.values.index(latest)] = replace(latest, passage=rest.strip(" \n-–—;:"))
    record.values.append(Value(M.STATUS, EMPTY, word.strip()))


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
