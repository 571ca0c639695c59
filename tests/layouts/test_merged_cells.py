"""Cells merged over rows, cells that fell out, and one cell typed over several rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import (
    ALL,
    SPANNED,
    Cell,
    Grid,
    Row,
    grid,
    header,
    owners,
    paths,
    read_as,
    read_file,
    texts,
    when,
)

COLUMNS = ("Objective", "Action", "Lead", "By when")
PARKS = "Make the parks welcoming after dark"
FOOD = "Help families to eat well on a small budget"
ACTIONS = (
    (PARKS, "Light the path by the pond", "Parks", "2026/27"),
    (PARKS, "Move the benches nearer to the gate", "Parks", "2027/28"),
    (PARKS, "Open the café kiosk on winter evenings", "Leisure Trust", "2026/27"),
    (FOOD, "Run cooking evenings in the family hubs", "Public Health", "2027/28"),
    (FOOD, "Map every food bank and pantry", "Voluntary Action", "2026/27"),
)
WIDTHS = (2.5, 3, 1.5, 1.2)


def merged() -> Grid:
    """Each objective is one cell over its rows."""
    rows: list[Row] = [
        (Cell(PARKS, rows=3), *ACTIONS[0][1:]),
        ACTIONS[1][1:],
        ACTIONS[2][1:],
        (Cell(FOOD, rows=2), *ACTIONS[3][1:]),
        ACTIONS[4][1:],
    ]
    return grid(header(*COLUMNS), *rows, widths=WIDTHS)


def tabbed(*rows: tuple[str, ...]) -> str:
    return "\n".join("\t".join(row) for row in (COLUMNS, *rows)) + "\n"


@pytest.mark.parametrize("format_", ALL)
def test_a_merged_objective_stands_over_all_its_actions(tmp_path: Path, format_: str) -> None:
    plan = read_as(tmp_path, format_, merged())
    assert texts(plan) == [row[1] for row in ACTIONS]
    assert paths(plan) == [(row[0],) for row in ACTIONS]
    assert owners(plan) == [[row[2]] for row in ACTIONS]
    assert when(plan) == [row[3] for row in ACTIONS]


def test_a_merged_objective_left_its_rows_short(tmp_path: Path) -> None:
    """An extractor dropped the covered cell, so that the rest slid to the left."""
    content = tabbed(ACTIONS[0], ACTIONS[1][1:], ACTIONS[2][1:], ACTIONS[3], ACTIONS[4][1:])
    plan = read_file(tmp_path, "plan.txt", content)
    assert texts(plan) == [row[1] for row in ACTIONS]
    assert paths(plan) == [(row[0],) for row in ACTIONS]
    assert owners(plan) == [[row[2]] for row in ACTIONS]
    assert when(plan) == [row[3] for row in ACTIONS]


def test_html_rows_are_short_without_a_row_span(tmp_path: Path) -> None:
    shown = (ACTIONS[0], ACTIONS[1][1:], ACTIONS[2][1:], ACTIONS[3], ACTIONS[4][1:])
    head = "".join(f"<th>{name}</th>" for name in COLUMNS)
    body = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in shown)
    plan = read_file(tmp_path, "plan.html", f"<table><tr>{head}</tr>{body}</table>")
    assert texts(plan) == [row[1] for row in ACTIONS]
    assert paths(plan) == [(row[0],) for row in ACTIONS]
    assert when(plan) == [row[3] for row in ACTIONS]


def test_a_cell_dropped_from_the_middle_of_a_row(tmp_path: Path) -> None:
    """A row that lost its lead keeps its date in the column of dates, and names nobody."""
    short = (PARKS, "Repaint the gates", "2027/28")
    plan = read_file(tmp_path, "plan.txt", tabbed(*ACTIONS[:3], short, *ACTIONS[3:]))
    assert texts(plan)[3] == "Repaint the gates"
    assert owners(plan)[3] == []
    assert when(plan)[3] == "2027/28"
    assert paths(plan)[3] == (PARKS,)


@pytest.mark.parametrize("format_", ("xlsx", "csv", "html", "docx", "txt"))
def test_one_cell_is_several_visual_rows(tmp_path: Path, format_: str) -> None:
    """Someone pressed Enter into the row beneath instead of wrapping the cell."""
    table = grid(
        header("Ref", "Action", "Lead", "By when"),
        ("1", "Open the school grounds to", "Schools and", "2026/27"),
        ("", "walking groups at weekends", "Early Years", ""),
        ("2", "Light the path by the pond", "Parks", "2027/28"),
        ("3", "Run cooking evenings in the", "Public Health", "2026/27"),
        ("", "family hubs and the", "", ""),
        ("", "village halls", "", ""),
        ("4", "Map every food bank", "Parks", "2027/28"),
    )
    plan = read_as(tmp_path, format_, table)
    assert texts(plan) == [
        "Open the school grounds to walking groups at weekends",
        "Light the path by the pond",
        "Run cooking evenings in the family hubs and the village halls",
        "Map every food bank",
    ]
    assert owners(plan) == [["Schools and Early Years"], ["Parks"], ["Public Health"], ["Parks"]]
    assert when(plan) == ["2026/27", "2027/28", "2026/27", "2027/28"]


@pytest.mark.parametrize("format_", SPANNED)
def test_a_heading_over_the_full_width_is_no_action(tmp_path: Path, format_: str) -> None:
    rows: list[Row] = [(Cell("Priority 1: Parks", columns=3),), *(row[1:] for row in ACTIONS[:3])]
    rows += [(Cell("Priority 2: Food", columns=3),), *(row[1:] for row in ACTIONS[3:])]
    plan = read_as(tmp_path, format_, grid(header(*COLUMNS[1:]), *rows, widths=WIDTHS[1:]))
    assert texts(plan) == [row[1] for row in ACTIONS]
    assert [("Parks" in path[0], "Food" in path[0]) for path in paths(plan)] == [(True, False)] * 3 + [
        (False, True)
    ] * 2


@pytest.mark.parametrize("format_", SPANNED)
def test_a_lead_merged_over_rows_leads_each_of_them(tmp_path: Path, format_: str) -> None:
    table = grid(
        header("Ref", "Action", "Lead", "By when"),
        ("1", "Light the path by the pond", Cell("Parks", rows=2), "2026/27"),
        ("2", "Move the benches nearer to the gate", "2027/28"),
        ("3", "Run cooking evenings in the hubs", "Public Health", "2026/27"),
        widths=(0.6, 3, 2, 1.5),
    )
    plan = read_as(tmp_path, format_, table)
    assert owners(plan) == [["Parks"], ["Parks"], ["Public Health"]]
    assert when(plan) == ["2026/27", "2027/28", "2026/27"]
