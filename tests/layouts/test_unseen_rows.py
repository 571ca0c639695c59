"""What stands over, beneath and inside the rows of actions: groups, updates, times, lists."""

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
    owners,
    paths,
    read_as,
    read_file,
    refs,
    texts,
    when,
)

TITLE = Heading("Millbrook ageing well plan", 0)
JOBS = (
    "Offer a falls check at home",
    "Train ten walk leaders",
    "Open the hall on Sundays",
    "Lend out tablets",
)


@pytest.mark.parametrize("format_", ("docx", "html", "odt", "xlsx"))
def test_a_cell_nobody_knows_stands_over_several_actions(tmp_path: Path, format_: str) -> None:
    hopes = ("I can get about", "I have company")
    rows = (
        (Cell(hopes[0], rows=2), JOBS[0], "Health Trust", "2027"),
        (JOBS[1], "Parks", "2027"),
        (Cell(hopes[1], rows=2), JOBS[2], "Parks", "2028"),
        (JOBS[3], "Libraries", "2028"),
    )
    heads = header("What matters in later life", "Steps we will take", "Who", "By when")
    plan = read_as(tmp_path, format_, TITLE, Grid((heads, *rows), (2, 3, 2, 1)))
    assert texts(plan) == list(JOBS)
    assert paths(plan) == [(hopes[0],), (hopes[0],), (hopes[1],), (hopes[1],)]


@pytest.mark.parametrize("format_", ("docx", "html", "odt"))
def test_an_update_in_a_row_beneath_each_action(tmp_path: Path, format_: str) -> None:
    rows: list[tuple[Cell | str, ...]] = []
    for at, job in enumerate(JOBS, 1):
        rows.append((str(at), job, "Parks", "May 2027", "On track"))
        rows.append((Cell(f"Update: {at} sessions held so far", columns=5),))
    table = grid(header("Ref", "Action", "Lead", "By when", "Status"), *rows)
    plan = read_as(tmp_path, format_, TITLE, table)
    assert texts(plan) == list(JOBS)
    assert refs(plan) == ["1", "2", "3", "4"]
    assert [[told.text for told in action.progress] for action in plan.actions] == [
        [f"{at} sessions held so far"] for at in (1, 2, 3, 4)
    ]


@pytest.mark.parametrize("format_", SPANNED)
def test_rows_that_say_when(tmp_path: Path, format_: str) -> None:
    rows: tuple[tuple[Cell | str, ...], ...] = (
        (Cell("Short term (0-12 months)", columns=2),),
        *((job, "Parks") for job in JOBS[:2]),
        (Cell("Long term (3-5 years)", columns=2),),
        *((job, "Parks") for job in JOBS[2:]),
    )
    plan = read_as(tmp_path, format_, TITLE, Grid((header("Action", "Lead"), *rows), (3, 2)))
    assert texts(plan) == list(JOBS)
    assert when(plan) == ["Short term (0-12 months)"] * 2 + ["Long term (3-5 years)"] * 2


def test_a_list_of_actions_in_one_cell(tmp_path: Path) -> None:
    table = (
        "<table><tr><th>Outcome</th><th>Actions</th><th>Lead</th><th>Timescale</th></tr>"
        "<tr><td>Outcome 1: older people get about</td><td><ul><li>Offer a falls check at home</li>"
        "<li>Train ten walk leaders</li></ul></td><td>Health Trust</td><td>2027</td></tr>"
        "<tr><td>Outcome 2: older people have company</td><td><ul><li>Open the hall on Sundays</li>"
        "<li>Provide tablets on loan</li></ul></td><td>Parks</td><td>2028</td></tr></table>"
    )
    plan = read_file(tmp_path, "plan.html", f"<html><body><h1>Ageing well plan</h1>{table}</body></html>")
    assert texts(plan) == [*JOBS[:3], "Provide tablets on loan"]
    assert owners(plan) == [["Health Trust"]] * 2 + [["Parks"]] * 2
    assert [path[-1] for path in paths(plan)] == ["older people get about"] * 2 + [
        "older people have company"
    ] * 2


def test_a_list_in_the_cell_of_a_numbered_action_is_one_action(tmp_path: Path) -> None:
    table = (
        "<table><tr><th>Ref</th><th>Actions</th><th>Lead</th></tr>"
        "<tr><td>1</td><td><ul><li>Offer a falls check</li><li>Train walk leaders</li></ul></td><td>Parks</td></tr>"
        "<tr><td>2</td><td><ul><li>Open the hall</li><li>Provide tablets</li></ul></td><td>Parks</td></tr></table>"
    )
    plan = read_file(tmp_path, "plan.html", f"<html><body><h1>Ageing well plan</h1>{table}</body></html>")
    assert refs(plan) == ["1", "2"]


def test_minute_numbers_are_references(tmp_path: Path) -> None:
    rows = [(f"{14 + at}/26", job, "Parks", "May 2027") for at, job in enumerate(JOBS)]
    plan = read_as(tmp_path, "xlsx", grid(header("Minute ref", "Action", "Owner", "Due date"), *rows))
    assert refs(plan) == ["14/26", "15/26", "16/26", "17/26"]


def test_a_share_done_is_no_status(tmp_path: Path) -> None:
    rows = [(job, "Parks", f"{at}0%", "On track") for at, job in enumerate(JOBS, 1)]
    plan = read_as(tmp_path, "docx", TITLE, grid(header("Action", "Owner", "% complete", "Status"), *rows))
    assert [action.status.wording if action.status else None for action in plan.actions] == ["On track"] * 4


def test_a_form_over_a_table_tells_of_its_section(tmp_path: Path) -> None:
    def part(number: int, jobs: tuple[str, ...]) -> tuple[Grid, ...]:
        form = grid(
            (Cell(f"Priority {number}: Stronger for longer, part {number}", columns=2),),
            ("Strategic lead", "Director of Health"),
            ("What will success look like?", "Fewer people fall"),
        )
        return form, grid(header("Action", "Who", "By when"), *((job, "Parks", "2027") for job in jobs))

    from made_plans import Text

    one, two = part(1, JOBS[:2]), part(2, JOBS[2:])
    plan = read_as(tmp_path, "docx", TITLE, one[0], Text(""), one[1], Text(""), two[0], Text(""), two[1])
    assert texts(plan) == list(JOBS)
    assert [path[-1] for path in paths(plan)] == [f"Stronger for longer, part {n}" for n in (1, 1, 2, 2)]
    assert owners(plan) == [["Parks"]] * 4
