from __future__ import annotations

import subprocess
import sys

import pytest
from exchange_plans import PLANS
from hypothesis import HealthCheck, given, settings

from turntide.exchange.frames import NoTableLibrary, tables, to_frame
from turntide.plan.model import Action, Body, Finding, Heading, Milestone, Plan, Timescale, Weighting
from turntide.plan.source import Source, Spot

PLAN = Plan(
    title="Healthy Tarrow",
    levels=("Priority",),
    headings=(Heading("1", "Priority", "Active <places>"), Heading("2", "Priority", "Lives")),
    actions=(
        Action(
            "a",
            "Widen the path",
            ref="1.a",
            under="1",
            leads=(Body("Parks"), Body("Housing")),
            timescale=Timescale("2025/26", "2025-04-01", "2026-03-31"),
            milestones=(Milestone("Surfaced", "2025-06-30"),),
            weightings=(Weighting("Year 1", "5%", 5.0),),
            source=Source("f.xlsx", (Spot(table=1, row=4, column=2, sheet="Plan"),)),
        ),
        Action("b", "Plant trees"),
    ),
    findings=(Finding("no owner", "Nobody is named for “Plant trees”.", "b"),),
)


def test_the_tables_hold_plain_rows_under_the_plans_own_levels() -> None:
    found = tables(PLAN)
    first = found["actions"][0]
    assert first["level: Priority"] == "Active <places>"
    assert first["leads"] == "Parks\nHousing"
    assert (first["start"], first["weight Year 1"]) == ("2025-04-01", 5.0)
    assert first["place"] == "sheet Plan, row 4, column 2"
    assert found["owners"][1] == {"action": "a", "role": "lead", "name": "Housing"}
    assert found["milestones"] == [{"action": "a", "text": "Surfaced", "due": "2025-06-30", "cadence": None}]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(PLANS)
def test_every_table_of_any_plan_becomes_a_frame_in_both_libraries(plan: Plan) -> None:
    for name, rows in tables(plan).items():
        assert len(to_frame(plan, name, "pandas")) == len(rows)
        assert len(to_frame(plan, name, "polars")) == len(rows)


def test_without_a_table_library_one_sentence_says_what_to_install() -> None:
    with pytest.raises(NoTableLibrary, match="needs numbers: install it with “pip install numbers”"):
        to_frame(PLAN, library="numbers")


def test_neither_table_library_is_loaded_until_a_frame_is_asked_for() -> None:
    asked = "import sys, turntide.exchange.frames, turntide.exchange.writing, turntide.exchange.recognising\n"
    heavy = "{'pandas', 'polars', 'openpyxl', 'xlsxwriter', 'lxml'}"
    code = f"{asked}print({heavy} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_a_plan_says_in_a_line_what_it_is() -> None:
    assert repr(PLAN) == "<Plan 'Healthy Tarrow' 2 priorities, 2 actions, 1 finding>"
    assert repr(PLAN.headings[1]) == "<Priority 'Lives'>"
    assert repr(PLAN.actions[0]) == "<Action 1.a 'Widen the path' Parks, Housing · 2025/26>"


def test_a_notebook_shows_every_action_with_its_text_escaped() -> None:
    page = PLAN._repr_html_()
    assert "Active &lt;places&gt;" in page
    assert (
        page.index("Plant trees") < page.index("Active") < page.index("Widen the path") < page.index("Nobody")
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(PLANS)
def test_any_plan_has_a_portrait_on_one_line(plan: Plan) -> None:
    for thing in (plan, *plan.actions, *plan.headings):
        assert "\n" not in repr(thing)
    assert plan._repr_html_().count("<li>") >= len(plan.findings)
