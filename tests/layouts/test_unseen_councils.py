"""Tables as councils, health boards and partnerships set them: what stands beside, over and instead of actions."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import (
    ALL,
    SPANNED,
    Cell,
    Grid,
    Heading,
    grid,
    header,
    measures,
    notes,
    owners,
    paths,
    read_as,
    read_file,
    refs,
    texts,
    when,
)

TITLE = Heading("Oakmere ageing well plan", 0)
JOBS = ("Train ten leaders for the Sunday walks", "Open the hall on Sundays", "Map benches in the park")


@pytest.mark.parametrize("format_", ("docx", "html", "md", "pdf"))
@pytest.mark.parametrize(
    "terms", (("Term", "Meaning"), ("Acronym", "Definition"), ("Abbreviation", "In full"))
)
def test_a_glossary_holds_no_actions(tmp_path: Path, format_: str, terms: tuple[str, str]) -> None:
    words = grid(
        header(*terms),
        ("Befriending", "Support offered by one person to another"),
        ("ICB", "Integrated Care Board"),
        ("Link worker", "Helps people to find groups near them"),
    )
    plan = grid(header("Action", "Lead"), *((job, "Parks") for job in JOBS))
    read = read_as(tmp_path, format_, TITLE, plan, Heading("Words we use"), words)
    assert texts(read) == list(JOBS)
    assert "Integrated Care Board" in notes(read)


def test_a_table_of_figures_holds_no_actions(tmp_path: Path) -> None:
    table = grid(
        header("Year", "Scope 1", "Scope 2", "Total"),
        ("2021", "2100", "900", "3000"),
        ("2023", "1800", "500", "2300"),
    )
    assert texts(read_as(tmp_path, "xlsx", TITLE, table)) == []


@pytest.mark.parametrize("format_", ALL)
def test_of_two_columns_of_references_the_nearer_is_the_actions(tmp_path: Path, format_: str) -> None:
    rows = [("P1", "Out and about", f"P1.{at}", job, "Parks") for at, job in enumerate(JOBS, 1)]
    table = grid(header("Priority ref", "Priority", "Action ref", "Action", "Owner"), *rows)
    assert refs(read_as(tmp_path, format_, TITLE, table)) == ["P1.1", "P1.2", "P1.3"]


@pytest.mark.parametrize("format_", ALL)
def test_specific_measurable_and_time_bound_head_columns(tmp_path: Path, format_: str) -> None:
    names = header("Specific", "Measurable", "Achievable", "Relevant", "Time-bound", "Responsible")
    rows = [(job, "Twenty people come", "Money found", "Asked for", "May 2027", "Parks") for job in JOBS]
    plan = read_as(tmp_path, format_, TITLE, grid(names, *rows))
    assert texts(plan) == list(JOBS)
    assert set(measures(plan)) == {"Twenty people come"}
    assert when(plan) == ["May 2027"] * 3


@pytest.mark.parametrize("format_", SPANNED)
def test_a_column_nobody_knows_that_reaches_over_actions(tmp_path: Path, format_: str) -> None:
    rows = (
        header("Footpath family", "Action", "Lead"),
        (Cell("River paths", rows=2), JOBS[0], "Parks"),
        (JOBS[1], "Parish Council"),
        (Cell("Hill paths"), JOBS[2], "Parks"),
    )
    plan = read_as(tmp_path, format_, TITLE, Grid(rows, (3, 5, 3)))
    assert paths(plan) == [("River paths",), ("River paths",), ("Hill paths",)]


@pytest.mark.parametrize("format_", ("csv", "xlsx"))
def test_outcomes_before_the_actions_stand_over_them(tmp_path: Path, format_: str) -> None:
    table = grid(
        header("Outcome", "Action", "Lead"),
        ("Company", JOBS[0], "Parks"),
        ("", JOBS[1], "Parish Council"),
        ("Rest", JOBS[2], "Parks"),
    )
    assert paths(read_as(tmp_path, format_, table)) == [("Company",), ("Company",), ("Rest",)]


@pytest.mark.parametrize("format_", ("docx", "html", "pdf", "odt"))
def test_deliverables_under_ambitions_are_what_is_done(tmp_path: Path, format_: str) -> None:
    rows = (
        header("Our ambition", "Key deliverables", "Lead"),
        (Cell("Ambition 1: People meet each other", rows=2), JOBS[0], "Parks"),
        (JOBS[1], "Parish Council"),
        (Cell("Ambition 2: People can rest"), JOBS[2], "Parks"),
    )
    plan = read_as(tmp_path, format_, TITLE, Grid(rows, (4, 5, 3)))
    assert texts(plan) == list(JOBS)
    assert {path[-1] for path in paths(plan)} == {"People meet each other", "People can rest"}


@pytest.mark.parametrize("format_", ("docx", "html", "pdf", "odt"))
def test_the_theme_stands_where_the_column_would_be_named(tmp_path: Path, format_: str) -> None:
    tables = [
        grid(
            header(f"Theme {at}: {name}", "Lead", "By when"),
            (job, "Parks", "May 2027"),
            (f"{job} too", "Parks", "2028"),
        )
        for at, (name, job) in enumerate(zip(("Company", "Rest"), JOBS, strict=False), 1)
    ]
    plan = read_as(tmp_path, format_, TITLE, *tables)
    assert texts(plan) == [JOBS[0], f"{JOBS[0]} too", JOBS[1], f"{JOBS[1]} too"]
    assert paths(plan) == [("Company",)] * 2 + [("Rest",)] * 2


@pytest.mark.parametrize("format_", ("docx", "html", "odt"))
def test_a_card_tells_why_above_its_actions_and_success_beneath(tmp_path: Path, format_: str) -> None:
    card = Grid(
        (
            (Cell("Priority 1: Company", columns=3),),
            ("Why is this important?", Cell("Many people live alone.", columns=2)),
            header("Actions", "Lead", "Date"),
            (JOBS[0], "Parks", "May 2027"),
            (JOBS[1], "Parish Council", "2028"),
            ("What will success look like?", Cell("Nobody eats alone on Sunday", columns=2)),
        ),
        (5, 3, 3),
    )
    plan = read_as(tmp_path, format_, TITLE, card)
    assert texts(plan) == list(JOBS[:2])
    assert paths(plan) == [("Company",)] * 2
    assert "Nobody eats alone on Sunday" in notes(plan)


@pytest.mark.parametrize("format_", ALL)
def test_a_column_of_actions_for_each_year(tmp_path: Path, format_: str) -> None:
    names = header("Theme", "Actions 2026/27", "Lead", "Actions 2027/28", "Lead")
    table = grid(
        names,
        ("Company", JOBS[0], "Parks", JOBS[1], "Parish Council"),
        ("Rest", JOBS[2], "Parks", "Mend benches by the lake", "Highways"),
    )
    plan = read_as(tmp_path, format_, TITLE, table)
    assert texts(plan) == [*JOBS, "Mend benches by the lake"]
    assert when(plan) == ["2026/27", "2027/28"] * 2
    assert owners(plan) == [["Parks"], ["Parish Council"], ["Parks"], ["Highways"]]


@pytest.mark.parametrize("format_", ALL)
def test_by_over_dates_says_when(tmp_path: Path, format_: str) -> None:
    rows = [
        (job, "Parks", date) for job, date in zip(JOBS, ("May 2027", "2026/27", "Spring 2028"), strict=True)
    ]
    plan = read_as(tmp_path, format_, TITLE, grid(header("Action", "Who", "By"), *rows))
    assert when(plan) == ["May 2027", "2026/27", "Spring 2028"]


def test_who_and_when_in_brackets_in_the_actions_cell(tmp_path: Path) -> None:
    rows = [(f"{job} (Lead: Parish Council, by May 2027)", "People meet") for job in JOBS]
    plan = read_as(
        tmp_path, "docx", TITLE, grid(header("What we will do", "What difference it will make"), *rows)
    )
    assert texts(plan) == list(JOBS)
    assert owners(plan) == [["Parish Council"]] * 3
    assert when(plan) == ["by May 2027"] * 3


def test_chapters_before_the_plan_are_no_headings_of_it(tmp_path: Path) -> None:
    figures = grid(header("Ward", "2021", "2023"), ("North", "12", "14"))
    plan = read_as(
        tmp_path,
        "docx",
        TITLE,
        Heading("What the figures say"),
        figures,
        Heading("Our action plan"),
        grid(header("Action", "Lead"), *((job, "Parks") for job in JOBS)),
    )
    assert paths(plan) == [()] * 3


def test_a_folded_part_with_headings_is_a_section(tmp_path: Path) -> None:
    parts = "".join(
        f"<details><summary>{name}</summary><h3>{job}</h3><p>Lead: Parks<br>By when: 2027</p></details>"
        for name, job in zip(("Company", "Rest"), JOBS, strict=False)
    )
    plan = read_file(tmp_path, "plan.html", f"<h1>Oakmere plan</h1>{parts}")
    assert texts(plan) == list(JOBS[:2])
    assert paths(plan) == [("Company",), ("Rest",)]


def test_items_that_end_with_who_and_when_after_dashes(tmp_path: Path) -> None:
    lines = [f"{at}. {job} - Parks Service - by May 2027" for at, job in enumerate(JOBS, 1)]
    plan = read_file(tmp_path, "plan.txt", "Oakmere plan\n\nTheme 1 - Company\n" + "\n".join(lines) + "\n")
    assert texts(plan) == list(JOBS)
    assert owners(plan) == [["Parks Service"]] * 3
    assert when(plan) == ["by May 2027"] * 3
