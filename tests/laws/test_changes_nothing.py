"""What says nothing changes nothing: blank rows and columns, a repeated header, a page break, the order of rows,
and the format the plan is set in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from held import held
from hypothesis import given
from hypothesis import strategies as st
from made_files import BARE_PAGE, FORMATS, gist, read_in
from made_plans import Block, Grid, Heading, Style, Text, grid, header, pdf_of
from made_words import Mint

from turntide.documents.document import Cell, Document, Layout
from turntide.documents.opening import open_here
from turntide.plan.model import Plan
from turntide.reading.reading import read

some = held(8)
HEADS = ("Ref", "Objective", "Action", "Lead", "By when", "Measure of success", "Status")
TITLE = Heading("Tarrow Active Plan 2026 to 2029", 0)
VERBS = ("Open", "Build", "Plant", "Train", "Ask", "Agree", "Offer", "Repair")
STATUSES = ("In progress", "Complete", "Not started")

Line = tuple[str, ...]


@st.composite
def plans(draw: st.DrawFn, least: int = 3) -> list[Line]:
    """The rows of a plan: objectives over several actions, each with its own words in every column."""
    mint = Mint()
    rows: list[Line] = []
    height = draw(st.integers(least, 9))
    objectives = [mint.fill("Safer {} for {}") for _ in range(draw(st.integers(1, 3)))]
    starts = sorted({0, *draw(st.lists(st.integers(0, height - 1), max_size=len(objectives) - 1))})
    for row in range(height):
        at = sum(start <= row for start in starts) - 1
        rows.append(
            (
                f"{at + 1}.{row + 1}",
                objectives[at],
                mint.fill(f"{draw(st.sampled_from(VERBS))} the {{}} path with {{}} and {{}}"),
                mint.fill(draw(st.sampled_from(("{} Council", "{} Trust", "Public Health {}")))),
                draw(st.sampled_from(("March 2027", "2026/27", "June 2028", "By December 2026", "Ongoing"))),
                mint.fill("More {} use the {}"),
                draw(st.sampled_from(STATUSES)),
            )
        )
    return rows


def table(rows: list[Line], *, heads: Line = HEADS) -> Grid:
    return grid(header(*heads), *rows)


def told(plan: Plan) -> list[dict[str, Any]]:
    """What each action says, the dates worked out among it."""
    dates = [
        (action.timescale.start, action.timescale.end) if action.timescale else None
        for action in plan.actions
    ]
    return [said | {"dates": date} for said, date in zip(gist(plan), dates, strict=True)]


def wanted(rows: list[Line]) -> list[tuple[str | None, ...]]:
    """The rows as their reading must say them."""
    return list(rows)


def got(plan: Plan) -> list[tuple[str | None, ...]]:
    """The actions of a plan as rows under the same headings."""
    return [
        (
            said["ref"],
            " / ".join(said["path"]),
            said["text"],
            "; ".join(said["owners"]),
            said["when"],
            said["measure"],
            said["status"],
        )
        for said in gist(plan)
    ]


@pytest.mark.parametrize("format_", FORMATS)
@some
@given(rows=plans())
def test_every_format_gives_the_plan_that_was_written(format_: str, rows: list[Line]) -> None:
    plan = read_in(format_, (TITLE, table(rows))).plan
    assert got(plan) == wanted(rows)
    assert plan.title == TITLE.text
    assert told(plan) == told(read_in("docx", (TITLE, table(rows))).plan)


@some
@given(data=st.data())
def test_rows_in_another_order_are_the_same_actions_in_that_order(data: st.DataObject) -> None:
    format_ = data.draw(st.sampled_from(FORMATS))
    rows = data.draw(data.draw(st.just(plans(least=4))).flatmap(st.permutations))
    assert got(read_in(format_, (TITLE, table(rows))).plan) == wanted(rows)


@pytest.mark.parametrize("format_", FORMATS)
@some
@given(data=st.data())
def test_blank_rows_and_columns_change_nothing(format_: str, data: st.DataObject) -> None:
    rows = data.draw(plans())
    at_rows = data.draw(st.lists(st.integers(0, len(rows)), max_size=3))
    at_columns = data.draw(st.lists(st.integers(0, len(HEADS)), max_size=2))
    padded = list(rows)
    heads: Line = HEADS
    for at in at_rows:
        padded.insert(at, ("",) * len(HEADS))
    for at in at_columns:
        padded = [(*row[:at], "", *row[at:]) for row in padded]
        heads = (*heads[:at], "", *heads[at:])
    plan = read_in(format_, (TITLE, table(padded, heads=heads))).plan
    assert told(plan) == told(read_in(format_, (TITLE, table(rows))).plan)


@pytest.mark.parametrize("format_", ("docx", "html", "odt", "md", "csv", "txt"))
@some
@given(data=st.data())
def test_blank_paragraphs_change_nothing(format_: str, data: st.DataObject) -> None:
    rows = data.draw(plans())
    blank: list[Block] = [Text("") for _ in range(data.draw(st.integers(1, 3)))]
    plan = read_in(format_, (*blank, TITLE, *blank, table(rows), *blank)).plan
    assert told(plan) == told(read_in(format_, (TITLE, table(rows))).plan)


@pytest.mark.parametrize("format_", FORMATS)
@some
@given(data=st.data())
def test_a_header_repeated_among_the_rows_changes_nothing(format_: str, data: st.DataObject) -> None:
    rows = data.draw(plans())
    after = data.draw(st.integers(1, len(rows) - 1))
    repeated = grid(header(*HEADS), *rows[:after], header(*HEADS), *rows[after:])
    plan = read_in(format_, (TITLE, repeated)).plan
    assert told(plan) == told(read_in(format_, (TITLE, table(rows))).plan)


def broken(rows: list[Line], after: int, repeat: bool) -> Document:
    """The table laid out with a page break after so many rows."""
    layout = Layout("plan.docx", "docx", repr(rows).encode())
    layout.paragraph(TITLE.text)
    for number, part in enumerate((rows[:after], rows[after:])):
        heads = [HEADS] if repeat or not number else []
        cells = [
            Cell(row, column, text)
            for row, line in enumerate([*heads, *part], start=1)
            for column, text in enumerate(line, start=1)
        ]
        layout.table(cells, after_break=bool(number), page=number + 1)
    return layout.document()


@some
@given(data=st.data(), repeat=st.booleans())
def test_a_page_break_between_any_two_rows_changes_nothing(data: st.DataObject, repeat: bool) -> None:
    rows = data.draw(plans())
    after = data.draw(st.integers(1, len(rows) - 1))
    assert got(read(broken(rows, after, repeat)).plan) == wanted(rows)


@some
@given(data=st.data())
def test_a_blank_line_for_a_page_break_in_text_changes_nothing(data: st.DataObject) -> None:
    rows = data.draw(plans())
    after = data.draw(st.integers(1, len(rows) - 1))
    parts = [[HEADS, *rows[:after]], rows[after:]]
    text = "\n\n".join("\n".join("\t".join(row) for row in part) for part in parts)
    reading = read(open_here(f"{TITLE.text}\n\n{text}\n".encode(), "plan.txt"))
    assert got(reading.plan) == wanted(rows)


@pytest.mark.parametrize("ruled", (True, False), ids=("ruled", "without rulings"))
@some
@given(data=st.data(), repeat=st.booleans())
def test_a_page_break_in_a_pdf_changes_nothing(data: st.DataObject, repeat: bool, ruled: bool) -> None:
    rows = data.draw(plans(least=5))
    prose = [Text(Mint().fill("{} and {} by the {} quay.")) for _ in range(data.draw(st.integers(8, 24)))]
    style: Style = replace(BARE_PAGE, repeat_header=repeat, ruled=ruled)
    content = pdf_of((TITLE, *prose, table(rows)), style)
    assert got(read(open_here(content, "plan.pdf")).plan) == wanted(rows)
