"""Status words, glyphs and colours."""

from __future__ import annotations

import pytest

from turntide.plan.model import CONFIDENCES, LIFECYCLES
from turntide.reading.wordings import statuses
from turntide.reading.wordings.colours_said import status_of_fill
from turntide.reading.wordings.statuses import (
    Meaning,
    heading_status,
    is_dot,
    last_word,
    looks_like_status,
    status,
)


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


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Completed actions", "Completed"),
        ("Actions in progress", "in progress"),
        ("Not started", "Not started"),
        ("Green actions", "Green"),
        ("Planning", None),
        ("Green", None),
        ("Active", None),
        ("Completed walks and rides in the parks", None),
        ("Healthy places", None),
    ],
)
def test_a_heading_may_tell_a_status(heading: str, told: str | None) -> None:
    assert heading_status(heading) == told


@pytest.mark.parametrize(
    ("news", "word"),
    [
        ("The ramp opened in May. Complete", "Complete"),
        ("The ramp opened in May. Complete.", "Complete"),
        ("Proofs are with the printer – in progress", "in progress"),
        ("Ongoing", "Ongoing"),
        ("RAG: Amber", "Amber"),
        ("The survey is complete", None),
        ("The site was cleared. Planning", None),
        ("Six helpers passed. More to come", None),
        ("", None),
    ],
)
def test_the_last_word_of_news_may_tell_a_status(news: str, word: str | None) -> None:
    place = last_word(news)
    assert (news[place[0] : place[1]] if place else None) == word


@pytest.mark.parametrize(("text", "dot"), [("●", True), (" ■ ", True), ("● Green", False), ("", False)])
def test_a_mark_alone_is_a_dot(text: str, dot: bool) -> None:
    assert is_dot(text) is dot
