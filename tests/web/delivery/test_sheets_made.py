"""A person's sheet, as it is made for them: for the eye, the ear and the printer, and safe to open."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from delivery_fixtures import Asked
from django.urls import reverse
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from partner import opened_by
from sheets_by_hand import HEADINGS_ROW, InHand

from turntide.web.delivery.services.sheets import sheet_for
from turntide.web.delivery.store.sheets.columns import ACTIONS, MEASURES, MILESTONES, REACHED, TABLES, Holds
from turntide.web.mail.letters import Enclosure
from turntide.web.plans.models import Measure, Milestone


@pytest.fixture
def enclosed(asked: Asked) -> Enclosure:
    """Ray's sheet, of actions with milestones and measures."""
    for request in asked.requests(asked.ray):
        action = request.action
        Milestone.objects.create(action=action, text="=Design agreed", due="2026-12-01")
        Milestone.objects.create(action=action, text="Reports", cadence="quarterly")
        Measure.objects.create(action=action, text="+People counted", target="400")
    return sheet_for(asked.of(asked.ray))


@pytest.fixture
def hand(enclosed: Enclosure) -> InHand:
    return InHand(enclosed.body)


def shown(hand: InHand) -> list[Worksheet]:
    return [page for page in hand.book.worksheets if page.sheet_state == "visible"]


def words(page: Worksheet) -> str:
    return " ".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value)


def test_it_is_a_file_with_a_name(enclosed: Enclosure) -> None:
    assert enclosed.name == "tarrow-october-to-december-ray-okoro.xlsx"
    assert enclosed.media_type.endswith("spreadsheetml.sheet")
    assert enclosed.body.startswith(b"PK")


def test_it_says_what_it_is_and_how_it_is_filled_in(hand: InHand, asked: Asked) -> None:
    first, *tables = shown(hand)
    assert first["A1"].value == "Tarrow: updates for October to December, from Ray Okoro"
    assert "Fill in the white cells" in words(first)
    assert str(asked.round.due_on.year) in words(first)
    assert "It will be done in time." in words(first)
    assert [page["A1"].value.split(":")[0] for page in tables] == [str(table.title) for table in TABLES]


def test_it_can_be_read_aloud(hand: InHand) -> None:
    assert [list(page.tables) for page in shown(hand)] == [[], *([table.name] for table in TABLES)]
    for page in shown(hand):
        assert not page.merged_cells.ranges


def test_it_holds_every_action_asked_and_no_other(hand: InHand, asked: Asked) -> None:
    page, at = hand.page(ACTIONS), hand.columns(ACTIONS)["action"]
    told = [page.cell(row, at).value for row in range(HEADINGS_ROW + 1, page.max_row + 1)]
    assert told == [request.action.text for request in asked.requests(asked.ray)]


def test_a_milestone_that_only_says_how_often_is_not_asked_for(hand: InHand) -> None:
    assert "=Design agreed" in words(hand.page(MILESTONES))
    assert "Reports" not in words(hand.page(MILESTONES))
    assert "+People counted" in words(hand.page(MEASURES))


def test_only_what_is_to_be_filled_in_is_open_and_no_password_is_needed(hand: InHand) -> None:
    for table in TABLES:
        page, at = hand.page(table), hand.columns(table)
        assert page.protection.sheet and not page.protection.password
        for column in table.columns:
            assert page.cell(HEADINGS_ROW + 1, at[column.key]).protection.locked is not column.filled


def test_dates_are_dates_and_text_is_text(hand: InHand) -> None:
    for table in TABLES:
        for column in table.columns:
            cell = hand.page(table).cell(HEADINGS_ROW + 1, hand.columns(table)[column.key])
            if column.holds in (Holds.DATE, Holds.SHOWN_DATE):
                assert cell.number_format == "dd mmmm yyyy"
            elif column.holds in (Holds.TEXT, Holds.SHOWN):
                assert cell.number_format == "@"
            assert cell.data_type != "f"


def test_it_prints_on_a4_with_its_headings_on_every_page(hand: InHand) -> None:
    for table in TABLES:
        page = hand.page(table)
        assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
        assert page.print_title_rows == f"${HEADINGS_ROW}:${HEADINGS_ROW}"
        assert page.freeze_panes == f"C{HEADINGS_ROW + 1}"


def test_cells_offer_what_may_be_chosen(hand: InHand) -> None:
    offered: dict[tuple[str, str], list[Any]] = {}
    for table in (ACTIONS, MILESTONES, MEASURES, REACHED):
        for rule in hand.page(table).data_validations.dataValidation:
            offered.setdefault((table.name, rule.type), []).append(rule)
    assert set(offered) >= {
        ("Actions", "list"),
        ("Actions", "date"),
        ("Milestones", "date"),
        ("Reached", "whole"),
    }
    lists = {values(hand, rule.formula1) for rule in offered["Actions", "list"]}
    assert ("Red", "Amber", "Green") in lists and ("Yes",) in lists


def values(hand: InHand, source: str) -> tuple[Any, ...]:
    name, cells = source.strip("=").split("!")
    return tuple(cell.value for (cell,) in hand.book[name][cells.replace("$", "")]) if ":" in cells else ()


def test_what_tells_it_again_is_hidden_from_people(hand: InHand) -> None:
    assert hand.book["turntide"].sheet_state == "veryHidden"
    for table in TABLES:
        page, at = hand.page(table), hand.columns(table)["mark"]
        assert page.column_dimensions[get_column_letter(at)].hidden
        assert page.row_dimensions[HEADINGS_ROW - 1].hidden


def test_looking_at_it_writes_nothing_and_head_is_answered(asked: Asked) -> None:
    client = opened_by(asked.of(asked.ray))
    assert client.head(reverse("answer_sheet")).status_code == 200
    assert openpyxl.load_workbook(io.BytesIO(client.get(reverse("answer_sheet")).content)).sheetnames
    assert not asked.round.place.originals.exists()
