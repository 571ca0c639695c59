"""References and their order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turntide.reading.wordings.numbering import bare_ref, is_bare_ref, leading_ref
from turntide.reading.wordings.sequences import follows, ref_style

LED = [
    ("1.a Plant trees", "1.a", "1.a"),
    ("a) Plant trees", "a", "a)"),
    ("(a) Plant trees", "a", "(a)"),
    ("(iv) plant trees", "iv", "(iv)"),
    ("iv. plant trees", "iv", "iv."),
    ("1. Plant trees", "1", "1."),
    ("1.Plant trees", "1", "1."),
    ("1) plant trees", "1", "1)"),
    ("1 - Plant trees", "1", "1 -"),
    ("12 – Plant trees", "12", "12 –"),
    ("Action 3: Plant trees", "3", "Action 3:"),
    ("Proposal 4. Plant trees", "4", "Proposal 4."),
    ("Priority 1 - Homes", "1", "Priority 1 -"),
    ("2.6.1 Plant trees", "2.6.1", "2.6.1"),
    ("P1.F2.A1 Plant trees", "P1.F2.A1", "P1.F2.A1"),
    ("CS 1 Plant trees", "CS 1", "CS 1"),
    ("Q1 Plant trees", "Q1", "Q1"),
    ("Ü8 Bäume", "Ü8", "Ü8"),
    ("#12 Plant trees", "12", "#12"),
    ("1\tPlant trees", "1", "1"),
]
UNLED = [
    "2022/23 plan",
    "2022/23",
    "30 minutes of walking",
    "5 ways to wellbeing",
    "5 Ways to Wellbeing",
    "2020 vision",
    "A pot of money",
    "I think we should",
    "i.e. this",
    "e.g. this",
    "1.5 million people",
    "2.5 FTE posts",
    "16 - 18 year olds",
    "3D printing",
    "Q1 2024",
    "24/7 access",
    "10% increase",
    "1,400 staff",
    "£2m",
    "A - Z of services",
    "1st of May",
    "Strategy 2030",
    "CO2 Reduction",
    "20 is Plenty",
    "",
    "1",
]


@pytest.mark.parametrize(("text", "value", "label"), LED)
def test_a_text_may_begin_with_a_reference(text: str, value: str, label: str) -> None:
    ref = leading_ref(text)
    assert ref is not None
    assert (ref.value, ref.label, text[ref.start : ref.end]) == (value, label, label)
    assert text[ref.text_at] in "PpHB"


@pytest.mark.parametrize("text", UNLED)
def test_amounts_years_and_articles_are_no_reference(text: str) -> None:
    assert leading_ref(text) is None


@pytest.mark.parametrize(
    "text",
    ["1.a", "6", "Ref 3", "#12", "a)", "(iv)", "P1.F2.A1", "CS 1", "1.", "Action 3", "2.6.1", "Ü8", "1a"],
)
def test_a_cell_may_hold_a_reference_alone(text: str) -> None:
    assert is_bare_ref(text)


@pytest.mark.parametrize(
    "text",
    ["Housing", "2022", "2022/23", "X", "mix", "", "30 minutes", "5%", "Red", "NHS", "10.5.2024", "0800 123"],
)
def test_other_cells_are_no_reference(text: str) -> None:
    assert not is_bare_ref(text)


def test_the_value_of_a_bare_reference() -> None:
    assert [bare_ref(text) for text in ("Ref 3", "a)", "#12", "1.", "Parks")] == ["3", "a", "12", "1", None]


@pytest.mark.parametrize(
    ("ref", "style"),
    [
        ("4", "1"),
        ("c", "a"),
        ("iv", "i"),
        ("i", "i"),
        ("B", "A"),
        ("2.b", "1.a"),
        ("1.10", "1.1"),
        ("P2.F3.A4", "P1.F1.A1"),
        ("CS 7", "CS 1"),
        ("1(a)", "1(a)"),
    ],
)
def test_a_reference_has_a_style(ref: str, style: str) -> None:
    assert ref_style(ref) == style


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("a", "b"),
        ("z", "aa"),
        ("1", "2"),
        ("1.a", "1.b"),
        ("1.9", "1.10"),
        ("iii", "iv"),
        ("h", "i"),
        ("i", "ii"),
        ("1.e", "2.a"),
        ("P1.F2.A1", "P1.F2.A2"),
        ("CS 1", "CS 2"),
    ],
)
def test_references_follow(a: str, b: str) -> None:
    assert follows(a, b)
    assert not follows(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("1", "3"), ("a", "c"), ("1.a", "2.b"), ("CS 1", "CT 2"), ("1", "b"), ("", "1")]
)
def test_gaps_and_other_styles_do_not_follow(a: str, b: str) -> None:
    assert not follows(a, b)


@settings(max_examples=100)
@given(st.integers(1, 300), st.integers(1, 300))
def test_only_the_next_number_follows(a: int, b: int) -> None:
    assert follows(f"2.{a}", f"2.{b}") == (b == a + 1)


@settings(max_examples=150)
@given(st.text(alphabet="aAiI1.2) (-:QP#\t\nxé", max_size=12))
def test_labels_are_exact_for_any_text(text: str) -> None:
    ref = leading_ref(text)
    if ref is not None:
        assert text[ref.start : ref.end] == ref.label
        assert ref.value in ref.label
        assert ref.end <= ref.text_at < len(text)
    assert follows(text, text) is False
