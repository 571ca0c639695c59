"""Drafters' remarks in cells."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turntide.reading.wordings.drafting import drafting_notes

WHOLE = [
    "RT-I think we need to move this to theme 2",
    "JB: check",
    "JB - delete this",
    "*REWORD TO FIT WITH THEME 2",
    "[TBC with finance]",
    "(?? who leads)",
    "NB check with legal",
    "To be confirmed with housing",
    "REWORD THIS",
    "DELETE ROW",
    "CHECK IF STILL RIGHT",
    "I think we need to merge these",
    "Drafting note: add a date",
    "(who leads?)",
    "NEED TO ADD A LEAD",
    "JM - should this one sit with the falls group?",
    "?? Check with parks",
    "? delete",
    "[AB to confirm the wording]",
    "Note to KS: should this move to the food group?",
]
ORDINARY = [
    "NHS - Integrated Care Board",
    "PE - better quality",
    "IT: new system",
    "We will build paths",
    "(AB discussion)",
    "UPDATE THE PLAN",
    "HR: update policies on leave",
    "PH: add smoking to the offer",
    "Check with tenants that alarms work",
    "*Subject to funding",
    "We think families should come first",
    "HEALTHY PLACES",
    "Explore it - walking maps?",
    "AB to lead",
    "Review [2024] figures",
    "Complete the review",
    "Move more campaign",
    "ADD MORE TREES",
    "NEEDS ASSESSMENT",
    "Add lighting (where possible)",
    "Should this be supported?",
    "[Riverside]",
    "KPI: how many residents take part?",
    "PE - do pupils enjoy sport?",
    "Note for diaries: the fair is in May",
    "Ask residents: what would help?",
    "*WALK MORE The campaign begins in May",
]


@pytest.mark.parametrize("line", WHOLE)
def test_a_line_may_be_a_remark(line: str) -> None:
    assert [note.text for note in drafting_notes(line)] == [line]
    assert [note.text for note in drafting_notes(f"Build more homes\n{line}")] == [line]


@pytest.mark.parametrize("line", ORDINARY)
def test_plan_text_is_no_remark(line: str) -> None:
    assert drafting_notes(line) == ()


def test_a_remark_may_close_or_interrupt_a_line() -> None:
    for text, remark in (
        ("Support carers RT-I think we need to move this", "RT-I think we need to move this"),
        ("Build paths *MOVE TO THEME 2", "*MOVE TO THEME 2"),
        ("Train [check figure] wardens", "[check figure]"),
        ("*REWORD TO MATCH THE AIM A garden brings people out", "*REWORD TO MATCH THE AIM"),
        ("Rest is vital. *MOVE TO THEME 2. The old mill stays", "*MOVE TO THEME 2."),
        ("Open the gate. Note to AB: is this ours?", "Note to AB: is this ours?"),
    ):
        assert [note.text for note in drafting_notes(text)] == [remark]


def test_a_long_run_of_marks_is_read_at_once() -> None:
    assert drafting_notes("*AB" + "-" * 5000 + " x") == ()


@settings(max_examples=100)
@given(st.lists(st.sampled_from([*WHOLE, *ORDINARY, "[", "(", "*", "\n"]), max_size=4).map(" ".join))
def test_remarks_are_exact_and_apart(text: str) -> None:
    notes = drafting_notes(text)
    assert all(text[note.start : note.end] == note.text for note in notes)
    assert all(a.end <= b.start for a, b in zip(notes, notes[1:], strict=False))
