"""An action as it is typed and as it is held: what stays keeps its source, what is new is read by the library."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from turntide.opening import read_plan
from turntide.plan.model import Action, Body, Money, Progress, Remark, Status, Timescale
from turntide.plan.source import Source
from turntide.web.plans.store.outline import Item, moved
from turntide.web.plans.store.readings import bounds_of
from turntide.web.plans.store.typed import retyped, typed

EXAMPLES = Path(__file__).parents[3] / "examples"
FILES = (
    "tarrow-active-plan.docx",
    "wexcombe-year-plan.xlsx",
    "tarrow-status-report.csv",
    "millbrook-proposals.docx",
)
HERE, THERE = Source("here.docx"), Source("there.docx")


@pytest.mark.parametrize("name", FILES)
def test_what_is_typed_back_as_it_stood_is_the_very_same_action(name: str) -> None:
    plan = read_plan(EXAMPLES / name)
    for action in plan.actions:
        assert retyped(action, typed(action), bounds_of(plan.period)) == action


def test_a_value_keeps_its_source_as_long_as_its_words_stay() -> None:
    action = Action(
        "a", "Open the baths", leads=(Body("Leisure", HERE),), sources=(("text", HERE), ("ref", THERE))
    )
    after = retyped(action, {"text": "Open the lido", "leads": "Parks\nLeisure"})
    assert after.sources == (("ref", THERE),)
    assert after.leads == (Body("Parks"), Body("Leisure", HERE))


def test_new_words_of_when_are_read_and_dates_set_by_hand_stand() -> None:
    action = Action("a", "x", timescale=Timescale("2025/26", "2025-04-01", "2026-03-31", source=HERE))
    assert retyped(action, {"when": "2026/27"}).timescale == Timescale("2026/27", "2026-04-01", "2027-03-31")
    by_hand = retyped(action, {"ends": "2026-01-31"}).timescale
    assert by_hand == Timescale("2025/26", "2025-04-01", "2026-01-31", source=HERE)


def test_a_status_means_what_its_words_say_unless_a_person_says_otherwise() -> None:
    action = Action("a", "x", status=Status("In progress", "delivering", source=HERE))
    assert retyped(action, {"status": "Complete"}).status == Status("Complete", "complete")
    chosen = retyped(action, {"lifecycle": "paused"}).status
    assert chosen == Status("In progress", "paused", source=HERE)


def test_costs_reports_and_remarks_are_read_as_they_would_be_in_a_document() -> None:
    boxes = {
        "money": "£2,000 a year\nThe parks budget\n£1m or £2m",
        "progress": "31 March 2027: ten benches stand\nStill at it",
        "remarks": "Funding: the parks grant\nAsk in May",
    }
    after = retyped(Action("a", "x"), boxes)
    assert after.money == (
        Money("£2,000 a year", 2000.0, "GBP"),
        Money("The parks budget"),
        Money("£1m or £2m"),
    )
    assert after.progress == (
        Progress("31 March 2027: ten benches stand", "2027-03-31"),
        Progress("Still at it"),
    )
    assert after.remarks == (Remark("Funding", "the parks grant"), Remark("", "Ask in May"))
    assert {name: typed(after)[name] for name in boxes} == boxes


def test_a_report_keeps_the_day_of_its_column_when_its_words_are_changed() -> None:
    action = Action("a", "x", progress=(Progress("Ten benches\nstand", "2027-03-31", HERE),))
    assert typed(action)["progress"] == "31 March 2027: Ten benches stand"
    after = retyped(action, {"progress": "31 March 2027: Twelve benches stand"})
    assert [report.dated for report in after.progress] == ["2027-03-31"]
    more = retyped(action, {"progress": "31 March 2027: Ten benches stand\nAll are painted"})
    assert more.progress == (action.progress[0], Progress("All are painted"))


def test_a_remark_stays_under_a_heading_that_holds_a_colon() -> None:
    action = Action(
        "a", "x", remarks=(Remark("Comments: board", "None", HERE), Remark("Comments", "A few", HERE))
    )
    after = retyped(action, {"remarks": "Comments: board: Two\nComments: A few"})
    assert after.remarks == (Remark("Comments: board", "Two"), Remark("Comments", "A few", HERE))


@given(st.lists(st.floats(0, 1, width=16), min_size=1, max_size=8), st.data())
def test_whatever_the_places_were_a_moved_thing_stands_right_after_the_one_it_follows(
    places: list[float], data: st.DataObject
) -> None:
    items = sorted(
        (Item(f"{at:02}", None, place) for at, place in enumerate(places)), key=lambda i: (i.position, i.id)
    )
    moving = data.draw(st.sampled_from(items)).id
    after = data.draw(st.sampled_from([None, *(item.id for item in items if item.id != moving)]))
    now = {item.id: item for item in items} | {item.id: item for item in moved(items, {moving}, after)}
    order = [item.id for item in sorted(now.values(), key=lambda i: (i.position, i.id))]
    staying = [item.id for item in items if item.id != moving]
    at = staying.index(after) + 1 if after else 0
    assert order == [*staying[:at], moving, *staying[at:]]
