"""Plans that are no single table: cards, a form per action, a small table per strategy, an outline."""

from __future__ import annotations

from pathlib import Path

import pytest
from examples_of_plans.cards import Card, Section, pdf_of_cards
from made_plans import (
    Block,
    Bullet,
    Grid,
    Heading,
    Text,
    grid,
    header,
    measures,
    owners,
    paths,
    read_as,
    read_file,
    refs,
    texts,
    when,
)

from turntide.plan.model import Plan

ACTIONS = (
    (
        "Streets",
        "S1",
        "Lengthen the green signal at ten crossings",
        "Highways",
        "2026/27",
        "Everyone can cross",
    ),
    ("Streets", "S2", "Put a bench at every second stop", "Highways", "2027/28", "A rest every quarter mile"),
    ("Parks", "P1", "Mark a measured mile in each park", "Parks", "June 2027", "The mile is walked each day"),
    ("Parks", "P2", "Open the bowls green to beginners", "Leisure Trust", "2026/27", "Forty new members"),
)
TITLE = Heading("Out and about in Wexcombe", 0)
LABELS = ("Action number", "Action", "Lead", "Timescale", "Measure of success")


def assert_all(plan: Plan) -> None:
    got = list(
        zip(paths(plan), refs(plan), texts(plan), owners(plan), when(plan), measures(plan), strict=True)
    )
    assert got == [
        ((section,), ref, text, [lead], date, measure) for section, ref, text, lead, date, measure in ACTIONS
    ]


def sections(*parts: tuple[str, tuple[Block, ...]]) -> tuple[Block, ...]:
    return (TITLE, *(block for heading, blocks in parts for block in (Heading(heading), *blocks)))


@pytest.mark.parametrize("format_", ("docx", "html", "odt", "pdf", "md"))
def test_a_form_for_each_action(tmp_path: Path, format_: str) -> None:
    forms = [grid(*zip(LABELS, action[1:], strict=True), widths=(1, 3)) for action in ACTIONS]
    blocks = sections(("Streets", tuple(forms[:2])), ("Parks", tuple(forms[2:])))
    assert_all(read_as(tmp_path, format_, *blocks))


@pytest.mark.parametrize("format_", ("docx", "html", "md", "odt", "xlsx", "csv", "txt", "pdf"))
def test_a_small_table_for_each_strategy(tmp_path: Path, format_: str) -> None:
    columns = header("Ref", "Action", "Lead", "By when", "Measure of success")
    widths = (0.6, 3, 1.5, 1.2, 2.2)
    tables = [
        Grid((columns, *(action[1:] for action in part)), widths) for part in (ACTIONS[:2], ACTIONS[2:])
    ]
    blocks = sections(("Streets", (tables[0],)), ("Parks", (tables[1],)))
    assert_all(read_as(tmp_path, format_, *blocks))


def test_a_small_table_whose_strategy_is_its_first_row(tmp_path: Path) -> None:
    from made_plans import Cell

    columns = header("Ref", "Action", "Lead", "By when", "Measure of success")
    tables = [
        Grid(((Cell(name, columns=5, header=True),), columns, *(action[1:] for action in part)))
        for name, part in (("Streets", ACTIONS[:2]), ("Parks", ACTIONS[2:]))
    ]
    assert_all(read_as(tmp_path, "docx", TITLE, *tables))


@pytest.mark.parametrize("title", ("{ref}. {text}", "{ref} {text}", "{ref}: {text}"))
def test_cards_two_beside_each_other(tmp_path: Path, title: str) -> None:
    def card(action: tuple[str, ...]) -> Card:
        _, ref, text, lead, date, measure = action
        lines = (f"Lead: {lead}", f"When: {date}", f"Measure of success: {measure}")
        return Card(title.format(ref=ref, text=text), lines)

    made = tuple(
        Section(name, tuple(card(action) for action in ACTIONS if action[0] == name))
        for name in ("Streets", "Parks")
    )
    content = pdf_of_cards(TITLE.text, "What we will do, street by street.", made)
    assert_all(read_file(tmp_path, "plan.pdf", content))


@pytest.mark.parametrize("format_", ("docx", "html", "md", "odt"))
@pytest.mark.parametrize("together", (True, False), ids=("one line", "a line each"))
def test_an_outline_with_lines_that_say_what_they_are(tmp_path: Path, format_: str, together: bool) -> None:
    def told(action: tuple[str, ...]) -> tuple[Block, ...]:
        _, ref, text, lead, date, measure = action
        labelled = (f"Lead: {lead}.", f"By when: {date}.", f"Measure of success: {measure}")
        lines = (" ".join(labelled),) if together else tuple(line.rstrip(".") for line in labelled)
        return (Bullet(f"{ref} {text}"), *(Text(line) for line in lines))

    streets = tuple(block for action in ACTIONS[:2] for block in told(action))
    parks = tuple(block for action in ACTIONS[2:] for block in told(action))
    assert_all(read_as(tmp_path, format_, *sections(("Streets", streets), ("Parks", parks))))


def test_an_html_list_of_cards(tmp_path: Path) -> None:
    def card(action: tuple[str, ...]) -> str:
        _, ref, text, lead, date, measure = action
        lines = f"<p>Lead: {lead}</p><p>By when: {date}</p><p>Measure of success: {measure}</p>"
        return f"<div class='card'><h3>{ref} {text}</h3>{lines}</div>"

    body = "".join(
        f"<h2>{name}</h2>{''.join(card(action) for action in ACTIONS if action[0] == name)}"
        for name in ("Streets", "Parks")
    )
    plan = read_file(tmp_path, "plan.html", f"<html><body><h1>Out and about</h1>{body}</body></html>")
    assert_all(plan)


def test_a_workshop_s_record_is_no_plan(tmp_path: Path) -> None:
    table = grid(
        header("Actors", "Behaviours"),
        ("Care home managers\nRelatives", "Ask what each resident enjoys\nLeave time for moving"),
        ("Pharmacists", "Mention walking groups\nGive one leaflet"),
    )
    takeaways = (
        Heading("Key takeaways"),
        Bullet("A first visit goes better with a friend"),
        Bullet("Halls matter"),
    )
    plan = read_as(tmp_path, "docx", table, *takeaways)
    assert plan.kind == "workshop"
    assert plan.actions == ()
    assert [[actor.text for actor in group.actors] for group in plan.actors] == [
        ["Care home managers", "Relatives"],
        ["Pharmacists"],
    ]
    assert [[one.text for one in group.behaviours] for group in plan.actors] == [
        ["Ask what each resident enjoys", "Leave time for moving"],
        ["Mention walking groups", "Give one leaflet"],
    ]
    assert [takeaway.text for takeaway in plan.takeaways] == [
        "A first visit goes better with a friend",
        "Halls matter",
    ]


@pytest.mark.parametrize("format_", ("docx", "html", "xlsx", "csv", "pdf", "md"))
def test_weightings_by_year_and_a_line_of_budget(tmp_path: Path, format_: str) -> None:
    table = grid(
        header("Proposal ID", "Recommendation", "Detail", "Year 1 weighting", "Year 2 weighting"),
        ("1", "Hold doorstep evenings", "Six evenings and a stall at the market, with tea", "60%", "0%"),
        (
            "2",
            "Open a small grants pot",
            "Up to five hundred pounds, with an answer in ten days",
            "40%",
            "100%",
        ),
        widths=(1, 2, 4, 1.4, 1.4),
    )
    budget = (
        Text("A budget is needed for the following:"),
        Text("Evaluation; Room hire and crèche; Printing"),
    )
    plan = read_as(tmp_path, format_, Heading("Moving in Millbrook", 0), table, *budget)
    assert [action.weights for action in plan.actions] == [
        {"Year 1": 60.0, "Year 2": 0.0},
        {"Year 1": 40.0, "Year 2": 100.0},
    ]
    assert texts(plan) == ["Hold doorstep evenings", "Open a small grants pot"]
    assert [line.text for line in plan.budget] == ["Evaluation", "Room hire and crèche", "Printing"]


def test_percentages_typed_as_numbers_in_a_sheet(tmp_path: Path) -> None:
    from io import BytesIO

    from xlsxwriter import Workbook

    made = BytesIO()
    book = Workbook(made, {"in_memory": True})
    page, share = book.add_worksheet("Plan"), book.add_format({"num_format": "0%"})
    page.write_row(0, 0, ("Proposal ID", "Recommendation", "Year 1 weighting"))
    for row, (text, value) in enumerate(
        (("Hold doorstep evenings", 0.6), ("Open a grants pot", 0.4)), start=1
    ):
        page.write_row(row, 0, (row, text))
        page.write_number(row, 2, value, share)
    book.close()
    plan = read_file(tmp_path, "plan.xlsx", made.getvalue())
    assert refs(plan) == ["1", "2"]
    assert [action.weights for action in plan.actions] == [{"Year 1": 60.0}, {"Year 1": 40.0}]
