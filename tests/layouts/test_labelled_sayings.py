"""What is said of an action in an outline: at the end of its line, under labels, in lists, for a whole section."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import measures, milestones, owners, paths, read_file, refs, texts, when, words_of

from turntide.plan.model import Plan

TITLE = "Out of doors in Saltby: action plan"


def read(folder: Path, format_: str, body: str) -> Plan:
    """The body under the plan's title, read."""
    title = f"# {TITLE}\n\n" if format_ == "md" else f"{TITLE}\n\n"
    return read_file(folder, f"plan.{format_}", title + body)


@pytest.mark.parametrize(
    "ending",
    (
        "(Lead: Highways; by May 2027)",
        "(Highways, May 2027)",
        "Lead: Highways. By when: May 2027",
        "| Lead: Highways | By when: May 2027",
        "- Led by Highways, by May 2027",
        "[Highways; May 2027]",
    ),
)
def test_who_and_when_at_the_end_of_the_line(tmp_path: Path, ending: str) -> None:
    other = ending.replace("Highways", "Parks").replace("May 2027", "2028/29")
    plan = read(
        tmp_path,
        "md",
        f"This plan rests on:\n\n- what people told us\n- the strategy of 2020\n\n## Streets\n"
        f"- Paint a zebra {ending}\n- Lower the kerbs {other}\n",
    )
    assert texts(plan) == ["Paint a zebra", "Lower the kerbs"]
    assert owners(plan) == [["Highways"], ["Parks"]]
    assert [date.removeprefix("by ") for date in when(plan) if date] == ["May 2027", "2028/29"]
    assert "what people told us" in words_of(plan)


def test_brackets_that_name_nobody_stay_in_the_action(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "md",
        "## Streets\n- Paint a zebra (and mend the lamp). Lead: Highways\n- Lower kerbs (ten of them). Lead: Parks\n",
    )
    assert texts(plan) == ["Paint a zebra (and mend the lamp).", "Lower kerbs (ten of them)."]


def test_milestones_in_a_list_beneath_their_label(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "md",
        "## Mend the bench\nLead: Parks\n\nMilestones:\n- Wood bought\n- Seat screwed down\n\nTimescale: 2027\n\n"
        "## Lend tools\nLead: Seed Library\n\nMilestones:\n- Shed swept\n\nTimescale: 2028\n",
    )
    assert texts(plan) == ["Mend the bench", "Lend tools"]
    assert [step.text for step in plan.actions[0].milestones] == ["Wood bought", "Seat screwed down"]
    assert milestones(plan)[1] == "Shed swept"
    assert when(plan) == ["2027", "2028"]


def test_headings_as_labels(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "md",
        "## S1 Mend the bench\n### Lead\nParks\n### Timescale\n2027\n### Milestones\n- Wood bought\n- Screwed down\n"
        "## S2 Lend tools\n### Lead\nSeed Library\n### Timescale\n2028\n### Milestones\n- Shed swept\n",
    )
    assert refs(plan) == ["S1", "S2"]
    assert owners(plan) == [["Parks"], ["Seed Library"]]
    assert milestones(plan) == ["Wood bought Screwed down", "Shed swept"]


def test_prose_after_a_section_s_actions_belongs_to_none_of_them(tmp_path: Path) -> None:
    closing = "We will tell the board each quarter how the streets fare."
    plan = read(
        tmp_path,
        "md",
        "## Streets\nThe streets are noisy.\n\n- Paint a zebra\n\n  Lead: Highways\n\n- Lower the kerbs\n\n"
        f"  Lead: Parks\n\n{closing}\n\n## Gardens\n- Lend tools\n\n  Lead: Seed Library\n",
    )
    assert [action.detail for action in plan.actions] == [None, None, None]
    assert [note.text for note in plan.notes if note.about == plan.headings[0].id] == [
        "The streets are noisy.",
        closing,
    ]


@pytest.mark.parametrize("labels", (("What", "Who", "When"), ("Action", "Lead", "By when")))
def test_every_action_under_a_label_of_its_own(tmp_path: Path, labels: tuple[str, str, str]) -> None:
    what, who, by = labels
    plan = read(
        tmp_path,
        "txt",
        f"Streets\n\n{what}: Paint a zebra\n{who}: Highways\n{by}: 2027\n\n{what}: Lower kerbs\n{who}: Parks\n"
        f"{by}: 2028\n\nGardens\n\n{what}: Lend tools\n{who}: Seed Library\n{by}: 2028\n",
    )
    assert paths(plan) == [("Streets",), ("Streets",), ("Gardens",)]
    assert texts(plan) == ["Paint a zebra", "Lower kerbs", "Lend tools"]
    assert owners(plan) == [["Highways"], ["Parks"], ["Seed Library"]]


def test_a_theme_named_once_over_several_actions(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "txt",
        "Theme: Streets\nObjective: Cross safely\nAction: Paint a zebra\nLead: Highways\nAction: Lower kerbs\n"
        "Lead: Parks\nTheme: Gardens\nObjective: Room to grow\nAction: Lend tools\nLead: Seed Library\n",
    )
    assert plan.levels == ("Theme", "Objective")
    assert paths(plan) == [
        ("Streets", "Cross safely"),
        ("Streets", "Cross safely"),
        ("Gardens", "Room to grow"),
    ]
    assert owners(plan) == [["Highways"], ["Parks"], ["Seed Library"]]


def test_sections_that_say_how_their_actions_go(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "md",
        "## Completed\n- Paint a zebra. Lead: Highways\n- Lower kerbs. Lead: Parks\n"
        "## In progress\n- Lend tools. Lead: Seed Library\n",
    )
    assert [action.status.wording for action in plan.actions if action.status] == [
        "Completed",
        "Completed",
        "In progress",
    ]


def test_an_outline_and_a_table_in_one_document(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "md",
        "## Streets\n### S1 Paint a zebra\nLead: Highways\n\nBy when: 2027\n\n### S2 Lower kerbs\nLead: Parks\n\n"
        "By when: 2028\n\n## Gardens\n\n| Ref | Action | Lead | By when |\n|---|---|---|---|\n"
        "| G1 | Lend tools | Seed Library | 2027 |\n| G2 | Open the gate | Parks | 2028 |\n\n"
        "## Membership\n- Public Health\n- Housing\n",
    )
    assert refs(plan) == ["S1", "S2", "G1", "G2"]
    assert paths(plan) == [("Streets",), ("Streets",), ("Gardens",), ("Gardens",)]
    assert when(plan) == ["2027", "2028", "2027", "2028"]
    assert "Public Health" in words_of(plan)


def test_a_line_wrapped_by_hand_is_one_line(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "txt",
        "1. Paint a zebra by the school, and another one where the lane from the\nharbour meets the road\n"
        "Lead: Highways\n2. Lend tools\nLead: Seed Library\n",
    )
    assert texts(plan)[0].endswith("where the lane from the harbour meets the road")
    assert measures(plan) == ["", ""]
