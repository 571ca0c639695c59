"""Colours of a status in stray spellings, and letters that stand for them."""

from __future__ import annotations

import pytest

from turntide.reading.wordings.colours_said import by_letters, colour_said
from turntide.reading.wordings.statuses import Meaning, looks_like_status, status


@pytest.mark.parametrize(
    ("wording", "colour"),
    [
        ("grn", "green"),
        ("Gren", "green"),
        ("Greeen", "green"),
        ("Rd", "red"),
        ("ambr", "amber"),
        ("Ambre", "amber"),
        ("RED!!", "red"),
        ("GREEN - on track", "green"),
        ("Green: on track", "green"),
        ("Amber→Green", "green"),
        ("Green -> Red", "red"),
        ("Amber/Green", "amber"),
        ("Amber / Red", "red"),
        ("Red (was amber)", "red"),
    ],
)
def test_a_stray_spelling_is_its_colour(wording: str, colour: str) -> None:
    assert status(wording) == Meaning(confidence=colour)


@pytest.mark.parametrize(
    "wording",
    ["Read", "Greed is bad", "Ready", "Road", "Great", "A", "G", "A/G", "Green/Blue", "Reddish", "gr", "am"],
)
def test_another_word_is_no_colour(wording: str) -> None:
    assert status(wording) == Meaning()


@pytest.mark.parametrize(
    ("wording", "colour"),
    [("G", "green"), ("a", "amber"), ("R.", "red"), ("A/G", "amber"), ("A → G", "green")],
)
def test_a_letter_is_a_colour_where_letters_are(wording: str, colour: str) -> None:
    assert status(wording, letters=True) == Meaning(confidence=colour)
    assert not looks_like_status(wording)


def test_the_plan_s_own_key_goes_before_a_letter() -> None:
    assert status("A", {"A": "Achieved"}, letters=True) == Meaning(lifecycle="complete")


@pytest.mark.parametrize(
    ("cells", "headed", "expected"),
    [
        (("G", "A", "R"), False, True),
        (("A", "Green"), False, True),
        (("A", "A"), True, True),
        (("A", "A"), False, False),
        (("A", "P", "N"), True, False),
        (("A", "B"), False, False),
        (("G", "n/a"), False, True),
        (("A/G", "RED"), False, True),
        (("Green", "Red"), True, False),
        ((), True, False),
    ],
)
def test_letters_are_colours_by_what_stands_beside_them(
    cells: tuple[str, ...], headed: bool, expected: bool
) -> None:
    assert by_letters(cells, headed) is expected


def test_the_colour_of_two_is_the_worse() -> None:
    assert colour_said("Green/Amber/Red") is None
    assert colour_said("red-amber") == "red"


@pytest.mark.parametrize(
    ("wording", "lifecycle"),
    [
        ("Complete ✔", "complete"),
        ("Completed 12/05/2026", "complete"),
        ("Delivered in May 2026", "complete"),
        ("Complete by May 2026", None),
        ("✖ Complete", "complete"),
    ],
)
def test_a_sign_or_a_day_beside_the_word(wording: str, lifecycle: str | None) -> None:
    assert status(wording) == Meaning(lifecycle=lifecycle)
