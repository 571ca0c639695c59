"""Outlines as people type them: numbers, bold words, brackets, labels of many kinds, prose in between."""

from __future__ import annotations

import sys
from pathlib import Path

from made_plans import owners, paths, read_file, refs, texts, when, words_of

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
