"""A paper as a web page: headings, tables, footnotes that lead there and back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.template.loader import render_to_string
from lxml import html
from made_paper import made_paper

from turntide.web.reporting.rules.paper import Paper, Paragraph, Part, Piece, words


def page(paper: Paper) -> Any:
    return html.fromstring(render_to_string("reporting/parts/paper.html", {"paper": paper}))


def test_headings_go_down_step_by_step_from_the_second() -> None:
    headings = [(each.tag, each.text_content()) for each in page(made_paper()).iter("h1", "h2", "h3", "h4")]
    assert headings[0] == ("h2", "Asks and decisions sought")
    assert ("h3", "Places to move in") in headings and ("h4", "By the river") in headings
    assert [text for tag, text in headings if tag == "h2"][-2:] == ["Notes", "The whole plan"]


def test_each_link_within_the_page_leads_somewhere() -> None:
    seen = page(made_paper())
    ids = seen.xpath("//@id")
    assert len(ids) == len(set(ids))
    led = {each[1:] for each in seen.xpath("//a/@href") if each.startswith("#")}
    assert {"note-1", "cited-1", "action-1.1.2"} <= led <= set(ids)


def test_a_place_that_is_not_in_the_paper_is_not_led_to() -> None:
    paper = replace(made_paper(), parts=made_paper().parts[:-1])
    assert "#action-1.1.2" not in page(paper).xpath("//a/@href")
    assert "the lane by the school" in page(paper).text_content()


def test_cells_are_headed_and_statuses_have_shape_and_word() -> None:
    table = page(made_paper()).xpath("//table")[1]
    assert table.xpath("caption")[0].text == "Slipped, red or silent"
    assert [each.get("scope") for each in table.iter("th")] == ["col"] * 4 + ["row"] * 2
    tag = table.xpath(".//*[contains(@class, 'tt-tag--red')]")[0]
    assert tag.text_content().strip() == "Red" and tag.xpath(".//svg[@aria-hidden='true']")


def test_a_picture_is_drawn_in_the_page_with_its_words() -> None:
    seen = page(made_paper())
    assert seen.xpath("//*[@role='img']/@aria-label")[0].startswith("Two bars: 4 actions")
    assert seen.xpath("//figure//svg//text")


def test_text_never_becomes_a_part_of_the_page() -> None:
    said = Paragraph((*words("<script>alert(1)</script>"), Piece("a", url="javascript:alert(1)")))
    seen = page(replace(made_paper(), parts=(Part("a", "<b>A</b>", (said,)),)))
    assert not seen.xpath("//script | //b | //a[contains(@href, 'javascript')]")
    assert "<script>alert(1)</script>" in seen.text_content()
