"""How an action goes: its status, and what was reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from turntide.documents.document import Look
from turntide.plan.model import Progress, Status
from turntide.plan.source import Source
from turntide.reading.fields import Frame
from turntide.reading.passage import EMPTY, Passage
from turntide.reading.records import Record, Shade, Value
from turntide.reading.vocabulary import Meaning, key_of
from turntide.reading.wordings import statuses
from turntide.reading.wordings.colours_said import by_letters, status_of_fill
from turntide.reading.wordings.dated_entries import date_before, dated_entries
from turntide.reading.wordings.periods import year_in
from turntide.reading.wordings.timescales import timescale

M = Meaning
_PALE = {None, "grey"}
_OF_UPDATES = re.compile(
    r"\bdates?\b.*\bupdates?|\blast updated\b|\bupdated?(?: on)?$|\bdate (?:last )?updated\b"
)


def status_of(record: Record, frame: Frame) -> Status | None:
    """How it goes: by the status cell's words or colour, or by the heading over it."""
    told = record.of(M.STATUS)
    if told:
        return _worded(told[0], record, frame)
    return _by_shade(record, frame) or _by_heading(record, frame)


def _worded(value: Value, record: Record, frame: Frame) -> Status:
    """The wording of a cell; where its words tell nothing for certain, its heading's kind or its colour may."""
    passage, heading = value.passage, key_of(value.heading.wording)
    letters = heading in frame.letters
    meaning = statuses.status(passage.wording, frame.legend.wordings, letters)
    if meaning == statuses.Meaning() and _is_brag(heading):
        meaning = statuses.status(f"BRAG: {passage.wording}", frame.legend.wordings, letters)
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
    name = status_of_fill(colour)
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
    name = status_of_fill(shade.colour)
    if said is None and name in _PALE:
        return None
    meaning = _meaning(shade.colour, frame)
    if said is None and _is_brag(shade.heading):
        meaning = statuses.status(f"BRAG: {name}")
    wording = said.wording if said else name or ""
    return Status(wording, meaning.lifecycle, meaning.confidence, Source(frame.file, (shade.spot,)))


def _in_legend(record: Record, frame: Frame) -> Shade | None:
    """Any cell of the row in the very shade of the legend (a plan may colour its references)."""
    return next((shade for shade in record.shades.values() if shade.colour in frame.legend.fills), None)


def _is_brag(heading: str) -> bool:
    """A column of blue, red, amber and green, where blue is complete."""
    return "brag" in key_of(heading).split()


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
    latest = _latest(record.of(M.PROGRESS))
    place = statuses.last_word(latest.passage.text) if latest and not record.of(M.STATUS) else None
    if latest is None or place is None:
        return
    start, end = place
    word, rest = latest.passage[start:end], latest.passage[:start]
    record.values[record.values.index(latest)] = replace(latest, passage=rest.strip(" \n-–—;:"))
    record.values.append(Value(M.STATUS, EMPTY, word.strip()))


def _latest(news: Sequence[Value]) -> Value | None:
    """The report of the latest day where each has one (the newest may come first), else the last."""
    days = [_dated(value) or "" for value in news]
    if not all(days):
        return news[-1] if news else None
    return max(zip(days, range(len(news)), news, strict=True))[2] if news else None


def part_reports(record: Record) -> None:
    """Each dated entry of a cell of reports becomes a report of its own."""
    values = []
    for value in record.values:
        found = dated_entries(value.passage.text) if value.meaning is M.PROGRESS else ()
        pieces = [value.passage[entry.start : entry.end].strip() for entry in found]
        pieces = [piece for piece in pieces if piece]
        values += [replace(value, passage=piece) for piece in pieces] if len(pieces) > 1 else [value]
    record.values = values


def letters_in(records: Iterable[Record]) -> frozenset[str]:
    """The headings (as `key_of` each) under which a single letter stands for a colour."""
    cells: dict[str, list[str]] = {}
    for record in records:
        for value in record.of(M.STATUS):
            cells.setdefault(key_of(value.heading.wording), []).append(value.passage.wording)
    return frozenset(
        heading
        for heading, words in cells.items()
        if by_letters(words, bool({"rag", "brag"} & {*heading.split()}))
    )


def progress_of(record: Record, frame: Frame) -> tuple[Progress, ...]:
    """What was reported, an entry each, with the date it begins with, if any."""
    news = record.of(M.PROGRESS)
    days = [_dated(value) for value in news]
    if not any(days) and (told := _told_beside(record, news)):
        days[told[0]] = told[1]
    return tuple(
        Progress(value.passage.wording, day, value.passage.source(frame.file))
        for value, day in zip(news, days, strict=True)
    )


def _told_beside(record: Record, news: Sequence[Value]) -> tuple[int, str] | None:
    """The report that a column of the dates of updates stands beside, and its day."""
    dates = [v for v in record.of(M.REMARK) if _OF_UPDATES.search(key_of(v.heading.wording))]
    day = timescale(dates[0].passage.wording) if len(dates) == 1 else None
    if not news or day is None or not day.end or day.start != day.end:
        return None
    at = record.values.index(dates[0])
    after = [n for n, value in enumerate(news) if record.values.index(value) > at]
    return (after[0] if after else len(news) - 1), day.end


def _dated(value: Value) -> str | None:
    """The date a report begins with, or the one its heading bears."""
    opening = value.passage.wording[:40].split(":")[0]
    begun = date_before(value.passage.text) or (opening if ":" in value.passage.wording[:40] else "")
    year = year_in(value.heading.wording)
    for wording in (begun, f"{begun} {year}" if begun and year else "", value.heading.wording):
        dates = timescale(wording) if wording else None
        if dates and dates.end:
            return dates.end
    return None
