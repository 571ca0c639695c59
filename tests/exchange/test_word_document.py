"""What stands in the Word document of a plan, and how it is set."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm
from exchange_plans import PLANS
from hypothesis import HealthCheck, given, settings

from turntide.exchange.word import to_docx
from turntide.exchange.writing import DOCUMENTS, write
from turntide.plan.model import (
    Action,
    ActorGroup,
    Body,
    BudgetLine,
    Column,
    Heading,
    Milestone,
    Note,
    Phrase,
    Plan,
    Progress,
    Remark,
    Weighting,
)

few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
PATHS = Heading("h2", "WE WILL", "Widen the paths", ref="1", parent="h1", rationale="Paths are narrow.")
TREES = Heading("h3", "WE WILL", "Plant trees", parent="h1")
PLAN = Plan(
    title="Tarrow outdoors",
    levels=("Theme", "WE WILL"),
    columns=(Column("BY", "action"), Column("INVOLVING", "partner"), Column("BECAUSE", "rationale")),
    headings=(Heading("h1", "Theme", "Active places"), PATHS, TREES),
    actions=(
        Action("a1", "Widen the river path", ref="a", under="h2", partners=(Body("Parks"), Body("Roads"))),
        Action(
            "a2",
            "Light the hill path",
            ref="b",
            under="h2",
            milestones=(Milestone("Plan"), Milestone("Lamps")),
        ),
    ),
)


def opened(plan: Plan, *, title: str | None = None, only_with_actions: bool = False) -> Document:
    return docx.Document(io.BytesIO(to_docx(plan, title=title, only_with_actions=only_with_actions)))


def headings(document: Document) -> list[tuple[str, str]]:
    named = [(str(p.style.name if p.style else ""), p.text) for p in document.paragraphs]
    return [(style, text) for style, text in named if style.startswith("Heading")]


def header(document: Document, table: int = 0) -> list[str]:
    return [cell.text for cell in document.tables[table].rows[0].cells]


def test_headings_stand_under_the_plans_own_level_names() -> None:
    assert headings(opened(PLAN)) == [
        ("Heading 1", "Theme: Active places"),
        ("Heading 2", "WE WILL: 1. Widen the paths"),
        ("Heading 2", "WE WILL: Plant trees"),
    ]


def test_a_heading_whose_reference_names_its_level_says_it_once() -> None:
    plan = replace(PLAN, headings=(Heading("h", "Priority", "Homes", ref="Priority 1"),), actions=())
    assert headings(opened(plan)) == [("Heading 1", "Priority 1: Homes")]


def test_the_reason_stands_beneath_its_heading_under_the_plans_own_word() -> None:
    texts = [paragraph.text for paragraph in opened(PLAN).paragraphs]
    at = texts.index("WE WILL: 1. Widen the paths")
    assert texts[at + 1] == "BECAUSE: Paths are narrow."


def test_a_table_has_the_plans_own_headings_where_it_has_them_and_plain_words_elsewhere() -> None:
    assert header(opened(PLAN)) == ["Ref", "BY", "INVOLVING", "Milestones"]


def test_a_column_that_holds_nothing_is_left_out() -> None:
    bare = replace(PLAN, actions=(Action("a1", "Widen the river path", under="h2"),))
    assert header(opened(bare)) == ["BY"]


def test_several_milestones_are_a_list_and_one_is_not() -> None:
    one = Action("a3", "Sweep it", under="h2", milestones=(Milestone("Brooms"),))
    table = opened(replace(PLAN, actions=(*PLAN.actions, one))).tables[0]
    several, lone = (table.rows[row].cells[-1].paragraphs for row in (2, 3))
    assert [p.text for p in several] == ["Plan", "Lamps"]
    assert {str(p.style.base_style.name) for p in several if p.style and p.style.base_style} == {
        "List Bullet"
    }
    assert [(p.text, p.style.name if p.style else "") for p in lone] == [("Brooms", "Table Text")]


def test_weights_reports_and_remarks_are_shown() -> None:
    action = Action(
        "a1",
        "Widen the path",
        weightings=(Weighting("Year 1", "5%", 5.0),),
        progress=(Progress("Surveyed"), Progress("Dug")),
        remarks=(Remark("Ward", "Hill"),),
    )
    document = opened(Plan(actions=(action,)))
    shown = dict(zip(header(document), (c.text for c in document.tables[0].rows[1].cells), strict=True))
    assert shown == {
        "Action": "Widen the path",
        "Year 1 weighting": "5%",
        "Progress": "Surveyed\nDug",
        "Ward": "Hill",
    }


def test_owners_whose_wording_says_more_keep_it() -> None:
    action = Action(
        "a", "Dig", leads=(Body("Parks"),), partners=(Body("Roads"),), involving="Parks, helped by Roads"
    )
    document = opened(Plan(actions=(action,)))
    assert "Parks, helped by Roads" in [cell.text for cell in document.tables[0].rows[1].cells]


def test_headings_without_actions_are_left_out_where_asked() -> None:
    shown = headings(opened(PLAN, only_with_actions=True))
    assert [text for _, text in shown] == ["Theme: Active places", "WE WILL: 1. Widen the paths"]


def test_what_is_no_action_stands_at_the_end_under_its_own_heading() -> None:
    plan = replace(
        PLAN,
        actors=(ActorGroup((Phrase("Nurses"),), (Phrase("Ask first"),)),),
        takeaways=(Phrase("Go slowly"),),
        budget=(BudgetLine("Lamps"),),
        notes=(Note("Check the width", about="a1"), Note("Page 3", kind="running")),
    )
    document = opened(plan)
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert [text for _, text in headings(document)][3:] == [
        "Actors and behaviours",
        "Takeaways",
        "Further information",
        "Budget",
        "Notes",
    ]
    assert "On “a Widen the river path”: Check the width" in texts
    assert {"Go slowly", "Lamps"} <= set(texts)
    assert "Page 3" not in texts
    assert [cell.text for cell in document.tables[-1].rows[1].cells] == ["Nurses", "Ask first"]


def test_a_title_given_stands_in_place_of_the_plans_own() -> None:
    document = opened(PLAN, title="Parks: our part")
    assert document.paragraphs[0].text == document.core_properties.title == "Parks: our part"
    assert opened(PLAN).core_properties.title == "Tarrow outdoors"


def test_the_page_is_a4_on_its_side_in_british_english_and_numbered() -> None:
    document = opened(PLAN)
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    size = [round(length / Cm(1), 1) for length in (section.page_width or 0, section.page_height or 0)]
    assert size == [29.7, 21.0]
    assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    fields = section.footer._element.iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]


def test_header_rows_repeat_and_only_long_rows_may_break() -> None:
    long = Action("a3", "Sweep", under="h2", detail="word " * 400)
    rows = opened(replace(PLAN, actions=(*PLAN.actions, long))).tables[0].rows
    marks = [{mark.tag for mark in row._tr.get_or_add_trPr()} for row in rows]
    assert [qn("w:tblHeader") in mark for mark in marks] == [True, False, False, False]
    assert [qn("w:cantSplit") in mark for mark in marks] == [True, True, True, False]


def test_a_table_is_as_wide_as_the_page() -> None:
    widths = [column.width or 0 for column in opened(PLAN).tables[0].columns]
    assert sum(widths) == pytest.approx(Cm(29.7 - 4), rel=0.01)
    assert min(widths) >= Cm(1)


def test_signs_that_xml_forbids_are_left_out_and_the_words_stay() -> None:
    plan = Plan(title="A\x00B", actions=(Action("a", "Dig\x0bdeep \ud800 \ufffe now"),))
    document = opened(plan)
    assert document.paragraphs[0].text == "AB"
    assert document.tables[0].rows[1].cells[0].text == "Dig\ndeep \ufffd  now"


@few
@given(PLANS)
def test_any_plan_gives_a_document_that_opens_and_the_same_bytes_again(plan: Plan) -> None:
    content = to_docx(plan)
    assert content == to_docx(plan)
    rows = sum(len(table.rows) - 1 for table in docx.Document(io.BytesIO(content)).tables)
    assert rows >= sum(bool(action.text.strip()) for action in plan.actions)


def test_the_bytes_do_not_tell_the_hour() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(PLAN))) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    about = opened(PLAN).core_properties
    assert about.created == about.modified
    assert about.created is not None
    assert about.created.year == 2000


def test_word_is_a_format_that_a_plan_is_written_in() -> None:
    assert DOCUMENTS == ("docx",)
    assert write(PLAN, "docx") == to_docx(PLAN)


def test_the_word_library_is_not_loaded_until_a_document_is_asked_for() -> None:
    code = "import sys, turntide.exchange.word\nprint('docx' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
