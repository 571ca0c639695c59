"""References that restart, skip, nest or are glued to what they number."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import ALL, SPANNED, Bullet, Cell, Heading, grid, header, owners, paths, read_as, refs, texts

TITLE = Heading("Out and about in Wexcombe: action plan", 0)
COLUMNS = ("No.", "Action", "Lead")
ACTIONS = (
    ("Plant fruit trees in school grounds", "Parks"),
    ("Offer free swimming lessons to carers", "Leisure Trust"),
    ("Map the benches in the town", "Public Health"),
    ("Hold a walking festival in May", "Leisure Trust"),
)


@pytest.mark.parametrize("format_", ALL)
def test_numbers_restart_under_each_heading(tmp_path: Path, format_: str) -> None:
    first = grid(header(*COLUMNS), ("1", *ACTIONS[0]), ("2", *ACTIONS[1]), widths=(0.6, 3, 2))
    second = grid(header(*COLUMNS), ("1", *ACTIONS[2]), ("2", *ACTIONS[3]), widths=(0.6, 3, 2))
    plan = read_as(tmp_path, format_, TITLE, Heading("Outdoors"), first, Heading("Together"), second)
    assert refs(plan) == ["1", "2", "1", "2"]
    assert texts(plan) == [text for text, _ in ACTIONS]
    assert paths(plan) == [("Outdoors",), ("Outdoors",), ("Together",), ("Together",)]
    assert len({action.id for action in plan.actions}) == 4


@pytest.mark.parametrize("format_", ALL)
def test_numbers_that_skip_stay_as_they_are(tmp_path: Path, format_: str) -> None:
    rows = [(ref, *action) for ref, action in zip(("1", "2", "5", "11"), ACTIONS, strict=True)]
    plan = read_as(tmp_path, format_, grid(header(*COLUMNS), *rows, widths=(0.6, 3, 2)))
    assert refs(plan) == ["1", "2", "5", "11"]
    assert owners(plan) == [[lead] for _, lead in ACTIONS]


@pytest.mark.parametrize(
    ("numbers", "glue"),
    (
        (("1", "2", "3", "4"), " - "),
        (("1", "2", "3", "4"), ". "),
        (("1.1", "1.2", "1.3", "2.1"), " "),
        (("1.a", "1.b", "2.a", "2.b"), " "),
        (("P1.F2.A1", "P1.F2.A2", "P1.F3.A1", "P2.F1.A1"), " "),
        (("CS 1", "CS 2", "CS 3", "CS 5"), " "),
        (("Q1", "Q2", "Q3", "Q4"), ": "),
    ),
)
def test_a_reference_glued_to_its_title_is_set_apart(
    tmp_path: Path, numbers: tuple[str, ...], glue: str
) -> None:
    rows = [(f"{number}{glue}{text}", lead) for number, (text, lead) in zip(numbers, ACTIONS, strict=True)]
    plan = read_as(tmp_path, "docx", grid(header("Action", "Lead"), *rows))
    assert refs(plan) == list(numbers)
    assert texts(plan) == [text for text, _ in ACTIONS]


@pytest.mark.parametrize("format_", SPANNED)
def test_sub_actions_a_to_e_stand_under_the_action_that_names_them(tmp_path: Path, format_: str) -> None:
    letters = "abcde"
    jobs = ("Audit every crossing", "Mend dropped kerbs", "Cut back hedges", "Move bins", "Publish a map")
    leads = ("Highways", "Highways", "Parks", "Waste", "Communications")
    parent = "1. Clear the way for wheelchairs and prams"
    rows = [(f"{letter}) {job}", lead) for letter, job, lead in zip(letters, jobs, leads, strict=True)]
    table = grid(header("Action", "Sub-actions", "Lead"), (Cell(parent, rows=5), *rows[0]), *rows[1:])
    plan = read_as(tmp_path, format_, table)
    assert refs(plan) == list(letters)
    assert texts(plan) == list(jobs)
    assert owners(plan) == [[lead] for lead in leads]
    assert all("Clear the way for wheelchairs and prams" in path[-1] for path in paths(plan))


def test_sub_actions_in_an_outline(tmp_path: Path) -> None:
    jobs = ("Audit every crossing", "Mend the dropped kerbs", "Cut back the hedges")
    bullets = [Bullet(f"{letter}) {job}", 1) for letter, job in zip("abc", jobs, strict=True)]
    plan = read_as(tmp_path, "docx", TITLE, Heading("1. Clear the way for wheelchairs"), *bullets)
    assert refs(plan) == ["a", "b", "c"]
    assert texts(plan) == list(jobs)
    assert all("Clear the way for wheelchairs" in path[-1] for path in paths(plan))
