"""The page, the terminal's lines and the JSON of a comparison."""

import json
from dataclasses import replace
from typing import Any

from lxml import html
from tarrow_plan import renumbered, tarrow

from turntide.editions import Change, Comparison, Fate, compare
from turntide.editions.data import to_data, to_json
from turntide.editions.inline import pieces
from turntide.editions.lines import to_lines
from turntide.editions.page import to_html
from turntide.editions.saying import groups
from turntide.plan.model import Action, Body, Heading, Milestone, Period, Plan, Timescale, Weighting

OLD = tarrow()


def within(tree: Any, path: str) -> list[Any]:
    """What an XPath finds, without lxml's many types."""
    return list(tree.xpath(path))


def second() -> Plan:
    """One action reworded, one with another lead and date, one dropped, one added; a heading renamed."""
    first, other, *rest = OLD.actions
    first = replace(first, text="Mark a two-mile loop from the door of every library")
    other = replace(
        other, leads=(Body("Fenby Rowing Club"),), timescale=Timescale("2026/27", "2026-04-01", "2027-03-31")
    )
    added = Action("x", "Hire an <b>otter</b> warden & a boat", under="h1")
    headings = (replace(OLD.headings[0], text="Out of doors"), *OLD.headings[1:])
    new = renumbered(OLD, [first, other, added, *rest[:-1]])
    return replace(new, title="Moving Tarrow on", headings=headings, period=Period("2026/28"))


COMPARED: Comparison = compare(OLD, second())


def test_details_that_changed_are_named_field_by_field() -> None:
    pairing = COMPARED.pairings[1]
    assert set(pairing.changes) == {
        Change("lead", OLD.actions[1].leads[0].name, None),
        Change("lead", None, "Fenby Rowing Club"),
        Change("timescale", "2024/25", "2026/27"),
    }


def test_what_only_bears_another_number_stands_apart() -> None:
    found = {group.name: len(group.pairings) for group in groups(COMPARED)}
    assert found == {"added": 1, "dropped": 1, "reworded": 1, "changed": 1, "renumbered": 6, "same": 31}


def test_every_field_is_compared() -> None:
    was = Action(
        "a", "Plant trees", weightings=(Weighting("Year 1", "5%", 5.0),), milestones=(Milestone("Dig"),)
    )
    now = replace(was, weightings=(Weighting("Year 1", "9%", 9.0),), milestones=(), rationale="Shade")
    found = compare(Plan(actions=(was,)), Plan(actions=(now,))).pairings[0].changes
    assert found == (
        Change("rationale", None, "Shade"),
        Change("milestone", "Dig", None),
        Change("weighting", "Year 1: 5%", "Year 1: 9%"),
    )


def test_a_renamed_heading_is_one_heading_and_moves_nothing() -> None:
    assert COMPARED.headings[0].kind == Fate.REWORDED
    assert not COMPARED.of(Fate.MOVED, Fate.MOVED_AND_REWORDED)


def test_headings_are_added_and_dropped() -> None:
    extra = Heading("h9", "Theme", "Rivers and canals")
    compared = compare(OLD, replace(OLD, headings=(*OLD.headings, extra)))
    assert [p.new for p in compared.headings if p.kind == Fate.ADDED] == [extra]
    back = compare(replace(OLD, headings=(*OLD.headings, extra)), OLD)
    assert [p.old for p in back.headings if p.kind == Fate.DROPPED] == [extra]


def test_the_plan_itself_is_compared() -> None:
    assert set(COMPARED.changes) == {
        Change("title", "Moving Tarrow", "Moving Tarrow on"),
        Change("period", None, "2026/28"),
    }


def test_words_that_went_and_came_are_told_apart() -> None:
    found = [
        (piece.kind, piece.text) for piece in pieces(Change("text", "Mark a mile loop", "Mark a long loop"))
    ]
    assert found == [("kept", "Mark a"), ("gone", "mile"), ("come", "long"), ("kept", "loop")]


def test_the_page_can_be_read_without_colour_or_script() -> None:
    page = to_html(COMPARED)
    tree: Any = html.fromstring(page)
    assert page.startswith("<!DOCTYPE html>")
    assert tree.get("lang") == "en-GB"
    assert not within(tree, "//script|//link|//img")
    assert len(within(tree, "//h1")) == 1
    assert len(within(tree, "//table")) == len(within(tree, "//table/caption"))
    assert not within(tree, "//thead//th[not(@scope)]")
    assert {"two-mile", "Fenby Rowing Club"} <= {ins.text_content() for ins in within(tree, "//ins")}
    ids = within(tree, "//@id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in within(tree, "//a/@href")} <= set(ids)


def test_the_page_escapes_what_plans_say() -> None:
    assert "&lt;b&gt;otter" in to_html(COMPARED)
    assert "<b>otter" not in to_html(COMPARED)


def test_every_action_of_both_editions_is_on_the_page() -> None:
    tree: Any = html.fromstring(to_html(COMPARED))
    text = " ".join(tree.text_content().split())
    assert all(action.text in text for action in (*OLD.actions, *second().actions))


def test_the_lines_say_what_changed_in_words() -> None:
    lines = [text for _, text in to_lines(COMPARED)]
    assert "Moving Tarrow → Moving Tarrow on" in lines
    assert "Added (1)" in lines
    assert "      text: Mark a [-mile-] {+two-mile+} loop from the door of every library" in lines
    assert "      lead: {+Fenby Rowing Club+}" in lines
    assert not any(line.startswith("Unchanged") for line in lines)
    assert any(text.startswith("Unchanged") for _, text in to_lines(COMPARED, unchanged=True))


def test_nothing_changed_is_said() -> None:
    assert ("", "No action changed.") in to_lines(compare(OLD, OLD))


def test_the_data_holds_every_pairing_and_reads_back() -> None:
    data = to_data(COMPARED)
    assert json.loads(to_json(COMPARED)) == data
    assert data["counts"]["added"] == 1
    assert len(data["pairings"]) == len(COMPARED.pairings)
    assert data["pairings"][0]["changes"][0]["field"] == "text"


def test_the_same_editions_give_the_same_bytes() -> None:
    assert to_html(compare(OLD, second())) == to_html(COMPARED)
    assert to_json(compare(OLD, second())) == to_json(COMPARED)
