"""Actions in lists without a field of their own: known by what stands over them, or by what they begin with."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import notes, owners, paths, read_file, texts, when, words_of

from turntide.plan.model import Plan

TITLE = "# Out of doors in Saltby: action plan\n"


def read(folder: Path, body: str) -> Plan:
    return read_file(folder, "plan.md", TITLE + body)


@pytest.mark.parametrize(
    "over",
    ("### Key actions", "What we will do:", "To make this happen we will:", "**Our actions**", "We will:"),
)
def test_a_list_under_words_that_promise_actions(tmp_path: Path, over: str) -> None:
    plan = read(
        tmp_path,
        f"## Streets\nPeople told us:\n\n- the lamps are dim\n- the kerbs are high\n\n{over}\n\n- New lamps\n"
        f"- Lower kerbs\n\n## Gardens\n{over}\n\n- Lend tools\n",
    )
    assert texts(plan) == ["New lamps", "Lower kerbs", "Lend tools"]
    assert paths(plan) == [("Streets",), ("Streets",), ("Gardens",)]
    assert "the lamps are dim" in words_of(plan)


def test_a_list_that_says_what_is_to_be_done(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "## Theme 1: Streets\n- Improve the lamps\n- Review the kerbs\n- Provide a zebra\n"
        "## Theme 2: Gardens\n- Open the gate\n- Lend tools\n",
    )
    assert len(plan.actions) == 5
    assert plan.levels == ("Theme",)
    assert paths(plan)[4] == ("Gardens",)


@pytest.mark.parametrize("title", ("Background", "1. Introduction", "What people told us", "Our principles"))
def test_lists_in_sections_that_hold_no_actions(tmp_path: Path, title: str) -> None:
    plan = read(
        tmp_path,
        f"## {title}\n- Work together\n- Share what we know\n- Build on what is there\n"
        "## Streets\n- Improve the lamps\n- Review the kerbs\n",
    )
    assert texts(plan) == ["Improve the lamps", "Review the kerbs"]
    assert "Work together" in notes(plan)
    assert [heading.text for heading in plan.headings] == ["Streets"]


def test_measures_of_an_aim_are_the_aim_s(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "## Streets\n### Actions\n- New lamps\n- Lower kerbs\n### How we will measure success\n- Fewer falls\n"
        "## Gardens\n### Actions\n- Lend tools\n### How we will measure success\n- Beans are eaten\n",
    )
    assert texts(plan) == ["New lamps", "Lower kerbs", "Lend tools"]
    assert [(note.text, note.about) for note in plan.notes] == [
        ("Fewer falls", plan.headings[0].id),
        ("Beans are eaten", plan.headings[1].id),
    ]


def test_why_an_aim_matters_is_its_rationale(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "## Streets\n### Why this matters\nFalls are many.\n### Actions\n- New lamps\n- Lower kerbs\n",
    )
    assert plan.headings[0].rationale == "Falls are many."


@pytest.mark.parametrize("first", (True, False), ids=("over the list", "beneath the list"))
def test_who_and_when_said_once_for_a_list_hold_for_each(tmp_path: Path, first: bool) -> None:
    def strategy(name: str, lead: str, year: str, *actions: str) -> str:
        said = f"Lead: {lead}\n\nBy when: {year}\n\n"
        listed = "Actions:\n" + "".join(f"- {action}\n" for action in actions) + "\n"
        return f"## Strategy {name}\n" + (said + listed if first else listed + said)

    plan = read(
        tmp_path,
        strategy("1: Green streets", "Highways", "2027", "New lamps", "Lower kerbs")
        + strategy("2: Gardens for all", "Parks", "2028", "Lend tools", "Open gate"),
    )
    assert texts(plan) == ["New lamps", "Lower kerbs", "Lend tools", "Open gate"]
    assert owners(plan) == [["Highways"], ["Highways"], ["Parks"], ["Parks"]]
    assert when(plan) == ["2027", "2027", "2028", "2028"]
    assert [heading.ref for heading in plan.headings] == ["Strategy 1", "Strategy 2"]


def test_what_hangs_on_an_entry_is_its_detail(tmp_path: Path) -> None:
    plan = read(
        tmp_path, "## Streets\n### Actions\n- Mend the bench\n  - with arms\n  - with a back\n- Lower kerbs\n"
    )
    assert texts(plan) == ["Mend the bench", "Lower kerbs"]
    assert (plan.actions[0].detail or "").split("\n") == ["with arms with a back"]
