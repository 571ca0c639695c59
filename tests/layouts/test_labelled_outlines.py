"""Outlines as people type them: numbers, bold words, brackets, labels of many kinds, prose in between."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from made_plans import measures, milestones, owners, paths, read_file, refs, texts, when, words_of

from turntide.plan.model import Plan

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "formats"))

from made_docx import docx_bytes, para, run

TITLE = "Out of doors in Saltby: action plan"


def read(folder: Path, format_: str, body: str) -> Plan:
    """The body under the plan's title, read."""
    title = f"# {TITLE}\n\n" if format_ == "md" else f"{TITLE}\n\n"
    return read_file(folder, f"plan.{format_}", title + body)


def test_the_deepest_numbers_are_the_actions(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "md",
        "## 1. Streets\n### 1.1 Crossings\n#### 1.1.1 Paint a zebra by the school\n"
        "Children run across the road.\n\n**Lead:** Highways\n\n**Timescale:** 2027\n\n"
        "#### 1.1.2 Lower the kerbs\n**Lead:** Parks\n\n**Timescale:** 2028\n\n"
        "### 1.2 Seats\n#### 1.2.1 Mend the bench\n**Lead:** Parks\n\n**Timescale:** 2028\n",
    )
    assert refs(plan) == ["1.1.1", "1.1.2", "1.2.1"]
    assert paths(plan) == [("Streets", "Crossings"), ("Streets", "Crossings"), ("Streets", "Seats")]
    assert owners(plan) == [["Highways"], ["Parks"], ["Parks"]]
    assert plan.actions[0].detail == "Children run across the road."


def test_numbers_alone_tell_themes_from_actions_in_plain_text(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "txt",
        "1. Streets\n\n1.1 Paint a zebra by the school\nLead: Highways\nBy when: 2027\n\n"
        "1.2 Lower the kerbs\nLead: Parks\nBy when: 2028\n\n"
        "2. Gardens\n\n2.1 Lend tools\nLead: Seed Library\nBy when: May 2027\n",
    )
    assert list(zip(refs(plan), texts(plan), when(plan), strict=True)) == [
        ("1.1", "Paint a zebra by the school", "2027"),
        ("1.2", "Lower the kerbs", "2028"),
        ("2.1", "Lend tools", "May 2027"),
    ]
    assert paths(plan) == [("Streets",), ("Streets",), ("Gardens",)]


def test_names_and_numbers_tell_the_levels(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "txt",
        "Priority 1: Streets\nObjective 1.1: Nobody waits long\nAction 1.1.1: Paint a zebra\nLead: Highways\n"
        "Action 1.1.2: Lower the kerbs\nLead: Parks\nPriority 2: Gardens\nObjective 2.1: Room to grow\n"
        "Action 2.1.1: Lend tools\nLead: Seed Library\n",
    )
    assert plan.levels == ("Priority", "Objective")
    assert texts(plan) == ["Paint a zebra", "Lower the kerbs", "Lend tools"]
    assert paths(plan)[2] == ("Gardens", "Room to grow")


def test_lines_that_call_themselves_actions_need_no_field(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        "md",
        "## Priority 1: Streets\nAction 1.1: A zebra by the school\n\nAction 1.2: Lower kerbs\n\n"
        "## Priority 2: Gardens\nAction 2.1: Tools on loan\n",
    )
    assert texts(plan) == ["A zebra by the school", "Lower kerbs", "Tools on loan"]
    assert paths(plan) == [("Streets",), ("Streets",), ("Gardens",)]


def test_headings_all_of_one_style_but_numbered(tmp_path: Path) -> None:
    told = (
        ("Introduction", "We promise little and keep it."),
        ("1. Streets", ""),
        ("1.1 Paint a zebra", "Lead: Highways. Timescale: 2027"),
        ("1.2 Lower the kerbs", "Lead: Parks. Timescale: 2028"),
        ("2. Gardens", ""),
        ("2.1 Lend tools", "Lead: Seed Library. Timescale: 2028"),
    )
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    body = "".join(
        para(run(head), '<w:pStyle w:val="H"/>') + (para(run(text)) if text else "") for head, text in told
    )
    title = para(run(TITLE, '<w:b/><w:sz w:val="40"/>'))
    plan = read_file(tmp_path, "plan.docx", docx_bytes(title + body, {"styles": styles}))
    assert paths(plan) == [("Streets",), ("Streets",), ("Gardens",)]
    assert when(plan) == ["2027", "2028", "2028"]
    assert "We promise little and keep it." in words_of(plan)


def test_bold_words_are_headings_and_labels_where_nothing_is_styled(tmp_path: Path) -> None:
    def bold(text: str) -> str:
        return para(run(text, "<w:b/>"))

    def action(text: str, lead: str, date: str) -> str:
        fields = (("Lead", lead), ("Timescale", date))
        return para(run(text)) + "".join(
            para(run(label, "<w:b/>") + run(f" {value}")) for label, value in fields
        )

    body = (
        bold("Streets") + action("Paint a zebra", "Highways", "2027") + action("Lower kerbs", "Parks", "2028")
    )
    body += bold("Gardens") + action("Lend tools", "Seed Library", "2028")
    plan = read_file(tmp_path, "plan.docx", docx_bytes(bold(TITLE) + body))
    assert list(zip(paths(plan), texts(plan), owners(plan), when(plan), strict=True)) == [
        (("Streets",), "Paint a zebra", ["Highways"], "2027"),
        (("Streets",), "Lower kerbs", ["Parks"], "2028"),
        (("Gardens",), "Lend tools", ["Seed Library"], "2028"),
    ]


def test_labels_before_a_tab(tmp_path: Path) -> None:
    def line(label: str, value: str) -> str:
        return para(run(f"{label}:") + "<w:r><w:tab/></w:r>" + run(value))

    body = "".join(
        para(run(text, "<w:b/>"))
        + para(run("Why it matters to us all."))
        + line("Lead", lead)
        + line("When", "2028")
        for text, lead in (("Paint a zebra", "Highways"), ("Lend tools", "Seed Library"))
    )
    plan = read_file(tmp_path, "plan.docx", docx_bytes(para(run(TITLE)) + body))
    assert texts(plan) == ["Paint a zebra", "Lend tools"]
    assert owners(plan) == [["Highways"], ["Seed Library"]]
    assert when(plan) == ["2028", "2028"]


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
