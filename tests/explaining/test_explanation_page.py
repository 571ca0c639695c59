from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html
from shown_pages import EXAMPLES, SHOWN, page, reading

from turntide.documents.document import Cell, Document, Paragraph, Table
from turntide.explaining.page import to_html
from turntide.explaining.parts import NoSuchPart, Part
from turntide.plan.model import Finding, Plan, Unplaced
from turntide.plan.source import Source, Spot
from turntide.reading.trace import Decision, Reading


def source_words(element: html.HtmlElement) -> list[str]:
    """The file's own words in a part of the page: without tags, marks of findings and hidden text."""
    for extra in element.xpath(".//*[contains(@class, 'tag') or @class='flag' or @class='unseen']"):
        extra.drop_tag() if extra.text is None else extra.drop_tree()
    return str(element.text_content()).split()


@pytest.mark.parametrize("name", SHOWN)
def test_every_word_of_the_file_stands_in_the_page_once(name: str) -> None:
    read = reading(name)
    shown = page(read).xpath("//main//*[self::p[contains(@class, 'text')] or self::td[ancestor::tbody]]")
    given = [block.text for block in read.document.paragraphs]
    given += [cell.text for table in read.document.tables for cell in table.cells]
    decided = {id(one) for element in page(read).xpath("//details//td") for one in [element]}
    cells = [
        element for element in shown if not element.xpath("ancestor::details") and id(element) not in decided
    ]
    found = Counter(word for element in cells for word in source_words(element))
    assert found == Counter(word for text in given for word in text.split())


@pytest.mark.parametrize("name", SHOWN)
def test_every_link_leads_somewhere_in_the_page_and_no_name_stands_twice(name: str) -> None:
    shown = page(reading(name))
    names = shown.xpath("//@id")
    assert len(names) == len(set(names))
    links = shown.xpath("//a/@href")
    assert links
    assert all(link.removeprefix("#") in set(names) for link in links)


@pytest.mark.parametrize("name", SHOWN)
def test_tags_lead_from_the_file_to_the_plan_and_back(name: str) -> None:
    shown = page(reading(name))
    for tag in shown.xpath("//main//span[contains(@class, 'is ')]/a[@class='tag']"):
        (value,) = shown.xpath(f"//*[@id='{tag.get('href')[1:]}']")
        (back,) = value.xpath("a/@href")
        (first,) = shown.xpath(f"//*[@id='{back[1:]}']")
        assert value.xpath("string(a/text())") in first.get("title") or "continued" in tag.text


@pytest.mark.parametrize("name", SHOWN)
def test_every_action_and_finding_is_told(name: str) -> None:
    read = reading(name)
    told = page(read).text_content()
    for action in read.plan.actions:
        assert action.text in told
    for finding in read.plan.findings:
        assert finding.message in told


@pytest.mark.parametrize("name", SHOWN)
def test_the_same_reading_gives_the_same_page(name: str) -> None:
    assert to_html(reading(name)) == to_html(reading(name))


def test_the_page_needs_nothing_beside_it() -> None:
    text = to_html(reading(SHOWN[0]))
    assert "<script" not in text
    assert not re.search(r"(?:src|href)\s*=\s*[\"'](?!#)", text)
    assert "url(" not in text
    assert "@import" not in text


def test_a_merged_cell_spans_its_rows_in_the_page() -> None:
    read = reading("tarrow-active-plan.docx")
    spans = [cell.row_span for cell in read.document.tables[0].cells if cell.row_span > 1]
    assert spans
    assert [int(span) for span in page(read).xpath("(//table[@class='source'])[1]//@rowspan")] == spans


def made(text: str = "Plant trees", **more: object) -> Reading:
    """A reading of one paragraph and one cell, with whatever is to be told about it."""
    blocks = (Paragraph(1, "A plan"), Table(1, (Cell(2, 3, text, fill="#00b050"),)))
    return Reading(Document("plan.docx", "docx", "0" * 64, blocks), Plan(**more))  # type: ignore[arg-type]


def test_a_finding_is_told_beneath_its_table_and_marked_in_its_cell() -> None:
    place = Source("plan.docx", (Spot(table=1, row=2, column=3, end=5),))
    shown = page(made(findings=(Finding("no date", "Say when.", source=place),)))
    (flag,) = shown.xpath("//td//a[@class='flag']")
    (told,) = shown.xpath(f"//*[@id='{flag.get('href')[1:]}']")
    assert "Say when." in told.text_content()
    assert "table 1, row 2, column 3" in told.text_content()


def test_what_found_no_place_is_marked_listed_and_counted() -> None:
    place = Source("plan.docx", (Spot(table=1, row=2, column=3, end=11),))
    shown = page(made(unplaced=(Unplaced("Plant trees", place),)))
    assert shown.xpath("string(//td//span[contains(@class, 'unplaced')]/a/text())") == "No place"
    assert "Plant trees" in shown.xpath("string(//p[@class='heed'])")


def test_a_cells_colour_is_told_in_words_too() -> None:
    assert "cell coloured #00b050" in page(made()).text_content()


def test_a_decision_is_told_with_its_stage_its_outcome_and_its_reason() -> None:
    place = Source("plan.docx", (Spot(table=1, row=2, column=3, end=5),))
    read = made()
    decision = Decision("columns", "By when", "timescale", "the heading says so", place)
    told = page(Reading(read.document, read.plan, (decision,))).xpath("string(//section//details)")
    for words in ("columns", "By when", "timescale", "the heading says so", "table 1, row 2, column 3"):
        assert words in told


def test_words_of_a_file_are_never_markup() -> None:
    text = to_html(made("<script>alert(1)</script>", title="<b>bold</b>"))
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert "<b>bold</b>" not in text


def test_one_table_is_shown_alone_with_what_it_became() -> None:
    read = reading("tarrow-active-plan.docx")
    shown = page(read, Part(table=2))
    assert shown.xpath("//main//section/h3/@id") == ["t2"]
    inside = {cell.text for cell in read.document.tables[1].cells}
    for action in read.plan.actions:
        stands = any(action.text in text for text in inside)
        assert (action.text in shown.xpath("string(//*[@id='plan'])")) == stands


def test_one_page_is_shown_alone() -> None:
    shown = page(reading("wexcombe-year-plan.pdf"), Part(page=2))
    assert shown.xpath("//p[@class='turn']/text()") == ["Page 2"]


@pytest.mark.parametrize(
    ("part", "sentence"),
    [(Part(table=9), "There is no table 9; the file has 1."), (Part(page=1), "no pages to tell apart")],
)
def test_a_part_that_is_not_there_is_refused_with_what_is(part: Part, sentence: str) -> None:
    with pytest.raises(NoSuchPart, match=sentence):
        to_html(made(), part)


def test_the_examples_used_here_are_shipped() -> None:
    assert all((EXAMPLES / Path(name)).is_file() for name in SHOWN)
