"""Marks of the page that stand in the middle of a row, and rows that a page cuts in two."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import Style, grid, header, notes, owners, pdf_of, read_file, texts, when, words_of

COLUMNS = ("Ref", "Action", "Who is responsible", "By when")
LONG = (
    "Offer a free place on the balance course to everyone who has been seen by the falls clinic, ring them"
    " after the third week to ask how they find it, and pass on to their surgery what they say"
)
ROWS = (
    ("1", "Build a ramp at the back door of each village hall", "Property Services", "2026/27"),
    ("2", LONG, "Leisure Trust", "March 2027"),
    ("3", "Ask chemists to hand out the list of walks", "Public Health", "Ongoing"),
    ("4", "Start a bowls hour for people who are learning", "Leisure Trust", "2027/28"),
)
WIDTHS = (0.6, 4, 2, 1.2)


def pages(style: Style) -> bytes:
    content = pdf_of((grid(header(*COLUMNS), *ROWS, widths=WIDTHS),), style)
    assert content.count(b"/Type /Page\n") > 1, "the plan has to run over a page for this test"
    return content


@pytest.mark.parametrize("ruled", (True, False), ids=("ruled", "borderless"))
@pytest.mark.parametrize("points", (18, 20, 22))
def test_a_row_cut_by_the_end_of_a_page_is_one_action(tmp_path: Path, ruled: bool, points: int) -> None:
    """Footer and page number stand between the halves and in neither."""
    style = Style(ruled=ruled, points=points, paper=(842, 300), running_footer="Draft v2 for comment")
    plan = read_file(tmp_path, "plan.pdf", pages(style))
    assert texts(plan) == [row[1] for row in ROWS]
    assert owners(plan) == [[row[2]] for row in ROWS]
    assert when(plan) == [row[3] for row in ROWS]
    assert "Draft v2 for comment" in notes(plan, "running")


def test_a_watermark_across_the_table_is_in_no_cell(tmp_path: Path) -> None:
    content = pdf_of((grid(header(*COLUMNS), *ROWS, widths=WIDTHS),), Style(watermark="DRAFT"))
    plan = read_file(tmp_path, "plan.pdf", content)
    assert texts(plan) == [row[1] for row in ROWS]
    assert owners(plan) == [[row[2]] for row in ROWS]
    assert "DRAFT" in words_of(plan)


@pytest.mark.parametrize("mark", ("Page 3 of 9", "3", "DRAFT", "Draft v3 – for consultation"))
def test_a_page_mark_in_extracted_text_is_in_no_action(tmp_path: Path, mark: str) -> None:
    """The mark stands where each page ended: once between two rows, once in the middle of one."""
    first, rest = LONG.split(" clinic, ", 1)
    lines = [
        "\t".join(COLUMNS),
        "\t".join(ROWS[0]),
        f"2\t{first}\tLeisure Trust\tMarch 2027",
        "",
        mark,
        "",
        f"\tclinic, {rest}\t\t",
        "\t".join(ROWS[2]),
        "",
        mark.replace("3 of", "4 of") if mark != "3" else "4",
        "",
        "\t".join(ROWS[3]),
    ]
    plan = read_file(tmp_path, "plan.txt", "\n".join(lines) + "\n")
    assert texts(plan) == [row[1] for row in ROWS]
    assert owners(plan) == [[row[2]] for row in ROWS]
    assert mark in words_of(plan)


def test_a_footnote_in_the_middle_of_a_row_is_in_no_action(tmp_path: Path) -> None:
    first, rest = LONG.split(" clinic, ", 1)
    lines = [
        "\t".join(COLUMNS),
        "\t".join(ROWS[0]),
        f"2\t{first}\tLeisure Trust\tMarch 2027",
        "",
        "¹ Figures are those of the hospital for 2025.",
        "",
        f"\tclinic, {rest}\t\t",
        "\t".join(ROWS[2]),
        "\t".join(ROWS[3]),
    ]
    plan = read_file(tmp_path, "plan.txt", "\n".join(lines) + "\n")
    assert texts(plan) == [row[1] for row in ROWS]
    assert "Figures are those of the hospital for 2025." in notes(plan)
