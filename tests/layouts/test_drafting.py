"""What drafters leave in a plan: struck dates, questions, gaps to fill, blank rows, totals that do not add up."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import (
    ALL,
    Cell,
    Heading,
    Sheet,
    Text,
    content_of,
    grid,
    header,
    measures,
    notes,
    read_as,
    read_file,
    refs,
    texts,
    when,
    words_of,
    xlsx_of,
)

COLUMNS = ("Ref", "Action", "Lead", "By when", "Measure of success")
ROWS = (
    ("1", "Open the towpath gate at weekends", "Canal Trust", "March 2026", "Five hundred walkers a week"),
    ("2", "Train walk leaders in every village", "Leisure Trust", "June 2026", "Two leaders in each village"),
    ("3", "Plant forty trees by the ring road", "Parks", "2026/27", "Shade on half of the footway"),
)


@pytest.mark.parametrize("format_", ("docx", "xlsx", "html"))
def test_a_struck_out_date_gives_way_to_the_new_one(tmp_path: Path, format_: str) -> None:
    moved = (*ROWS[0][:3], Cell("March 2026 September 2026", struck="March 2026"), ROWS[0][4])
    plan = read_as(tmp_path, format_, grid(header(*COLUMNS), moved, *ROWS[1:]))
    assert when(plan) == ["September 2026", "June 2026", "2026/27"]
    assert "March 2026" in notes(plan, "deleted")
    timescale = plan.actions[0].timescale
    assert timescale and timescale.end and timescale.end.startswith("2026-09")


@pytest.mark.parametrize(
    "question",
    (
        "JT - is this still ours?",
        "?? Check with parks",
        "[AB to confirm the wording]",
        "*REWRITE SO THAT IT FITS THE AIM",
        "Note to KS: should this move to the food group?",
    ),
)
@pytest.mark.parametrize("format_", ("docx", "xlsx", "html", "odt"))
def test_a_drafter_s_question_in_a_cell_is_a_note(tmp_path: Path, format_: str, question: str) -> None:
    asked = (ROWS[0][0], f"{ROWS[0][1]}\n{question}", *ROWS[0][2:])
    plan = read_as(tmp_path, format_, grid(header(*COLUMNS), asked, *ROWS[1:]))
    assert texts(plan) == [row[1] for row in ROWS]
    assert question.strip("[]*? ") in notes(plan, "drafting")
    assert [note.about for note in plan.notes if note.kind == "drafting"] == [plan.actions[0].id]


def test_a_question_that_is_an_action_s_own_words_stays(tmp_path: Path) -> None:
    own = ("1", "Ask residents: what would help you to walk more?", *ROWS[0][2:])
    plan = read_as(tmp_path, "docx", grid(header(*COLUMNS), own, *ROWS[1:]))
    assert texts(plan)[0] == own[1]


@pytest.mark.parametrize("format_", ALL)
def test_a_percentage_yet_to_be_filled_in_stays_as_it_is(tmp_path: Path, format_: str) -> None:
    gap = (*ROWS[0][:4], "Increase the number of walkers by X%")
    table = grid(header(*COLUMNS), gap, *ROWS[1:], widths=(0.5, 3, 1.5, 1.2, 2.5))
    assert measures(read_as(tmp_path, format_, table))[0] == "Increase the number of walkers by X%"


@pytest.mark.parametrize("format_", ("docx", "xlsx", "html", "csv"))
def test_a_weighting_yet_to_be_filled_in_gives_no_number(tmp_path: Path, format_: str) -> None:
    table = grid(
        header("Proposal ID", "Recommendation", "Year 1 weighting", "Year 2 weighting"),
        ("1", "Hold doorstep evenings", "60%", "X%"),
        ("2", "Open a small grants pot", "40%", "X%"),
    )
    plan = read_as(tmp_path, format_, table)
    assert [action.weights for action in plan.actions] == [{"Year 1": 60.0}, {"Year 1": 40.0}]
    assert "X%" in words_of(plan)


@pytest.mark.parametrize("format_", ("docx", "xlsx", "html", "csv", "txt", "odt"))
def test_hundreds_of_blank_rows_give_nothing(tmp_path: Path, format_: str) -> None:
    blank = ("",) * 5
    plan = read_as(
        tmp_path, format_, grid(header(*COLUMNS), *ROWS, *[blank] * (300 if format_ == "csv" else 60))
    )
    assert refs(plan) == ["1", "2", "3"]
    assert plan.unplaced == ()


def test_hundreds_of_ruled_rows_below_a_sheet_give_nothing(tmp_path: Path) -> None:
    sheet = Sheet("Plan", (grid(header(*COLUMNS), *ROWS),), blank_rows_after=800)
    plan = read_file(tmp_path, "plan.xlsx", xlsx_of([sheet]))
    assert texts(plan) == [row[1] for row in ROWS]
    assert plan.unplaced == ()


@pytest.mark.parametrize("format_", ("docx", "xlsx", "html", "csv", "pdf", "md"))
def test_a_total_that_differs_from_the_rows_is_no_action(tmp_path: Path, format_: str) -> None:
    table = grid(
        header("Proposal ID", "Recommendation", "Year 1 weighting", "Year 2 weighting"),
        ("1", "Hold doorstep evenings", "55%", "20%"),
        ("2", "Open a small grants pot", "40%", "80%"),
        ("", "Total", "100%", "100%"),
    )
    plan = read_as(tmp_path, format_, table)
    assert texts(plan) == ["Hold doorstep evenings", "Open a small grants pot"]
    assert [action.weights for action in plan.actions] == [
        {"Year 1": 55.0, "Year 2": 20.0},
        {"Year 1": 40.0, "Year 2": 80.0},
    ]
    assert "Total" in words_of(plan)


@pytest.mark.parametrize("format_", ("docx", "html", "md", "txt", "pdf"))
def test_a_stated_number_of_actions_makes_none(tmp_path: Path, format_: str) -> None:
    stated = Text("This plan holds 12 actions under one priority.")
    table = grid(header(*COLUMNS), *ROWS, widths=(0.5, 3, 1.5, 1.2, 2.5))
    plan = read_as(tmp_path, format_, Heading("Out and about"), stated, table)
    assert len(plan.actions) == 3
    assert stated.text in words_of(plan)


def test_the_same_file_gives_the_same_reading(tmp_path: Path) -> None:
    content = content_of("docx", (grid(header(*COLUMNS), *ROWS),))
    assert read_file(tmp_path, "plan.docx", content) == read_file(tmp_path, "plan.docx", content)


@pytest.mark.parametrize(
    "wording",
    (
        "2022/23",
        "2022/24",
        "end of 2010 / 11",
        "2014 - 2016",
        "Dec 2018 to April 2020",
        "End of April 2027",
        "Feb & Oct",
        "Annual review in May",
        "annually",
        "On-going",
        "By March 2025",
        "Spring 2025",
        "Q2 (01.07.26–30.09.26)",
        "19-25 May 2027",
        "27.11.2026",
        "Short term (by March 2027)",
        "1-3 Years",
        "Approx. 5 Years",
        "12 months",
        "Within six months of the new council",
    ),
)
def test_every_wording_of_when_stays_as_it_is(tmp_path: Path, wording: str) -> None:
    dated = (*ROWS[0][:3], wording, ROWS[0][4])
    plan = read_as(tmp_path, "docx", grid(header(*COLUMNS), dated, *ROWS[1:]))
    assert when(plan)[0] == wording


def test_a_financial_year_runs_from_april_to_march(tmp_path: Path) -> None:
    plan = read_as(tmp_path, "docx", grid(header(*COLUMNS), *ROWS))
    timescale = plan.actions[2].timescale
    assert timescale and (timescale.start, timescale.end) == ("2026-04-01", "2027-03-31")


@pytest.mark.parametrize("cadence", ("Quarterly updates", "6monthly updates", "Annual report"))
def test_a_milestone_that_is_a_cadence(tmp_path: Path, cadence: str) -> None:
    table = grid(
        header("Ref", "Action", "Lead", "Milestones"),
        ("1", "Open the towpath gate", "Canal Trust", cadence),
        ("2", "Train walk leaders", "Leisure Trust", "First course complete by June"),
    )
    plan = read_as(tmp_path, "docx", table)
    assert plan.actions[0].milestones[0].text == cadence
    assert plan.actions[0].milestones[0].cadence
    assert plan.actions[1].milestones[0].cadence is None
