"""Plans that keep their own updates: what was reported when, and how each action goes, in columns of all sorts."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import Cell, Grid, Heading, Row, grid, header, paths, read_as, read_file, texts

from turntide.plan.model import Plan
from turntide.reading.vocabulary import Meaning, best_meaning

TITLE = Heading("Harrowmere on the move: action plan", 0)
JOBS = ("Mark six signed walks", "Train thirty walk leaders", "Lend cargo bikes to traders")
FORMATS = ("docx", "xlsx", "pdf", "html", "csv", "odt")
GREEN, AMBER, RED, BLUE = "#00b050", "#ffc000", "#ff0000", "#0070c0"


def news(plan: Plan) -> list[list[tuple[str, str | None]]]:
    return [[(told.text, told.dated) for told in action.progress] for action in plan.actions]


def confidences(plan: Plan) -> list[str | None]:
    return [action.status.confidence if action.status else None for action in plan.actions]


def wordings(plan: Plan) -> list[str | None]:
    return [action.status.wording if action.status else None for action in plan.actions]


def with_news(heading: str, *cells: str) -> Grid:
    rows: list[Row] = [(job, "Parks", cell) for job, cell in zip(JOBS, cells, strict=True)]
    return grid(header("Action", "Lead", heading), *rows)


@pytest.mark.parametrize(
    "heading", ("Progress to date", "Latest news", "Where we are", "What has happened so far?")
)
def test_reports_that_begin_with_a_date_are_no_dates(tmp_path: Path, heading: str) -> None:
    cells = ("Jan 26: Survey done.", "Feb 26: No takers.", "14/03/2026: Bikes in.")
    plan = read_as(tmp_path, "docx", TITLE, with_news(heading, *cells))
    days = ("2026-01-31", "2026-02-28", "2026-03-14")
    assert news(plan) == [[pair] for pair in zip(cells, days, strict=True)]


@pytest.mark.parametrize("format_", ("docx", "csv"))
def test_a_column_of_bare_dates_of_updates_is_no_report(tmp_path: Path, format_: str) -> None:
    plan = read_as(tmp_path, format_, TITLE, with_news("Update", "14/03/2026", "15/03/2026", "16/03/2026"))
    assert news(plan) == [[], [], []]


@pytest.mark.parametrize("format_", FORMATS)
def test_each_dated_line_of_a_cell_is_a_report(tmp_path: Path, format_: str) -> None:
    cells = (
        "Jan 26: Survey done.\nApr 26: Signs ordered.",
        "Under way.\nMay 2026 - Nine trained.",
        "02/03/2026 - Asked again.\n01/02/2026 - Asked.",
    )
    plan = read_as(tmp_path, format_, TITLE, with_news("Progress to date", *cells))
    assert news(plan) == [
        [("Jan 26: Survey done.", "2026-01-31"), ("Apr 26: Signs ordered.", "2026-04-30")],
        [("Under way.", None), ("May 2026 - Nine trained.", "2026-05-31")],
        [("02/03/2026 - Asked again.", "2026-03-02"), ("01/02/2026 - Asked.", "2026-02-01")],
    ]
    assert not plan.unplaced


def test_quarters_in_a_cell_are_of_the_year_in_its_heading(tmp_path: Path) -> None:
    cells = ("Q1: Begun\nQ2: Half done", "Q1: Nothing yet", "Q1: Begun\nQ2: Stopped by the flood")
    plan = read_as(tmp_path, "docx", TITLE, with_news("Update 2026/27", *cells))
    assert news(plan)[0] == [("Q1: Begun", "2026-06-30"), ("Q2: Half done", "2026-09-30")]
    assert news(plan)[1] == [("Q1: Nothing yet", "2026-06-30")]


def test_the_newest_report_tells_the_status_wherever_it_stands(tmp_path: Path) -> None:
    cells = ("May 2026: Signs up. Complete\nJan 2026: Survey done. In progress",) * 3
    plan = read_as(tmp_path, "docx", TITLE, with_news("Progress", *cells))
    assert wordings(plan) == ["Complete"] * 3


@pytest.mark.parametrize("format_", ("docx", "html", "odt"))
def test_a_dated_update_in_the_row_beneath(tmp_path: Path, format_: str) -> None:
    rows: list[Row] = []
    for job in JOBS:
        rows += [(job, "Parks", "2027"), (Cell("Update May 2026: nine of them so far.", columns=3),)]
    plan = read_as(tmp_path, format_, TITLE, grid(header("Action", "Lead", "By when"), *rows))
    assert texts(plan) == list(JOBS)
    assert news(plan) == [[("nine of them so far.", "2026-05-31")]] * 3


def test_a_column_dates_the_update_beside_it(tmp_path: Path) -> None:
    rows = [(job, "Parks", "01/06/2026", "Going well", "Ask the board") for job in JOBS]
    heads = header("Action", "Lead", "Date of update", "Update", "Next steps")
    plan = read_as(tmp_path, "xlsx", grid(heads, *rows))
    assert news(plan) == [[("Going well", "2026-06-01"), ("Ask the board", None)]] * 3


@pytest.mark.parametrize("words", (("grn", "ambr", "Rd"), ("G", "A", "R"), ("Red→Green", "A/G", "RED!!")))
def test_a_stray_spelling_keeps_its_wording(tmp_path: Path, words: tuple[str, ...]) -> None:
    plan = read_as(tmp_path, "docx", TITLE, with_news("RAG", *words))
    assert wordings(plan) == list(words)
    assert confidences(plan) == ["green", "amber", "red"]
    assert not [found for found in plan.findings if "colour" in found.kind]


@pytest.mark.parametrize("heading", ("Phase", "Band", "Class"))
def test_letters_of_another_kind_are_no_status(tmp_path: Path, heading: str) -> None:
    assert wordings(read_as(tmp_path, "docx", TITLE, with_news(heading, "A", "B", "A"))) == [None] * 3


def test_letters_that_are_no_colours_mean_nothing(tmp_path: Path) -> None:
    plan = read_as(tmp_path, "docx", TITLE, with_news("Status", "A", "P", "N"))
    assert (wordings(plan), confidences(plan)) == (["A", "P", "N"], [None] * 3)


@pytest.mark.parametrize("format_", ("docx", "xlsx", "csv"))
def test_the_status_of_the_last_quarter_is_the_status(tmp_path: Path, format_: str) -> None:
    heads = header("Action", "Lead", "Q1 RAG", "Q1 update", "Q2 RAG", "Q2 update")
    rows = (
        (JOBS[0], "Parks", "G", "Begun", "R", "Flooded"),
        (JOBS[1], "Parks", "A", "Slow", "G", "Nine trained"),
        (JOBS[2], "Parks", "R", "None", "", ""),
    )
    plan = read_as(tmp_path, format_, TITLE, grid(heads, *rows))
    assert confidences(plan) == ["red", "green", "red"]
    assert [told.text for told in plan.actions[0].remarks] == ["G"]


def test_the_colours_of_the_quarters(tmp_path: Path) -> None:
    fills = ((GREEN, RED), (AMBER, GREEN), (RED, AMBER))
    rows = [
        (job, "Parks", Cell(fill=first), Cell(fill=second), "Said so")
        for job, (first, second) in zip(JOBS, fills, strict=True)
    ]
    plan = read_as(tmp_path, "xlsx", grid(header("Action", "Lead", "Q1", "Q2", "Comments"), *rows))
    assert confidences(plan) == ["red", "green", "amber"]


def test_empty_cells_of_one_colour_tell_no_status(tmp_path: Path) -> None:
    rows = [(job, "Parks", Cell(fill="#ffff00")) for job in JOBS]
    plan = read_as(tmp_path, "xlsx", grid(header("Action", "Lead", "Update"), *rows))
    assert wordings(plan) == [None] * 3


def test_blue_in_a_brag_column_is_complete(tmp_path: Path) -> None:
    rows = [(job, "Parks", Cell(fill=fill)) for job, fill in zip(JOBS, (BLUE, GREEN, RED), strict=True)]
    for heading, first in (("BRAG", "complete"), ("Status", None)):
        plan = read_as(tmp_path, "xlsx", grid(header("Action", "Lead", heading), *rows))
        assert [action.status.lifecycle if action.status else None for action in plan.actions] == [
            first,
            None,
            None,
        ]


@pytest.mark.parametrize("format_", ("docx", "xlsx", "md", "csv"))
def test_a_column_headed_by_icons(tmp_path: Path, format_: str) -> None:
    plan = read_as(tmp_path, format_, TITLE, with_news("✔/✖", "✔", "✖", "✔"))
    assert wordings(plan) == ["✔", "✖", "✔"]


def test_a_table_of_one_row_is_read_like_its_fellow(tmp_path: Path) -> None:
    heads = header("Our vow to carers", "Who", "What we have done", "RAG")
    rows = [(job, "Parks", "Nine so far", "Green") for job in JOBS]
    first, second = grid(heads, *rows[:2]), grid(heads, rows[2])
    plan = read_as(tmp_path, "docx", TITLE, Heading("Theme 1: Out"), first, Heading("Theme 2: In"), second)
    assert texts(plan) == list(JOBS)
    assert [path[-1] for path in paths(plan)] == ["Out", "Out", "In"]


def test_headings_that_are_asked_as_one_speaks(tmp_path: Path) -> None:
    content = (
        "What are we doing?,Who's on it?,When will it be done?,How's it going?,What's happened so far\n"
        "Set up a men's shed,Age Network,Summer 2026,ambr,Roof mended\n"
        "Start a buggy walk,Family hubs,Spring 2026,Rd,No leader\n"
    )
    plan = read_file(tmp_path, "plan.csv", content)
    assert texts(plan) == ["Set up a men's shed", "Start a buggy walk"]
    assert confidences(plan) == ["amber", "red"]
    assert news(plan) == [[("Roof mended", None)], [("No leader", None)]]


def test_a_title_broken_over_two_lines_of_a_page(tmp_path: Path) -> None:
    title = Heading(
        "Skerrow Island active travel and moving more often plan: progress made since the last report", 0
    )
    plan = read_as(tmp_path, "pdf", title, with_news("Progress", "Begun", "Half done", "Done by Easter"))
    assert plan.title == title.text
    assert paths(plan) == [(), (), ()]


@pytest.mark.parametrize("format_", ("docx", "xlsx", "csv"))
def test_an_update_on_a_line_beneath_the_action(tmp_path: Path, format_: str) -> None:
    rows = [(f"{job}\nUpdate (June 2026): nine so far", "Parks", "Green") for job in JOBS]
    plan = read_as(tmp_path, format_, TITLE, grid(header("Action", "Lead", "RAG"), *rows))
    assert texts(plan) == list(JOBS)
    assert news(plan) == [[("nine so far", "2026-06-30")]] * 3
    assert not plan.unplaced


def test_a_sign_beside_a_status_word(tmp_path: Path) -> None:
    plan = read_as(tmp_path, "csv", TITLE, with_news("RAG", "🟢 On track", "🟠 At risk", "🟢 Off track"))
    assert wordings(plan) == ["🟢 On track", "🟠 At risk", "🟢 Off track"]
    assert confidences(plan) == ["green", "amber", None]


def test_a_month_beside_a_word_makes_it_a_report_or_a_date() -> None:
    assert best_meaning("March update") == best_meaning("Update (May 2026)") == (Meaning.PROGRESS, 0.95)
    assert best_meaning("By December 2026")[1] < 0.9
    assert best_meaning("Complete May 2026")[1] < 0.9
