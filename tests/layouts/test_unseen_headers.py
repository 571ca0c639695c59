"""Headers of two rows, titles above headers, rows that only look like headers, tables that hold no action."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import (
    SPANNED,
    Cell,
    Grid,
    Heading,
    grid,
    header,
    milestones,
    owners,
    paths,
    read_as,
    texts,
    when,
)

TITLE = Heading("Wexcombe nature plan", 0)
JOBS = ("Dig two ponds on the common", "Sow a meadow by the bypass", "Plant a hedge along Mill Lane")


def tall(*names: str) -> tuple[Cell, ...]:
    return tuple(Cell(name, rows=2, header=True) for name in names)


@pytest.mark.parametrize("format_", SPANNED)
def test_quarters_under_one_heading(tmp_path: Path, format_: str) -> None:
    top = (*tall("Deliverable", "Lead"), Cell("2026/27 milestones", columns=2, header=True))
    rows = (
        (JOBS[0], "Parks", "Sites agreed", "Ponds dug"),
        (JOBS[1], "Highways", "Seed bought", "Meadow sown"),
        (JOBS[2], "Parks", "Whips ordered", "Hedge planted"),
    )
    plan = read_as(tmp_path, format_, TITLE, Grid((top, header("Q1", "Q2"), *rows), (3, 2, 2, 2)))
    assert texts(plan) == list(JOBS)
    assert milestones(plan) == [
        "Sites agreed Ponds dug",
        "Seed bought Meadow sown",
        "Whips ordered Hedge planted",
    ]


@pytest.mark.parametrize("format_", ("xlsx", "csv"))
def test_a_group_heading_whose_span_is_lost(tmp_path: Path, format_: str) -> None:
    rows = (
        ("Ref", "Action", "Lead", "Delivery year", "", ""),
        ("", "", "", "2026/27", "2027/28", "2028/29"),
        *(
            (str(at + 1), job, "Parks", *("X" if at == year else "" for year in range(3)))
            for at, job in enumerate(JOBS)
        ),
    )
    plan = read_as(tmp_path, format_, grid(*rows))
    assert texts(plan) == list(JOBS)
    assert [("2026/27" in w, "2028/29" in w) for w in map(str, when(plan))] == [
        (True, False),
        (False, False),
        (False, True),
    ]


@pytest.mark.parametrize("format_", ("docx", "html", "odt"))
def test_a_title_row_of_two_cells_names_the_section(tmp_path: Path, format_: str) -> None:
    def table(number: int, job: str) -> Grid:
        title = (
            Cell(f"Priority {number}", header=True),
            Cell(f"Wilder places, part {number}", columns=2, header=True),
        )
        return grid(
            title,
            header("Action", "Lead", "By when"),
            (job, "Parks", "May 2027"),
            (job + " too", "Parks", "2028"),
        )

    plan = read_as(tmp_path, format_, TITLE, table(1, JOBS[0]), table(2, JOBS[1]))
    assert texts(plan) == [JOBS[0], JOBS[0] + " too", JOBS[1], JOBS[1] + " too"]
    assert ["Wilder places, part 1" in path for path in paths(plan)] == [True, True, False, False]
    assert ["Wilder places, part 2" in path for path in paths(plan)] == [False, False, True, True]


def test_a_numbered_title_above_the_header_of_a_sheet(tmp_path: Path) -> None:
    table = grid(
        ("Theme 1: Wilder places", "", ""),
        ("Theme sponsor: Cllr Rowe", "", ""),
        header("Action", "Lead", "By when"),
        *((job, "Parks", "May 2027") for job in JOBS),
    )
    plan = read_as(tmp_path, "xlsx", table)
    assert texts(plan) == list(JOBS)
    assert {path[-1] for path in paths(plan)} == {"Wilder places"}


def test_months_as_columns(tmp_path: Path) -> None:
    months = ("Apr", "May", "Jun", "Jul", "Aug", "Sep")
    rows = [
        (job, "Parks", *("X" if at == month else "" for month in range(6))) for at, job in enumerate(JOBS)
    ]
    plan = read_as(tmp_path, "xlsx", grid(header("Task", "Owner", *months), *rows))
    assert texts(plan) == list(JOBS)
    assert when(plan) == ["Apr", "May", "Jun"]


@pytest.mark.parametrize(
    "apart",
    (
        grid(
            header("Term", "Meaning"),
            ("LCWIP", "A plan for walking and cycling in a town"),
            ("LTN", "A quiet street"),
        ),
        grid(
            header("Version", "Date", "Author", "Change"),
            ("0.1", "03/02/2026", "P. Rao", "First draft for comment by the group"),
            ("0.2", "12/03/2026", "P. Rao", "Changes made after the consultation closed"),
        ),
        grid(
            header("Risk", "Likelihood", "Impact", "Mitigation", "Owner"),
            ("The grant ends early", "3", "4", "Make the case for core money from year one", "Finance"),
            ("Partners lack time", "4", "3", "Meet online and share the load between us", "Parks"),
        ),
        grid(header("Status", "Number of actions", "%"), ("Complete", "3", "25%"), ("At risk", "2", "17%")),
        grid(
            header("Group", "Purpose", "Chair", "Frequency"),
            ("Board", "Owns the plan and holds partners to account", "Cllr Rowe", "Quarterly"),
            ("Delivery Group", "Works through the action plan and reports on it", "Head of Parks", "Monthly"),
        ),
        grid(
            header("Name", "Organisation", "Role"),
            ("P. Rao", "Wexcombe Council", "Chairs the group and writes the plan"),
            ("T. Ellery", "Healthwatch", "Brings the voice of local people"),
        ),
    ),
    ids=("terms", "versions", "risks", "counts", "groups", "members"),
)
def test_tables_beside_the_plan_hold_no_action(tmp_path: Path, apart: Grid) -> None:
    plan_table = grid(header("Action", "Lead", "By when"), *((job, "Parks", "2027") for job in JOBS))
    plan = read_as(tmp_path, "docx", TITLE, apart, Heading("Action plan"), plan_table)
    assert texts(plan) == list(JOBS)
    assert owners(plan) == [["Parks"]] * 3


def test_a_measure_is_an_action_where_somebody_answers_for_it(tmp_path: Path) -> None:
    rows = [(f"M{at}", job, "Parks", "A") for at, job in enumerate(JOBS, 1)]
    plan = read_as(tmp_path, "docx", TITLE, grid(header("No.", "Measure", "Responsible", "Priority"), *rows))
    assert texts(plan) == list(JOBS)
    assert [action.ref for action in plan.actions] == ["M1", "M2", "M3"]
