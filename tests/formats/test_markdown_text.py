"""Markdown files: headings, lists, tables, and nothing lost to the format's rules."""

from __future__ import annotations

import pytest
from made_grids import grid_of, texts_of

from turntide.documents.document import Document, Look, Mark
from turntide.documents.formats.markdown import lay_out
from turntide.documents.refusals import Reason, Refusal


def read(text: str) -> Document:
    return lay_out(text.encode(), "plan.md")


def told(text: str) -> list[tuple[str, str, int]]:
    return [(paragraph.role.value, paragraph.text, paragraph.level) for paragraph in read(text).paragraphs]


def test_headings_paragraphs_and_quotes() -> None:
    assert told("# Plan *one*\n\nAim\n---\n\nsome\nwords\n\n> quoted") == [
        ("heading", "Plan one", 1),
        ("heading", "Aim", 2),
        ("text", "some words", 0),
        ("text", "quoted", 0),
    ]


def test_items_keep_their_own_marks() -> None:
    assert told("1) one\n   - [x] done\n   - [ ] open\n2) two\n\n7. seven\n8. eight\n") == [
        ("list item", "1) one", 1),
        ("list item", "• [x] done", 2),
        ("list item", "• [ ] open", 2),
        ("list item", "2) two", 1),
        ("list item", "7. seven", 1),
        ("list item", "8. eight", 1),
    ]


def test_a_table_with_lines_bars_and_marks_in_its_cells() -> None:
    document = read("| Action | Lead |\n|---|:-:|\n| plant<br>trees | Parks \\| Roads |\n| ~~dig~~ |\n")
    assert grid_of(document) == {
        (1, 1): "Action",
        (1, 2): "Lead",
        (2, 1): "plant\ntrees",
        (2, 2): "Parks | Roads",
        (3, 1): "dig",
    }
    assert [cell.header for cell in document.tables[0].cells[:3]] == [True, True, False]
    assert document.tables[0].by_place[(3, 1)].marks == (Mark(0, 3, Look.STRUCK),)


@pytest.mark.parametrize("lead", ["", "> "])
def test_a_row_wider_than_its_head_keeps_its_cells(lead: str) -> None:
    table = "\n".join(lead + line for line in ("a | b", "--|--", "1 | 2 | 3 | 4", "5 | 6"))
    assert grid_of(read(table))[(2, 4)] == "4"


def test_front_matter_is_text() -> None:
    assert texts_of(read("---\ntitle: Plan\nowner: Parks\n---\n# Aim")) == [
        "title: Plan\nowner: Parks",
        "Aim",
    ]


def test_a_link_shows_its_words_and_brackets_in_prose_stay() -> None:
    text = "[the plan](https://example.org/p) and [KH](move this) and [KH](drop)\n\n[KH]: unsure\n"
    assert texts_of(read(text)) == ["the plan and [KH](move this) and [KH](drop)", "[KH]: unsure"]


def test_hard_breaks_and_code_keep_their_lines() -> None:
    assert texts_of(read("one  \ntwo\n\n```\na  b\nc\n```\n")) == ["one\ntwo", "a  b\nc"]


def test_tables_in_html_are_read_as_on_a_page() -> None:
    document = read("Before\n\n<table><tr><td rowspan=2>a<td>b<tr><td>c</table>\n\nAfter <b>it</b>")
    assert grid_of(document) == {(1, 1): "a", (1, 2): "b", (2, 2): "c"}
    assert texts_of(document) == ["Before", "After it"]


def test_windows_line_ends_and_encoding() -> None:
    assert texts_of(lay_out("# A\r\n\r\n£5 – b\r\nc".encode("cp1252"), "a.md")) == ["A", "£5 – b c"]


@pytest.mark.parametrize("text", [">" * 3000 + " x", "- " * 500 + "x", "* " * 90 + "x"])
def test_nesting_beyond_reason_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert refused.value.reason is Reason.UNSAFE
