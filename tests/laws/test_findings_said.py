"""The fifth law: each finding has a kind, a sentence a person can act on, and a place."""

from __future__ import annotations

from pathlib import Path

import pytest
from held import held
from hypothesis import given
from hypothesis import strategies as st
from made_files import FORMATS, REAL, read_in, reading_of
from made_words import documents

from turntide.plan.model import Finding
from turntide.reading.trace import Reading

some = held(24)


def badly_said(reading: Reading) -> list[str]:
    """What is wrong with the findings of a reading, in words."""
    known = {action.id for action in reading.plan.actions}
    known |= {heading.id for heading in reading.plan.headings}
    return [f"{why}: {one}" for one in reading.plan.findings for why in _wrong_with(one, known, reading)]


def _wrong_with(one: Finding, known: set[str], reading: Reading) -> list[str]:
    wrong = []
    if not one.kind:
        wrong.append("no kind")
    if not one.message.endswith(".") or not one.message.strip(" .") or "\n" in one.message:
        wrong.append("no whole sentence")
    if one.about is not None and one.about not in known:
        wrong.append("about nothing there is")
    spots = one.source.spots if one.source else ()
    if any(spot.unit not in reading.document.texts for spot in spots):
        wrong.append("points outside the document")
    if one.about is None and not one.source and not _is_of_the_whole(one):
        wrong.append("says no place")
    return wrong


def _is_of_the_whole(one: Finding) -> bool:
    """What the plan lacks throughout, and what the file's own reader could not be sure of."""
    return one.message.startswith("This plan ") or one.kind == "layout"


@some
@given(data=st.data())
def test_findings_of_any_document_say_what_and_where(data: st.DataObject) -> None:
    format_ = data.draw(st.sampled_from(FORMATS))
    assert badly_said(read_in(format_, data.draw(documents(far=format_ != "pdf")))) == []


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.name)
def test_findings_of_a_whole_file_say_what_and_where(file: Path) -> None:
    assert badly_said(reading_of(file)) == []
