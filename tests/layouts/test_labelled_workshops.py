"""A workshop's record in its many forms, and what people took away from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import notes, read_file, words_of

from turntide.plan.model import Plan

TWO = [
    (["Care home managers", "Relatives"], ["Ask what people enjoy", "Leave time to move"]),
    (["Pharmacists"], ["Mention the walking group"]),
]


def groups(plan: Plan) -> list[tuple[list[str], list[str]]]:
    assert plan.kind == "workshop"
    assert plan.actions == ()
    assert plan.unplaced == ()
    return [([one.text for one in g.actors], [one.text for one in g.behaviours]) for g in plan.actors]


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<h1>An afternoon in Saltby</h1><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


LINES = [("<br>".join(actors), "<br>".join(behaviours)) for actors, behaviours in TWO]


@pytest.mark.parametrize(
    "labels", (("Actors", "Behaviours"), ("ACTOR", "BEHAVIOR"), ("Actors:", "Behaviours:"))
)
def test_side_by_side(tmp_path: Path, labels: tuple[str, str]) -> None:
    assert groups(read_file(tmp_path, "w.html", table(labels, *LINES))) == TWO


def test_one_under_the_other(tmp_path: Path) -> None:
    rows = [cell for actors, told in LINES for cell in (("Actors",), (actors,), ("Behaviours",), (told,))]
    assert groups(read_file(tmp_path, "w.html", table(*rows))) == TWO


def test_labels_beside_what_they_head(tmp_path: Path) -> None:
    rows = [row for actors, told in LINES for row in (("Actors", actors), ("Behaviours", told))]
    assert groups(read_file(tmp_path, "w.html", table(*rows))) == TWO


def test_a_table_for_each_group(tmp_path: Path) -> None:
    tables = "".join(
        f"<h2>Table {at}</h2>" + table(("Actors", "Behaviours"), row) for at, row in enumerate(LINES)
    )
    plan = read_file(tmp_path, "w.html", tables)
    assert groups(plan) == TWO
    assert "Table 1" in words_of(plan)


def test_headings_and_lists(tmp_path: Path) -> None:
    parts = []
    for actors, behaviours in TWO:
        for label, said in (("Actors", actors), ("Behaviours", behaviours)):
            parts.append(f"## {label}\n" + "".join(f"- {one}\n" for one in said))
    assert groups(read_file(tmp_path, "w.md", "# An afternoon in Saltby\n" + "".join(parts))) == TWO


def test_plain_lines_with_labels(tmp_path: Path) -> None:
    text = "An afternoon in Saltby\n\nActors:\nCare home managers\nRelatives\nBehaviours:\nAsk what people enjoy\n"
    text += "Leave time to move\n\nActors: Pharmacists\nBehaviours: Mention the walking group\n"
    assert groups(read_file(tmp_path, "w.txt", text)) == TWO


def test_actors_in_a_row_of_commas(tmp_path: Path) -> None:
    plan = read_file(
        tmp_path,
        "w.html",
        table(("Actors", "Behaviours"), ("Managers, relatives, volunteers", "Ask, and then wait.")),
    )
    assert groups(plan) == [(["Managers", "relatives", "volunteers"], ["Ask, and then wait."])]


@pytest.mark.parametrize("heading", ("Key messages", "Key takeaways:", "Take-aways", "Learning points"))
@pytest.mark.parametrize("mark", ("-", "*", "•"))
def test_takeaways_end_with_their_list(tmp_path: Path, heading: str, mark: str) -> None:
    text = f"Actors: Pharmacists\nBehaviours: Wait\n\n{heading}\n{mark} Halls matter\n{mark} Go in pairs\n"
    plan = read_file(tmp_path, "w.txt", text + "We meet again in May.\n")
    assert [one.text for one in plan.takeaways] == ["Halls matter", "Go in pairs"]
    assert groups(plan) == [(["Pharmacists"], ["Wait"])]
    assert "We meet again in May." in notes(plan)


def test_numbered_takeaways_keep_their_numbers(tmp_path: Path) -> None:
    body = "<h2>Key messages</h2><ol><li>Halls matter</li><li>Go in pairs</li></ol>"
    plan = read_file(tmp_path, "w.html", table(("Actors", "Behaviours"), ("Pharmacists", "Wait")) + body)
    assert [one.text for one in plan.takeaways] == ["1. Halls matter", "2. Go in pairs"]
    assert plan.unplaced == ()
