"""Column headings that are met in every shape but the plain one."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import (
    ALL,
    SPANNED,
    Cell,
    Heading,
    Sheet,
    Style,
    Text,
    grid,
    header,
    measures,
    owners,
    paths,
    pdf_of,
    read_as,
    read_file,
    refs,
    texts,
    when,
    xlsx_of,
)

from turntide.plan.model import Plan

COLUMNS = ("Ref", "What we will do", "Responsibility", "By when", "Measure of success")
ROWS = tuple(
    (f"{number}", text, owner, date, measure)
    for number, (text, owner, date, measure) in enumerate(
        (
            ("Build a crossing outside the library", "Highways", "March 2027", "Nobody waits over a minute"),
            ("Plant forty trees along the ring road", "Parks", "2026/27", "Shade on half of the footway"),
            ("Open the towpath gate at weekends", "Canal Trust", "Ongoing", "Five hundred walkers a week"),
            ("Train walk leaders in every village", "Leisure Trust", "June 2026", "Two leaders a village"),
            ("Lend scooters to pupils of Mill Lane school", "Schools", "2027/28", "Fewer cars at the gate"),
            ("Paint a measured mile in the park", "Parks", "Spring 2027", "The mile is walked each day"),
        ),
        start=1,
    )
)
TITLE = Heading("Out and about in Wexcombe: action plan", 0)
WIDTHS = (0.7, 3, 1.6, 1.2, 2.4)


def assert_all_rows(plan: Plan) -> None:
    got = list(zip(refs(plan), texts(plan), owners(plan), when(plan), measures(plan), strict=True))
    assert got == [(ref, text, [owner], date, measure) for ref, text, owner, date, measure in ROWS]


@pytest.mark.parametrize("format_", ALL)
def test_a_plain_header_names_every_column(tmp_path: Path, format_: str) -> None:
    assert_all_rows(read_as(tmp_path, format_, grid(header(*COLUMNS), *ROWS, widths=WIDTHS)))


def test_the_header_stands_on_the_first_page_only(tmp_path: Path) -> None:
    long = Style(repeat_header=False, points=19, paper=(842, 420))
    content = pdf_of((grid(header(*COLUMNS), *ROWS, widths=WIDTHS),), long)
    assert content.count(b"/Type /Page\n") > 1
    assert_all_rows(read_file(tmp_path, "plan.pdf", content))


def test_the_header_is_repeated_and_wraps_on_every_page(tmp_path: Path) -> None:
    content = pdf_of((grid(header(*COLUMNS), *ROWS, widths=WIDTHS),), Style(points=19, paper=(842, 420)))
    assert_all_rows(read_file(tmp_path, "plan.pdf", content))


@pytest.mark.parametrize("format_", ("docx", "xlsx", "html", "csv", "odt", "txt"))
def test_the_header_is_repeated_among_the_rows(tmp_path: Path, format_: str) -> None:
    table = grid(header(*COLUMNS), *ROWS[:3], tuple(COLUMNS), *ROWS[3:])
    assert_all_rows(read_as(tmp_path, format_, table))


@pytest.mark.parametrize("format_", ("docx", "xlsx", "html", "csv", "txt"))
def test_the_header_is_split_inside_its_words(tmp_path: Path, format_: str) -> None:
    split = ("Re f", "What we wi ll do", "Respons ibility", "By wh en", "Measure of succ ess")
    assert_all_rows(read_as(tmp_path, format_, grid(header(*split), *ROWS)))


@pytest.mark.parametrize("format_", SPANNED)
def test_a_title_row_stands_above_the_header_in_the_same_table(tmp_path: Path, format_: str) -> None:
    title = (Cell("Wexcombe action plan 2026/27", columns=5, header=True),)
    plan = read_as(tmp_path, format_, grid(title, header(*COLUMNS), *ROWS, widths=WIDTHS))
    assert plan.title == "Wexcombe action plan 2026/27"
    assert_all_rows(plan)


@pytest.mark.parametrize("format_", ("docx", "xlsx", "html", "odt"))
def test_a_title_overlaps_the_header(tmp_path: Path, format_: str) -> None:
    top = (Cell("Wexcombe action plan 2026/27", columns=2, header=True), *tall(COLUMNS[2:]))
    plan = read_as(tmp_path, format_, grid(top, header(*COLUMNS[:2]), *ROWS))
    assert "Wexcombe action plan 2026/27" in (plan.title or "")
    assert_all_rows(plan)


def tall(columns: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(Cell(column, rows=2, header=True) for column in columns)


def test_a_sheet_begins_lower_and_further_right(tmp_path: Path) -> None:
    blocks = (Heading("Wexcombe action plan 2026/27", 0), grid(header(*COLUMNS), *ROWS))
    plan = read_file(tmp_path, "plan.xlsx", xlsx_of([Sheet("Plan", blocks, first_row=3, first_column=4)]))
    assert plan.title == "Wexcombe action plan 2026/27"
    assert_all_rows(plan)


@pytest.mark.parametrize("format_", ("docx", "html", "xlsx", "md", "odt"))
def test_the_column_count_falls_from_seven_to_three(tmp_path: Path, format_: str) -> None:
    wide = grid(
        header("Ref", "Objective", "Action", "Lead", "By when", "Milestones", "Measure of success"),
        (
            "1",
            "Cleaner air",
            "Plant hedges by schools",
            "Parks",
            "2027",
            "Sites chosen",
            "Less soot at gates",
        ),
        (
            "2",
            "Quieter roads",
            "Lower the speed on Mill Lane",
            "Highways",
            "2028",
            "Signs up",
            "Slower traffic",
        ),
    )
    narrow = grid(
        header("Action", "Lead", "By when"),
        ("Mend the pump track", "Leisure Trust", "Summer 2027"),
        ("Light the bowls green", "Parks", "2028"),
    )
    plan = read_as(tmp_path, format_, TITLE, Heading("Streets"), wide, Heading("Play"), narrow)
    assert texts(plan)[2:] == ["Mend the pump track", "Light the bowls green"]
    assert owners(plan) == [["Parks"], ["Highways"], ["Leisure Trust"], ["Parks"]]
    assert when(plan) == ["2027", "2028", "Summer 2027", "2028"]
    assert paths(plan)[2] == ("Play",)
    assert refs(plan) == ["1", "2", None, None]


def test_a_table_that_has_no_header_reads_by_what_its_columns_hold(tmp_path: Path) -> None:
    plan = read_as(tmp_path, "docx", Text("Wexcombe action plan"), grid(*ROWS))
    assert texts(plan) == [row[1] for row in ROWS]
    assert refs(plan) == [row[0] for row in ROWS]
    assert when(plan) == [row[3] for row in ROWS]
