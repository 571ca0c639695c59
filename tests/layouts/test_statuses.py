"""A status told by anything but a word in its own column."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import (
    Cell,
    Heading,
    Sheet,
    Text,
    grid,
    header,
    read_as,
    read_file,
    texts,
    when,
    words_of,
    xlsx_of,
)

from turntide.plan.model import Plan

ACTIONS = ("Open the ramp to the library", "Print the walking map", "Train ten swimming helpers")
TITLE = Heading("Out and about in Wexcombe: action plan", 0)
GREEN, AMBER, RED = "#00b050", "#ffc000", "#ff0000"


def lifecycles(plan: Plan) -> list[str | None]:
    return [action.status.lifecycle if action.status else None for action in plan.actions]


def confidences(plan: Plan) -> list[str | None]:
    return [action.status.confidence if action.status else None for action in plan.actions]


def statuses(plan: Plan) -> list[str | None]:
    return [action.status.wording if action.status else None for action in plan.actions]


@pytest.mark.parametrize(
    ("wording", "lifecycle", "confidence"),
    (
        ("Complete", "complete", None),
        ("Completed", "complete", None),
        ("Delivered", "complete", None),
        ("In Progress", "delivering", None),
        ("underway", "delivering", None),
        ("Not Started", "not started", None),
        ("Ongoing", "ongoing", None),
        ("Amber", None, "amber"),
        (" Green", None, "green"),
        ("RED", None, "red"),
        ("Off Track", None, "red"),
        ("On track", None, "green"),
        ("dormant", None, None),
        ("no report yet", None, None),
    ),
)
def test_a_status_word_keeps_its_wording_beside_its_meaning(
    tmp_path: Path, wording: str, lifecycle: str | None, confidence: str | None
) -> None:
    rows = [(action, "Housing", wording) for action in ACTIONS]
    plan = read_as(tmp_path, "docx", grid(header("Action", "Lead", "Status"), *rows))
    assert statuses(plan) == [wording.strip()] * 3
    if lifecycle:
        assert lifecycles(plan) == [lifecycle] * 3
    if confidence:
        assert confidences(plan) == [confidence] * 3
    if not lifecycle and not confidence:
        assert confidences(plan) == [None] * 3


@pytest.mark.parametrize("format_", ("docx", "xlsx", "html"))
def test_the_status_is_only_a_colour(tmp_path: Path, format_: str) -> None:
    rows = [
        (text, "Housing", Cell(fill=fill)) for text, fill in zip(ACTIONS, (GREEN, AMBER, RED), strict=True)
    ]
    plan = read_as(tmp_path, format_, grid(header("Action", "Lead", "RAG"), *rows))
    assert confidences(plan) == ["green", "amber", "red"]


@pytest.mark.parametrize("format_", ("docx", "xlsx", "html"))
def test_a_colour_means_what_the_plan_s_legend_says(tmp_path: Path, format_: str) -> None:
    """Green is 'achieved' in one plan and 'on target' in another."""
    fills = (GREEN, AMBER, RED)
    rows = [(text, "Housing", Cell(fill=fill)) for text, fill in zip(ACTIONS, fills, strict=True)]
    meanings = ("Complete", "In progress", "Not started")
    legend = grid(
        header("Colour", "Meaning"),
        *((Cell(fill=fill), meaning) for fill, meaning in zip(fills, meanings, strict=True)),
    )
    table = grid(header("Action", "Lead", "Status"), *rows)
    if format_ == "xlsx":
        plan = read_file(tmp_path, "plan.xlsx", xlsx_of([Sheet("Plan", (table,)), Sheet("Key", (legend,))]))
    else:
        plan = read_as(tmp_path, format_, table, Heading("Key"), legend)
    assert texts(plan) == list(ACTIONS)
    assert lifecycles(plan) == ["complete", "delivering", "not started"]


@pytest.mark.parametrize("format_", ("docx", "xlsx", "html", "md", "txt", "odt", "pdf"))
def test_the_status_is_in_the_section_s_heading(tmp_path: Path, format_: str) -> None:
    done = grid(header("Action", "Lead"), (ACTIONS[0], "Housing"), (ACTIONS[1], "Parks"))
    open_ = grid(header("Action", "Lead"), (ACTIONS[2], "Housing"))
    plan = read_as(
        tmp_path, format_, TITLE, Heading("Completed actions"), done, Heading("Actions in progress"), open_
    )
    assert texts(plan) == list(ACTIONS)
    assert lifecycles(plan) == ["complete", "complete", "delivering"]


@pytest.mark.parametrize("format_", ("docx", "xlsx", "html", "csv", "txt", "md"))
def test_the_status_is_a_glyph(tmp_path: Path, format_: str) -> None:
    """The tick means done; what a cross means is not certain, so that only its mark is kept."""
    rows = [(text, "Housing", mark) for text, mark in zip(ACTIONS, "✓✗✓", strict=True)]
    plan = read_as(tmp_path, format_, grid(header("Action", "Lead", "Achieved?"), *rows))
    assert statuses(plan) == ["✓", "✗", "✓"]
    assert lifecycles(plan)[0] == "complete"
    assert lifecycles(plan)[1] != "complete"


@pytest.mark.parametrize("format_", ("docx", "html", "xlsx"))
def test_the_status_is_a_coloured_dot(tmp_path: Path, format_: str) -> None:
    dots = [Cell("●", coloured=("●", colour)) for colour in (GREEN, AMBER, RED)]
    rows = [(text, "Housing", dot) for text, dot in zip(ACTIONS, dots, strict=True)]
    plan = read_as(tmp_path, format_, grid(header("Action", "Lead", "RAG"), *rows))
    assert confidences(plan) == ["green", "amber", "red"]
    assert statuses(plan) == ["●", "●", "●"]


MARKED = [
    (format_, mark)
    for format_ in ("docx", "xlsx", "html", "csv", "txt", "pdf")
    for mark in ("X", "x", "✓")
    if (format_, mark) != ("pdf", "✓")  # the typeface of our pages has no tick
]


@pytest.mark.parametrize(("format_", "mark"), MARKED)
def test_the_date_is_the_column_that_bears_a_mark(tmp_path: Path, format_: str, mark: str) -> None:
    table = grid(
        header("Action", "Lead", "Short", "Middle", "Long"),
        (ACTIONS[0], "Housing", mark, "", ""),
        (ACTIONS[1], "Parks", "", mark, ""),
        (ACTIONS[2], "Leisure Trust", "", "", mark),
    )
    assert when(read_as(tmp_path, format_, table)) == ["Short", "Middle", "Long"]


@pytest.mark.parametrize("format_", ("docx", "xlsx", "html", "csv"))
def test_the_status_is_the_column_that_bears_a_mark(tmp_path: Path, format_: str) -> None:
    table = grid(
        header("Action", "Lead", "Not started", "In progress", "Complete"),
        (ACTIONS[0], "Housing", "", "", "X"),
        (ACTIONS[1], "Parks", "X", "", ""),
        (ACTIONS[2], "Leisure Trust", "", "X", ""),
    )
    plan = read_as(tmp_path, format_, table)
    assert statuses(plan) == ["Complete", "Not started", "In progress"]
    assert lifecycles(plan) == ["complete", "not started", "delivering"]


@pytest.mark.parametrize("format_", ("docx", "html", "csv", "pdf"))
def test_the_status_is_the_last_word_of_the_news(tmp_path: Path, format_: str) -> None:
    table = grid(
        header("Action", "Lead", "Progress to date"),
        (ACTIONS[0], "Housing", "The ramp opened in May and is in daily use. Complete"),
        (ACTIONS[1], "Parks", "The printer has the proofs. In progress"),
        (ACTIONS[2], "Leisure Trust", "Six helpers have passed their test. Ongoing"),
    )
    plan = read_as(tmp_path, format_, table)
    assert lifecycles(plan) == ["complete", "delivering", "ongoing"]
    assert [action.progress[0].text.split(".")[0] for action in plan.actions] == [
        "The ramp opened in May and is in daily use",
        "The printer has the proofs",
        "Six helpers have passed their test",
    ]


def test_a_word_inside_the_news_is_no_status(tmp_path: Path) -> None:
    table = grid(
        header("Action", "Lead", "Progress to date"),
        (ACTIONS[0], "Housing", "A complete survey of the steps was ordered in June."),
        (ACTIONS[1], "Parks", "The green map is at the printer."),
    )
    assert statuses(read_as(tmp_path, "docx", table)) == [None, None]


def test_a_legend_in_prose_is_kept_and_is_no_action(tmp_path: Path) -> None:
    key = Text("Key: Green = on target, Amber = some delay, Red = off target")
    rows = [(text, "Housing", word) for text, word in zip(ACTIONS, ("Green", "Amber", "Red"), strict=True)]
    plan = read_as(tmp_path, "docx", key, grid(header("Action", "Lead", "RAG"), *rows))
    assert texts(plan) == list(ACTIONS)
    assert confidences(plan) == ["green", "amber", "red"]
    assert "Amber = some delay" in words_of(plan)
