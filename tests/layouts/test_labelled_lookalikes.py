"""Labels and lists that tell no action."""

from __future__ import annotations

from pathlib import Path

from made_plans import owners, paths, read_file, texts, words_of


def test_who_keeps_the_document_is_no_action(tmp_path: Path) -> None:
    plan = read_file(
        tmp_path,
        "plan.md",
        "# Out of doors in Saltby: action plan\nVersion: 2\n\nStatus: Draft\n\nOwner: Strategy team\n\n"
        "Review date: May 2027\n\n## Streets\n1. Paint a zebra. Lead: Highways. By when: 2027\n"
        "2. Lower the kerbs. Lead: Parks. By when: 2028\n",
    )
    assert texts(plan) == ["Paint a zebra.", "Lower the kerbs."]
    assert owners(plan) == [["Highways"], ["Parks"]]
    assert "Strategy team" in words_of(plan)


def test_a_strategy_in_prose_holds_no_action(tmp_path: Path) -> None:
    plan = read_file(
        tmp_path,
        "plan.md",
        "# A strategy for Saltby\n## Introduction\nNote: this paper is a first draft.\n\n## Our approach\n"
        "- Led by evidence\n- Kind to each other\n## A town of short ways\n- Lamps\n- Kerbs\n",
    )
    assert plan.actions == ()
    assert any("no actions" in finding.message for finding in plan.findings)
    assert all(word in words_of(plan) for word in ("first draft", "Kind to each other", "Kerbs"))


def test_one_field_beneath_a_heading_makes_no_action(tmp_path: Path) -> None:
    plan = read_file(
        tmp_path, "plan.md", "# A strategy for Saltby\n## A town of short ways\nOutcome: people go on foot.\n"
    )
    assert plan.actions == ()
    assert "people go on foot." in words_of(plan)


def test_labels_in_prose_around_a_table_are_prose(tmp_path: Path) -> None:
    plan = read_file(
        tmp_path,
        "plan.md",
        "# Out of doors in Saltby: action plan\n## About this plan\nOwner: Strategy team\n\n## Streets\n\n"
        "| Action | Lead |\n|---|---|\n| Paint a zebra | Highways |\n| Lower the kerbs | Parks |\n\n"
        "Note: dates are to come.\n",
    )
    assert texts(plan) == ["Paint a zebra", "Lower the kerbs"]
    assert paths(plan) == [("Streets",), ("Streets",)]
    assert all(word in words_of(plan) for word in ("Strategy team", "dates are to come"))


def test_a_numbered_strategy_is_not_the_title(tmp_path: Path) -> None:
    plan = read_file(
        tmp_path,
        "plan.md",
        "# Saltby on foot\n## Strategy 1: Short ways\nProse stands here.\n\n## Strategy 2: Long ways\nMore prose.\n",
    )
    assert plan.title == "Saltby on foot"
    assert [heading.ref for heading in plan.headings] == ["Strategy 1", "Strategy 2"]
