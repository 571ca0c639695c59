"""The review: choose a cell, see what it became; choose an action, its cells light up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from intakes_read import reading_of
from site_cast import Cast

from turntide.web.intake.looking.places import name_of, units_in
from turntide.web.intake.models import Intake

BringIn = Callable[..., Intake]


def page(client: Client, intake: Intake, query: str = "") -> Any:
    answer = client.get(f"{intake.get_absolute_url()}{query}")
    assert answer.status_code == 200
    return answer.context["page"]


def cells(review: Any) -> dict[str, Any]:
    found = {}
    for block in review.source:
        if block.paragraph:
            found[block.paragraph.cell.name] = block.paragraph.cell
        for row in block.table.rows if block.table else ():
            found |= {cell.name: cell for cell in row.cells if cell}
    return found


def test_a_cell_tells_what_it_became(read: BringIn, as_editor: Client) -> None:
    review = page(as_editor, read(), "?cell=t1r2c2")
    assert [(one.tag, one.text) for one in review.chosen.became] == [
        ("Action", "Open the towpath to wheels and walkers")
    ]
    assert cells(review)["t1r2c2"].chosen
    assert review.chosen.column.heading == "Action"


def test_an_action_lights_up_its_cells_and_no_others(read: BringIn, as_editor: Client) -> None:
    intake = read()
    action = reading_of(intake)["actions"][1]
    review = page(as_editor, intake, f"?thing={action['id']}")
    lit = {name for name, cell in cells(review).items() if cell.belongs}
    assert lit == {name_of(unit) for unit in units_in(action)}
    assert lit >= {"t1r3c1", "t1r3c2", "t1r3c5"}


@pytest.mark.parametrize(
    "name", ["tarrow-active-plan.docx", "wexcombe-year-plan.pdf", "wexcombe-year-plan.xlsx"]
)
def test_every_word_of_the_document_is_shown_in_some_part(
    name: str, read: BringIn, as_editor: Client
) -> None:
    intake = read("", name)
    shown: dict[str, str] = {}
    for part in page(as_editor, intake).part_links:
        for cell_name, cell in cells(page(as_editor, intake, f"?part={part.number}")).items():
            shown[cell_name] = "".join(run.text for one in cell.stretches for run in one.runs)
    for unit, text in page(as_editor, intake).document.texts.items():
        if text.strip():
            assert shown[name_of(unit)] == text


@pytest.mark.parametrize("name", ["tarrow-active-plan.docx", "wexcombe-year-plan.pdf"])
def test_every_cell_and_action_can_be_chosen(name: str, read: BringIn, as_editor: Client) -> None:
    intake = read("", name)
    for action in reading_of(intake)["actions"]:
        review = page(as_editor, intake, f"?thing={action['id']}")
        assert review.chosen.thing.id == action["id"]
        assert any(cell.belongs for cell in cells(review).values())
    for cell_name in list(cells(page(as_editor, intake)))[::5]:
        assert page(as_editor, intake, f"?cell={cell_name}").chosen is not None


@pytest.mark.parametrize(
    "query", ["?cell=t9r9c9", "?cell=x", "?thing=none", "?part=99", "?part=-1", "?finding=x", "?kind=x"]
)
def test_an_address_that_leads_nowhere_shows_the_review(query: str, read: BringIn, as_editor: Client) -> None:
    assert page(as_editor, read(), query).chosen is None


def test_markup_in_a_document_is_shown_as_text(read: BringIn, as_editor: Client) -> None:
    intake = read(
        "# Plan\n\n- Teach <script>alert(1)</script> safe play to every child\n- Open the pool to all\n"
    )
    shown = as_editor.get(f"{intake.get_absolute_url()}?cell=p2").content.decode()
    assert "<script>alert" not in shown


def long_plan(rows: int) -> str:
    lines = ["| No | Action | Lead | By when |", "|---|---|---|---|"]
    lines += [
        f"| {at} | Open stretch {at} of the path to all | Tarrow Parks | 2026/27 |"
        for at in range(1, rows + 1)
    ]
    return "\n".join(lines)


def test_a_longer_plan_takes_no_more_queries_and_no_longer_page(
    read: BringIn, as_editor: Client, django_assert_max_num_queries: Any
) -> None:
    sizes = []
    for rows in (150, 450):
        intake = read(long_plan(rows))
        page(as_editor, intake)
        with django_assert_max_num_queries(12):
            answer = as_editor.get(f"{intake.get_absolute_url()}?part=1")
        sizes.append(len(answer.content))
    assert sizes[1] < sizes[0] * 1.1


def test_the_list_takes_the_same_queries_however_long(
    waiting: BringIn, as_editor: Client, cast: Cast, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    counts = []
    for more in (1, 6):
        for _each in range(more):
            waiting()
        with CaptureQueriesContext(
            connection,
        ) as made:
            as_editor.get(reverse("intakes", args=["tarrow"]))
        counts.append(len(made))
    assert counts[0] == counts[1]
