"""Forms and cards in HTML, as web pages and Word's web export set them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from made_plans import measures, milestones, owners, paths, read_file, refs, texts, when, words_of

from turntide.plan.model import Plan

HEAD = "<h1>Out of doors in Saltby</h1><h2>Streets</h2>"


def read(folder: Path, body: str) -> Plan:
    return read_file(folder, "plan.html", HEAD + body)


def table(*rows: Sequence[str]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def assert_two(plan: Plan) -> None:
    assert texts(plan) == ["Paint a zebra", "Lower the kerbs"]
    assert owners(plan) == [["Highways"], ["Parks", "Works"]]
    assert when(plan) == ["2027", "2028"]
    assert paths(plan) == [("Streets",), ("Streets",)]
    assert plan.unplaced == ()


def test_definition_lists(tmp_path: Path) -> None:
    def card(action: str, leads: Sequence[str], date: str) -> str:
        said = "".join(f"<dd>{lead}</dd>" for lead in leads)
        return f"<dl><dt>Action</dt><dd>{action}</dd><dt>Lead</dt>{said}<dt>By when</dt><dd>{date}</dd></dl>"

    assert_two(
        read(
            tmp_path,
            card("Paint a zebra", ["Highways"], "2027") + card("Lower the kerbs", ["Parks", "Works"], "2028"),
        )
    )


def test_definition_lists_under_a_heading_each(tmp_path: Path) -> None:
    def card(action: str, lead: str, date: str) -> str:
        return f"<h3>{action}</h3><dl><dt>Lead</dt><dd>{lead}</dd><dt>By when</dt><dd>{date}</dd></dl>"

    assert_two(
        read(
            tmp_path,
            card("Paint a zebra", "Highways", "2027") + card("Lower the kerbs", "Parks, Works", "2028"),
        )
    )


def test_bold_labels_with_their_values_beneath(tmp_path: Path) -> None:
    def card(action: str, lead: str, date: str) -> str:
        pairs = (("Action", action), ("Lead", lead), ("Timescale", date))
        return "".join(f"<p><b>{label}</b><br>{value}</p>" for label, value in pairs)

    assert_two(
        read(
            tmp_path,
            card("Paint a zebra", "Highways", "2027") + card("Lower the kerbs", "Parks, Works", "2028"),
        )
    )


def test_cards_in_the_cells_of_a_layout_table(tmp_path: Path) -> None:
    one = "<b>Paint a zebra</b><br>Lead: Highways<br>When: 2027"
    two = "<b>Lower the kerbs</b><br>Lead: Parks, Works<br>When: 2028"
    assert_two(read(tmp_path, table((one, two))))
    assert_two(read(tmp_path, table((one,), (two,))))


def test_titles_of_cards_in_a_row_above_them(tmp_path: Path) -> None:
    said = ("Lead: Highways<br>When: 2027", "Lead: Parks, Works<br>When: 2028")
    assert_two(read(tmp_path, table(("Paint a zebra", "Lower the kerbs"), said)))


def test_an_action_a_column(tmp_path: Path) -> None:
    rows = (
        ("Action", "Paint a zebra", "Lower the kerbs"),
        ("Lead", "Highways", "Parks, Works"),
        ("Timescale", "2027", "2028"),
        ("Measure of success", "Nobody is hurt", "Prams roll"),
    )
    plan = read(tmp_path, table(*rows))
    assert_two(plan)
    assert measures(plan) == ["Nobody is hurt", "Prams roll"]


def test_several_actions_down_one_form(tmp_path: Path) -> None:
    rows = (
        ("Ref", "S1"),
        ("Action", "Paint a zebra"),
        ("Lead", "Highways"),
        ("When", "2027"),
        ("Ref", "S2"),
        ("Action", "Lower the kerbs"),
        ("Lead", "Parks, Works"),
        ("When", "2028"),
    )
    plan = read(tmp_path, table(*rows))
    assert_two(plan)
    assert refs(plan) == ["S1", "S2"]


def test_forms_that_say_where_each_action_sits(tmp_path: Path) -> None:
    told = (
        ("Streets", "Cross safely", "Paint a zebra", "2027"),
        ("Streets", "Cross safely", "Lower the kerbs", "2028"),
        ("Gardens", "Room to grow", "Lend tools", "2028"),
    )
    labels = ("Theme", "Objective", "Action", "Timescale")
    plan = read_file(
        tmp_path,
        "plan.html",
        "<h1>Out of doors in Saltby</h1>"
        + "".join(table(*zip(labels, one, strict=True), ("Lead", "Parks")) for one in told),
    )
    assert paths(plan) == [one[:2] for one in told]
    assert texts(plan) == [one[2] for one in told]
    assert [heading.text for heading in plan.headings] == [
        "Streets",
        "Cross safely",
        "Gardens",
        "Room to grow",
    ]


@pytest.mark.parametrize("label", ("Objective", "Description", "Project", "Aim"))
def test_a_form_whose_action_has_another_name(tmp_path: Path, label: str) -> None:
    told = (("Streets", "Paint a zebra"), ("Streets", "Lower the kerbs"), ("Gardens", "Lend tools"))
    plan = read_file(
        tmp_path,
        "plan.html",
        "<h1>Out of doors in Saltby</h1>"
        + "".join(
            table(("Priority", theme), (label, text), ("Lead", "Parks"), ("Timescale", "2027"))
            for theme, text in told
        ),
    )
    assert texts(plan) == [text for _, text in told]
    assert paths(plan) == [(theme,) for theme, _ in told]


def test_a_label_nobody_knows_heads_what_stands_beside_it(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "".join(
            table(
                (f"Project {ref}: {text}",), ("Lead", "Parks"), ("Cost", "£900"), ("Sister town", "Dunmere")
            )
            for ref, text in (("S1", "Paint a zebra"), ("S2", "Lower the kerbs"))
        ),
    )
    assert texts(plan) == ["Paint a zebra", "Lower the kerbs"]
    assert all(("Sister town", "Dunmere") in {(r.heading, r.text) for r in a.remarks} for a in plan.actions)
    assert [action.money[0].amount for action in plan.actions] == [900.0, 900.0]


def test_milestones_listed_in_a_form(tmp_path: Path) -> None:
    steps = "<ul><li>Paint bought</li><li>Road closed for a night</li></ul>"
    rows = (("Action", "Paint a zebra"), ("Lead", "Highways"), ("Key milestones", steps))
    plan = read(tmp_path, table(*rows))
    assert [step.text for step in plan.actions[0].milestones] == ["Paint bought", "Road closed for a night"]


def test_a_form_that_goes_on_after_a_page_break(tmp_path: Path) -> None:
    from made_plans import Block, Grid, Heading, content_of

    blocks: list[Block] = [Heading("Out of doors in Saltby", 0), Heading("Streets")]
    blocks += [
        Grid(
            (("Action",), (f"Paint zebra number {at}",), ("Lead",), (f"Highways {at}",), ("When",), ("2027",))
        )
        for at in range(1, 12)
    ]
    plan = read_file(tmp_path, "plan.pdf", content_of("pdf", tuple(blocks)))
    assert texts(plan) == [f"Paint zebra number {at}" for at in range(1, 12)]
    assert owners(plan) == [[f"Highways {at}"] for at in range(1, 12)]
    assert set(when(plan)) == {"2027"}
    assert milestones(plan) == [""] * 11


def test_no_word_of_a_form_without_an_action_is_lost(tmp_path: Path) -> None:
    form = table(("Owner", "Strategy team"), ("Status", "Draft"), ("Review date", "May 2027"))
    plan = read_file(tmp_path, "plan.html", f"<h1>Out of doors in Saltby</h1>{form}")
    assert plan.actions == ()
    assert all(word in words_of(plan) for word in ("Owner", "Strategy team", "Draft", "May 2027"))
    assert plan.unplaced == ()
