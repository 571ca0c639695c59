"""CSV and Excel after a person, or a spreadsheet program, has worked on them."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from exchange_plans import PLANS
from hypothesis import HealthCheck, given, settings

from turntide.exchange.csv_table import bare, from_csv, guarded, to_csv
from turntide.exchange.errors import ExchangeError
from turntide.exchange.sources import without_sources
from turntide.exchange.workbook import from_workbook_bytes, to_workbook
from turntide.plan.model import Action, Body, Heading, Plan, Remark, Timescale, Weighting

PLAN = Plan(
    title="Healthy Tarrow",
    levels=("Theme", "Action"),
    headings=(Heading("1", "Theme", "Places"), Heading("2", "Action", "Streets", parent="1")),
    actions=(
        Action(
            "a",
            "=Widen the path",
            under="2",
            leads=(Body("Parks"), Body("Housing\nteam")),
            timescale=Timescale("2025/26", "2025-04-01", "2026-03-31"),
            weightings=(Weighting("Year 1", "5%", 5.0), Weighting("Year 2", "most", 60.0)),
            remarks=(Remark("Ward", "Millside"), Remark("Status", "see minutes")),
        ),
    ),
)


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def written(lines: list[list[str]], separator: str = ",") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(lines)
    return out.getvalue()


def test_an_action_row_can_be_read_by_a_person() -> None:
    heads, *rows = cells(to_csv(PLAN))
    row = dict(zip(heads, next(row for row in rows if row[0] == "action"), strict=True))
    assert heads[0] == "turntide-plan/1"
    assert row["Theme"] == "Places"
    assert row["Level: Action"] == "Streets"
    assert row["Action"] == "'=Widen the path"
    assert row["Leads"] == "Parks\nHousing\\nteam"
    assert (row["Weight: Year 1"], row["Weight: Year 2"]) == ("5%", "most | per cent: 60")
    assert (row["Ward"], row["Remark: Status"]) == ("Millside", "see minutes")


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(PLANS)
def test_no_cell_of_the_csv_begins_as_a_formula(plan: Plan) -> None:
    assert not [
        cell for row in cells(to_csv(plan)) for cell in row if cell[:1] in tuple("=+-@\t\r\n") and cell
    ]


@pytest.mark.parametrize(
    "text", ["=1", "'=1", "''=1", "'so'", "-", "+44", "@x", "\tx", "", "'", "x=1", "＝1"]
)
def test_a_guarded_cell_is_bared_to_itself(text: str) -> None:
    assert bare(guarded(text)) == text


@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_a_table_saved_with_another_separator_and_a_mark_is_read(separator: str) -> None:
    assert from_csv("\ufeff" + written(cells(to_csv(PLAN)), separator)) == PLAN


def test_dates_a_spreadsheet_has_turned_round_are_turned_back() -> None:
    text = to_csv(PLAN).replace("2025-04-01", "01/04/2025").replace("2026-03-31", "31/3/2026")
    assert from_csv(text) == PLAN


def test_an_action_added_by_its_levels_finds_its_heading_and_gets_a_free_id() -> None:
    heads, *rows = cells(to_csv(PLAN))
    added = {heads[0]: "action", "Theme": "Places", "Level: Action": "Streets", "Action": "Plant trees"}
    text = written([heads, *rows, [added.get(head, "") for head in heads], ["", ""]])
    assert from_csv(text).actions[-1] == Action("action-1", "Plant trees", under="2")


def test_an_action_added_under_no_known_heading_is_refused_with_its_row() -> None:
    heads, *rows = cells(to_csv(PLAN))
    added = {heads[0]: "action", "Theme": "Plaices", "Action": "Plant trees"}
    with pytest.raises(ExchangeError, match=rf"^Row {len(rows) + 2}: no heading row has the texts"):
        from_csv(written([heads, *rows, [added.get(head, "") for head in heads]]))


def test_a_column_that_a_person_has_added_is_kept_as_a_remark() -> None:
    lines = cells(to_csv(PLAN))
    text = written(
        [[*lines[0], "My view"], *([*line, "good" if line[0] == "action" else ""] for line in lines[1:])]
    )
    assert from_csv(text).actions[0].remarks[-1] == Remark("My view", "good")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("\r\naction,", "\r\nactoin,"), "Row 7: 'actoin' is no kind of row"),
        (("most | per cent: 60", "most"), "Row 7, Weight: Year 2: 'most' says no share"),
        (("most | per cent: 60", "most | per cent: all"), "Row 7, Weight: Year 2: 'all' is not a number"),
        (("Parks", "Parks | boss: x"), "Row 7, Leads: “boss” is no label known here"),
        (("turntide-plan/1", "Ref"), "This is not a table of the standard"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_row(change: tuple[str, str], sentence: str) -> None:
    with pytest.raises(ExchangeError) as raised:
        from_csv(to_csv(PLAN).replace(*change))
    assert str(raised.value).startswith(sentence)


def test_a_workbook_is_laid_out_for_a_person_and_holds_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(PLAN)))
    assert book.sheetnames == ["Actions", "Headings", "About"]
    actions = book["Actions"]
    assert [cell.value for cell in actions[1]][:3] == ["Theme", "Level: Action", "Action"]
    assert actions.freeze_panes == "A2"
    assert {cell.data_type for row in actions for cell in row if cell.value} == {"s"}
    assert actions["C2"].value == "=Widen the path"


def test_a_workbook_saved_again_by_another_program_is_read() -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(PLAN)))
    book["Actions"].append(["Places", "Streets", "Plant 40 trees"])
    out = io.BytesIO()
    book.save(out)
    plan = from_workbook_bytes(out.getvalue())
    assert plan.actions[:-1] == PLAN.actions
    assert plan.actions[-1] == Action("action-1", "Plant 40 trees", under="2")


def test_a_text_longer_than_a_cell_can_hold_goes_on_beside_it() -> None:
    plan = Plan(actions=(Action("a", "long \\x text\n😀" * 5_000), Action("b", "short")))
    assert from_workbook_bytes(to_workbook(plan)) == plan


def test_the_same_plan_gives_the_same_workbook_with_or_without_sources() -> None:
    assert to_workbook(PLAN) == to_workbook(without_sources(PLAN))


def test_a_workbook_that_is_not_ours_is_refused() -> None:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    with pytest.raises(ExchangeError, match="not of the standard"):
        from_workbook_bytes(out.getvalue())
    with pytest.raises(ExchangeError, match="damaged"):
        from_workbook_bytes(to_workbook(PLAN)[:900])
