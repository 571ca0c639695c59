"""Status words, glyphs and colours."""

from __future__ import annotations

import pytest

from turntide.plan.model import CONFIDENCES, LIFECYCLES
from turntide.reading.wordings import statuses
from turntide.reading.wordings.statuses import Meaning, looks_like_status, status, status_of_fill


@pytest.mark.parametrize(
    ("wording", "lifecycle", "confidence"),
    [
        ("Complete", "complete", None),
        (" COMPLETED ", "complete", None),
        ("Delivered", "complete", None),
        ("Complete - opened in May", "complete", None),
        ("100% complete", "complete", None),
        ("75% complete", None, None),
        ("Incomplete", None, None),
        ("In Progress", "delivering", None),
        ("underway", "delivering", None),
        ("Not Started", "not started", None),
        ("Business As Usual", "ongoing", None),
        ("On hold", "paused", None),
        ("Merged with action 3", "merged", None),
        ("On track", None, "green"),
        (" Green", None, "green"),
        ("At Risk", None, "amber"),
        ("Off Track", None, "red"),
        ("RED", None, "red"),
        ("RAG: Amber", None, "amber"),
        ("BRAG: Blue", "complete", None),
        ("Blue", None, None),
        ("✓", "complete", None),
        ("✗", None, None),
        ("🟢", None, "green"),
        ("NOT DUE", None, None),
        ("Missed Delivery Date no Risk", None, None),
        ("Housing", None, None),
    ],
)
def test_a_status_means_only_what_is_certain(
    wording: str, lifecycle: str | None, confidence: str | None
) -> None:
    assert status(wording) == Meaning(lifecycle, confidence)


def test_every_meaning_is_one_of_the_plans_own() -> None:
    meanings = set(statuses._KNOWN.values())
    assert {one.lifecycle for one in meanings} - {None} <= set(LIFECYCLES)
    assert {one.confidence for one in meanings} - {None} <= set(CONFIDENCES)


def test_a_legend_goes_first() -> None:
    assert status("Green", {"Green": "Achieved"}) == Meaning("complete", None)
    assert status("green ", {"Green": "The action is on target"}) == Meaning(None, "green")
    assert status("Green", {"Green": "No issues"}) == Meaning(None, "green")
    assert status("Amber", {"Amber": "Not complete"}) == Meaning(None, "amber")


@pytest.mark.parametrize(
    "text", ["Complete", "NOT DUE", "ditto", "Yearly", "✓", "🟢", "Red", "BRAG: Blue", "Action required"]
)
def test_status_words_are_known(text: str) -> None:
    assert looks_like_status(text)


@pytest.mark.parametrize("text", ["Housing", "Green spaces", "Complete the path", "", "2022/23"])
def test_other_words_are_no_status(text: str) -> None:
    assert not looks_like_status(text)


@pytest.mark.parametrize(
    ("fill", "colour"),
    [
        ("#00b050", "green"),
        ("#C6EFCE", "green"),
        ("#ff0000", "red"),
        ("#ffc7ce", "red"),
        ("#ffc000", "amber"),
        ("#ffff00", "amber"),
        ("#0070c0", "blue"),
        ("#bfbfbf", "grey"),
        ("#ffffff", None),
        ("#000000", None),
        ("#e2efda", None),
        ("#d9e2f3", None),
        ("none", None),
    ],
)
def test_a_fill_has_a_status_colour(fill: str, colour: str | None) -> None:
    assert status_of_fill(fill) == colour
