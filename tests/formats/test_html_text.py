"""The text of web pages: roles, lists, what is hidden, character encodings."""

from __future__ import annotations

import pytest
from made_grids import texts_of

from turntide.documents.document import Document, Role
from turntide.documents.formats.html import lay_out


def read(page: str) -> Document:
    return lay_out(page.encode(), "plan.html")


def told(page: str) -> list[tuple[str, str, int]]:
    return [(paragraph.role.value, paragraph.text, paragraph.level) for paragraph in read(page).paragraphs]


def test_headings_have_their_level() -> None:
    assert told("<h1>Plan</h1><h3>Aim</h3><p>words") == [
        ("heading", "Plan", 1),
        ("heading", "Aim", 3),
        ("text", "words", 0),
    ]


def test_items_bear_their_label_and_depth() -> None:
    page = (
        "<ul><li>one<ul><li><p>deep</p><p>more</p></ul><li>two</ul><ol start=3><li>three<li value=9>nine</ol>"
    )
    assert told(page) == [
        ("list item", "• one", 1),
        ("list item", "• deep", 2),
        ("text", "more", 0),
        ("list item", "• two", 1),
        ("list item", "3. three", 1),
        ("list item", "9. nine", 1),
    ]


@pytest.mark.parametrize(
    ("list_", "label"),
    [
        ("<ol type=A start=28>", "BB. "),
        ("<ol type=i start=4>", "iv. "),
        ("<ol style='list-style-type: lower-alpha'>", "a. "),
        ("<ol style='list-style: none'>", ""),
        ("<ol reversed>", "1. "),
        ("<ul>", "• "),
    ],
)
def test_a_list_numbers_as_it_says(list_: str, label: str) -> None:
    assert texts_of(read(f"{list_}<li>words")) == [f"{label}words"]


def test_a_typed_bullet_in_a_bulleted_list_is_not_doubled() -> None:
    assert texts_of(read("<ul><li>– Housing<li></li><li>Parks</ul>")) == ["– Housing", "• Parks"]


def test_terms_and_their_definitions_follow_each_other() -> None:
    assert texts_of(read("<dl><dt>Lead<dd>Parks<dt>When<dd>2025</dl>")) == ["Lead", "Parks", "When", "2025"]


def test_two_line_breaks_part_paragraphs_and_one_parts_lines() -> None:
    assert texts_of(read("one<br>two<br><br>three")) == ["one\ntwo", "three"]


def test_what_borders_the_page_is_running_but_not_its_title() -> None:
    top = "<header><h1>Plan</h1><p>Logo</header><nav><ul><li>Home</ul></nav>"
    bottom = "<footer><h2>Contact</h2></footer>"
    assert [(role, text) for role, text, _ in told(f"{top}<main>Body</main>{bottom}")] == [
        ("heading", "Plan"),
        ("running", "Logo"),
        ("running", "• Home"),
        ("text", "Body"),
        ("running", "Contact"),
    ]


def test_the_windows_title_is_told_only_where_no_heading_tells_it() -> None:
    assert texts_of(read("<title>Our  plan</title><h1>OUR PLAN 2025</h1>")) == ["OUR PLAN 2025"]
    assert told("<title>Our plan</title><h1>Aims</h1>")[0] == ("running", "Our plan", 0)


def test_a_page_that_begins_with_its_banner_loses_nothing() -> None:
    assert texts_of(read("<title>t</title><header>Banner</header>Body")) == ["t", "Banner", "Body"]


def test_comments_and_scripts_are_no_words() -> None:
    assert texts_of(read("<script>var a</script><style>p{}</style><!-- no --><p>yes")) == ["yes"]


@pytest.mark.parametrize("hidden", ["hidden", "style='display:none'", "class=gone"])
def test_hidden_words_are_read_and_said(hidden: str) -> None:
    document = read(f"<style>.gone {{ visibility: hidden; }}</style><p {hidden}>draft</p><p>shown")
    assert texts_of(document) == ["draft", "shown"]
    assert document.doubts == ("Some text is hidden on the page and was read all the same.",)


def test_forms_show_what_was_filled_in() -> None:
    page = "<p>Lead: <input value='Parks'></p><p><input type=checkbox checked>Agreed</p><img alt=Green src=x>"
    assert texts_of(read(page)) == ["Lead: Parks", "☒ Agreed", "Green"]


def test_preformatted_text_keeps_its_lines() -> None:
    assert texts_of(read("<pre>a  b\n  c</pre>")) == ["a  b\nc"]


def test_entities_are_decoded() -> None:
    assert texts_of(read("<p>Fish &amp; chips &pound;5 &#8217; &lt;b&gt;")) == ["Fish & chips £5 ’ <b>"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<meta charset=windows-1252><p>£5 – café".encode("cp1252"), "£5 – café"),
        ("<meta charset=utf-8><p>£5 – café".encode("cp1252"), "£5 – café"),
        ("<p>£5 – café".encode("utf-16"), "£5 – café"),
        ("\ufeff<p>£5 – café".encode(), "£5 – café"),
        (
            "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'><p>Łódź".encode(
                "iso-8859-2"
            ),
            "Łódź",
        ),
        ("<?xml version='1.0' encoding='utf-8'?><html><p>café".encode(), "café"),
        ("<meta charset=nonsense><p>café".encode(), "café"),
    ],
)
def test_the_encoding_is_what_the_file_says_or_the_likeliest(content: bytes, text: str) -> None:
    assert texts_of(lay_out(content, "plan.html")) == [text]


@pytest.mark.parametrize("content", [b"", b"  \n", b"<!-- nothing -->", b"<html></html>"])
def test_a_page_without_words_is_a_document_without_blocks(content: bytes) -> None:
    assert lay_out(content, "plan.html").blocks == ()


def test_running_text_keeps_no_heading_role_in_the_footer() -> None:
    assert all(
        paragraph.role is Role.RUNNING for paragraph in read("<footer><h1>a</h1><p>b</footer>").paragraphs
    )
