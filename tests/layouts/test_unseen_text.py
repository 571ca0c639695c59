"""Text that extractors leave: columns kept apart by spaces, numbered parts between rows, names in lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import grid, header, owners, paths, read_as, read_file, refs, texts, when

JOBS = (
    "Offer a falls check to everyone at home",
    "Train ten leaders for the Sunday walks",
    "Open the hall on Sundays",
)


def test_columns_kept_apart_by_spaces(tmp_path: Path) -> None:
    text = """Millbrook ageing well plan

Ref    Action                      Lead                Timescale     Measure of success
1      Offer a falls check         Health Trust        May 2027      Two hundred checks
       to everyone at home                                           in the year
2      Train ten leaders for       Parks               2026/27       Ten leaders
       the Sunday walks
3      Open the hall on            Parish Council      June 2028     Forty people come
       Sundays                                                       each week
"""
    plan = read_file(tmp_path, "plan.txt", text)
    assert texts(plan) == list(JOBS)
    assert refs(plan) == ["1", "2", "3"]
    assert owners(plan) == [["Health Trust"], ["Parks"], ["Parish Council"]]
    assert when(plan) == ["May 2027", "2026/27", "June 2028"]


def test_numbered_priorities_between_pasted_rows(tmp_path: Path) -> None:
    lines = []
    for number, job in enumerate(JOBS, 1):
        lines += [
            f"Priority {number}: Out and about",
            "",
            "Action\tLead\tTimescale",
            "",
            f"{job}\tParks\t2027",
            "",
        ]
    plan = read_file(tmp_path, "plan.txt", "\n".join(lines))
    assert texts(plan) == list(JOBS)
    assert len({action.under for action in plan.actions}) == 3
    assert {path[-1] for path in paths(plan)} == {"Out and about"}


@pytest.mark.parametrize("joint", (" & ", " and "))
def test_two_names_joined_of_which_one_stands_in_a_list_elsewhere(tmp_path: Path, joint: str) -> None:
    rows = (
        (JOBS[0], "Millbrook ICB, Library Service, Friends of the Green"),
        (JOBS[1], f"Public Health{joint}Millbrook ICB"),
        (JOBS[2], "Public Health, Parish Council, Friends of the Green"),
    )
    plan = read_as(tmp_path, "docx", grid(header("Action", "Who"), *rows))
    assert owners(plan)[1] == ["Public Health", "Millbrook ICB"]


@pytest.mark.parametrize(
    ("heading", "meaning"),
    (
        ("Supporting departments", "partner"),
        ("Responsible team", "lead"),
        ("Implementing agency", "owner"),
        ("Anticipated completion", "timescale"),
        ("Headline actions", "action"),
        ("What difference will this make?", "measure"),
        ("RAG commentary", "progress"),
        ("Number of actions", None),
        ("Last updated", "remark"),
    ),
)
def test_headings_by_their_build(heading: str, meaning: str | None) -> None:
    from turntide.reading.vocabulary import best_meaning

    assert best_meaning(heading)[0] == meaning
