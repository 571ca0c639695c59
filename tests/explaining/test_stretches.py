from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from turntide.documents.document import Look, Mark
from turntide.explaining.families import Family
from turntide.explaining.stretches import Claim, Stretch, cut
from turntide.explaining.values import Value

TEXT = "a) Plant trees for £5,000"


def value(number: int, tag: str = "Action") -> Value:
    return Value(number, Family.ACTION, tag, "words", of=f"action {number}")


def words(stretches: list[Stretch]) -> list[str]:
    return ["".join(run.text for run in stretch.runs) for stretch in stretches]


@st.composite
def claimed_texts(draw: st.DrawFn) -> tuple[str, list[Claim], list[Mark]]:
    text = draw(st.text("abc \n£", max_size=30))
    edges = st.integers(-2, 33)
    claims = [
        Claim(draw(edges), draw(edges), value(number)) for number in range(1, 1 + draw(st.integers(0, 6)))
    ]
    marks = [Mark(draw(edges), draw(edges), Look.BOLD) for _ in range(draw(st.integers(0, 3)))]
    return text, claims, marks


@given(claimed_texts())
@settings(max_examples=80)
def test_every_character_stands_in_exactly_one_stretch(made: tuple[str, list[Claim], list[Mark]]) -> None:
    text, claims, marks = made
    assert "".join(words(list(cut(text, claims, marks)))) == text


@given(claimed_texts())
@settings(max_examples=80)
def test_every_value_is_named_by_some_stretch(made: tuple[str, list[Claim], list[Mark]]) -> None:
    text, claims, _ = made
    named = {value.number for stretch in cut(text, claims) for value in stretch.values}
    assert named == {claim.value.number for claim in claims}


def test_a_value_within_another_is_shown_and_the_outer_one_is_named_beside_it() -> None:
    action, money = value(1), value(2, "Money")
    found = list(cut(TEXT, [Claim(3, 25, action), Claim(19, 25, money)]))
    assert words(found) == ["a) ", "Plant trees for ", "£5,000"]
    assert [stretch.value for stretch in found] == [None, action, money]
    assert found[2].title == "Money of action 2; Action of action 1"


def test_a_value_that_goes_on_after_another_begins_once() -> None:
    action, lead = value(1), value(2, "Lead")
    found = list(cut(TEXT, [Claim(0, 25, action), Claim(3, 8, lead)]))
    assert [stretch.begins for stretch in found] == [True, True, False]


def test_a_value_that_is_a_colour_and_no_words_has_a_stretch_of_its_own() -> None:
    found = list(cut("", [Claim(0, 0, value(1, "Status"))]))
    assert [stretch.title for stretch in found] == ["Status of action 1"]


def test_struck_words_stay_struck() -> None:
    (found,) = cut("by May June", [Claim(0, 11, value(1))], [Mark(3, 6, Look.STRUCK)])
    assert [(run.text, Look.STRUCK in run.looks) for run in found.runs] == [
        ("by ", False),
        ("May", True),
        (" June", False),
    ]
