"""Lists inside a cell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turntide.reading.wordings.lists import entries


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("❖ Homes ❖ Parks", ["Homes", "Parks"]),
        ("• Homes\n• Parks and\nsport", ["Homes", "Parks and\nsport"]),
        ("- Homes\n- Parks", ["Homes", "Parks"]),
        ("o Homes\no Parks", ["Homes", "Parks"]),
        ("* Homes\n* Parks", ["Homes", "Parks"]),
        ("· Homes\n· Parks", ["Homes", "Parks"]),
        ("1) Homes\n2) Parks", ["Homes", "Parks"]),
        ("i) Homes\nii) Parks", ["Homes", "Parks"]),
        ("Homes\nParks", ["Homes", "Parks"]),
        ("1. Homes 2. Parks", ["Homes", "Parks"]),
        ("We need: a) Homes b) Parks", ["We need:", "Homes", "Parks"]),
        ("Networks will; • Walk • Ride", ["Networks will;", "Walk", "Ride"]),
        ("One thing - another", ["One thing - another"]),
        ("Version 1. 2 of it", ["Version 1. 2 of it"]),
        ("Homes", ["Homes"]),
        ("  \n ", []),
    ],
)
def test_entries_stand_without_their_marks(text: str, expected: list[str]) -> None:
    assert [entry.text for entry in entries(text)] == expected


@settings(max_examples=200)
@given(st.text(alphabet="ab •❖-*o1.2)(\n,;", max_size=30))
def test_every_word_lies_in_an_entry_or_a_mark(text: str) -> None:
    covered: set[int] = set()
    for entry in entries(text):
        assert text[entry.start : entry.end] == entry.text
        covered |= set(range(entry.start, entry.end))
        if entry.mark:
            assert text[entry.mark.start : entry.mark.end] == entry.mark.text
            covered |= set(range(entry.mark.start, entry.mark.end))
    assert all(at in covered for at, letter in enumerate(text) if letter.isalnum())
