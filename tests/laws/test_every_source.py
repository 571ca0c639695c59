"""The third law: every value has a source, and the source points at the very text."""

from __future__ import annotations

from pathlib import Path

import pytest
from held import held
from hypothesis import given
from hypothesis import strategies as st
from made_files import FORMATS, PAGED, REAL, SHEETED, read_in, reading_of
from made_words import documents
from told_values import Told, looked_up, says_so, values_of

from turntide.documents.document import Document
from turntide.plan.model import Action, Heading
from turntide.plan.source import Spot
from turntide.reading.trace import Reading

some = held(15)


def astray(reading: Reading) -> list[str]:
    """The values whose places do not hold their words."""
    document = reading.document
    values = values_of(reading.plan)
    return [said for told in values for said in _wrong_with(document, told)]


def _wrong_with(document: Document, told: Told) -> list[str]:
    if not told.spots:
        return [f"{told.kind} {told.wording!r} has no source"]
    lost = [spot for spot in told.spots if not _is_within(document, spot)]
    if lost:
        return [f"{told.kind} {told.wording!r} points outside the document: {lost}"]
    if _is_colour(told) or says_so(document, told):
        return []
    return [f"{told.kind} {told.wording!r} points at {looked_up(document, told)!r}"]


def _is_within(document: Document, spot: Spot) -> bool:
    return 0 <= spot.start <= spot.end <= len(document.texts.get(spot.unit, "")) and (
        spot.unit in document.texts or spot.start == spot.end
    )


def _is_colour(told: Told) -> bool:
    """A status read from the colour of a cell: the spot is the cell and no characters of it."""
    return told.kind == "status" and all(spot.start == spot.end for spot in told.spots)


def unmarked(reading: Reading) -> list[str]:
    """The spots that lack the page, box or sheet their format knows."""
    format_ = reading.document.format
    spots = [(told, spot) for told in values_of(reading.plan) for spot in told.spots]
    bad = []
    if format_ in PAGED:
        bad += [f"{told.kind} {spot}" for told, spot in spots if spot.page is None or spot.box is None]
    if format_ in SHEETED:
        bad += [f"{told.kind} {spot}" for told, spot in spots if spot.sheet is None]
    return bad


def scattered(reading: Reading) -> list[str]:
    """Actions and headings whose own place is missing or is no place, and values of another file."""
    plan, document = reading.plan, reading.document
    things: list[Action | Heading] = [*plan.headings, *plan.actions]
    bad = [f"{thing.id} has no place" for thing in things if not thing.source or not thing.source.spots]
    bad += [
        f"{thing.id} points outside the document"
        for thing in things
        for spot in (thing.source.spots if thing.source else ())
        if not _is_within(document, spot)
    ]
    named = [(told, told.source.file) for told in values_of(plan) if told.source]
    return bad + [f"{told.kind} is of {file}" for told, file in named if file != document.name]


@pytest.mark.parametrize("format_", FORMATS)
@some
@given(data=st.data())
def test_every_value_points_at_its_very_words(format_: str, data: st.DataObject) -> None:
    reading = read_in(format_, data.draw(documents(far=format_ != "pdf")))
    assert (astray(reading), unmarked(reading), scattered(reading)) == ([], [], [])


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.name)
def test_every_value_of_a_whole_file_points_at_its_very_words(file: Path) -> None:
    reading = reading_of(file)
    assert (astray(reading), unmarked(reading), scattered(reading)) == ([], [], [])
