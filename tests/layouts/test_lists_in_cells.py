"""Milestones and measures listed in one cell, short forms with a legend, and remarks in cells of fields."""

from __future__ import annotations

import pytest
from made_documents import document, read
from made_plans import notes, owners, words_of

from turntide.documents.document import Document, Layout
from turntide.plan.model import Plan

COLUMNS = ("Ref", "Action", "Lead", "Milestones", "Measure of success", "By when")


def plan_with(milestones: str, measures: str = "More walkers", lead: str = "Parks", when: str = "") -> Plan:
    return read(one_row(milestones, measures, lead, when)).plan


def one_row(milestones: str, measures: str = "More walkers", lead: str = "Parks", when: str = "") -> Document:
    return document(COLUMNS, [("1", "Open the towpath gate", lead, milestones, measures, when)])


@pytest.mark.parametrize(
    ("cell", "entries"),
    [
        ("• Gate bought\n• Gate hung", ["Gate bought", "Gate hung"]),
        ("1. Gate bought\n2. Gate hung", ["Gate bought", "Gate hung"]),
        ("1. Gate bought 2. Gate hung", ["Gate bought", "Gate hung"]),
        ("a) Gate bought\nb) Gate hung", ["Gate bought", "Gate hung"]),
        ("By spring: • Gate bought • Gate hung", ["By spring:", "Gate bought", "Gate hung"]),
    ],
)
def test_each_entry_of_a_list_is_one_and_the_cell_s_wording_stays(cell: str, entries: list[str]) -> None:
    plan = plan_with(cell, cell)
    (action,) = plan.actions
    whole = " ".join(cell.split())
    assert [step.text for step in action.milestones] == entries
    assert [step.wording for step in action.milestones] == [whole] + [None] * (len(entries) - 1)
    assert [measure.text for measure in action.measures] == entries
    assert action.measures[0].wording == whole
    assert plan.unplaced == ()


@pytest.mark.parametrize("cell", ["1. Gate bought\n2. Gate hung", "• Gate bought\n• Gate hung"])
def test_the_whole_list_has_its_place_and_each_entry_its_own(cell: str) -> None:
    laid_out = one_row(cell)
    (action,) = read(laid_out).plan.actions
    whole = dict(action.sources)["milestones"]
    assert [laid_out.text_at(spot) for spot in whole.spots] == [cell]
    for step in action.milestones:
        assert step.source and [laid_out.text_at(spot) for spot in step.source.spots] == [step.text]


@pytest.mark.parametrize(
    "cell",
    [
        "Gate bought in spring\nand hung by June",
        "1. Gate bought",
        "Gate bought",
        "Repairs at lock 12. Paint follows by May",
    ],
)
def test_what_is_no_list_stays_one(cell: str) -> None:
    (action,) = plan_with(cell).actions
    assert [step.text for step in action.milestones] == [" ".join(cell.split())]
    assert action.milestones[0].wording is None
    assert "milestones" not in dict(action.sources)


def with_legend(when: str, legend: str) -> Plan:
    layout = Layout("plan.docx", "docx", repr((when, legend)).encode())
    table = one_row("Gate bought", when=when).tables[0]
    layout.table(table.cells)
    layout.paragraph(legend)
    return read(layout.document()).plan


@pytest.mark.parametrize(
    ("when", "legend", "end"),
    [
        ("S", "Timescales: S = by March 2027; M = by March 2029; L = by March 2031", "2027-03-31"),
        ("M", "Timescales: S = by March 2027; M = by March 2029; L = by March 2031", "2029-03-31"),
        ("Long term", "Short (by March 2027), Medium (by March 2029), Long (by March 2031)", "2031-03-31"),
        ("S", "The plan was agreed in March 2027.", None),
    ],
)
def test_a_short_form_is_dated_by_the_plan_s_own_legend(when: str, legend: str, end: str | None) -> None:
    plan = with_legend(when, legend)
    timescale = plan.actions[0].timescale
    assert timescale and (timescale.wording, timescale.end) == (when, end)
    assert legend in words_of(plan)


@pytest.mark.parametrize("field", ["milestones", "measures", "lead"])
def test_a_drafter_s_remark_in_any_cell_is_a_note(field: str) -> None:
    cells = {"milestones": "Gate bought", "measures": "More walkers", "lead": "Parks"}
    plan = plan_with(**{**cells, field: f"{cells[field]}\nJT: is this still ours?"})
    (action,) = plan.actions
    assert [step.text for step in action.milestones] == ["Gate bought"]
    assert [measure.text for measure in action.measures] == ["More walkers"]
    assert owners(plan) == [["Parks"]]
    assert notes(plan, "drafting") == "JT: is this still ours?"
