"""A paper as Word: real styles, headings, footnotes and alternatives, on our page or on a place's own letterhead."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from made_letterhead import BODY, FOOTER, HEADER, changed, letterhead
from made_paper import made_paper

from turntide.web.reporting.printing.faults import LetterheadError
from turntide.web.reporting.printing.word import as_word
from turntide.web.reporting.rules.paper import Bullets, Footnote, Paper, Paragraph, Part, Piece, words

PLAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MOVES = b"application/vnd.ms-word.document.macroEnabled.main+xml"
DECLARED = b"<!DOCTYPE a [<!ENTITY b 'c'>]><w:document"


def parts_of(body: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(body)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def xml(body: bytes, name: str = "word/document.xml") -> Any:
    return etree.fromstring(parts_of(body)[name])


def styled(body: bytes) -> list[tuple[str, str]]:
    return [(str(each.style.name), each.text) for each in Document(BytesIO(body)).paragraphs if each.style]


def every(root: Any, name: str) -> Iterator[Any]:
    yield from root.iter(qn(name))


@pytest.fixture(scope="module")
def body() -> bytes:
    return as_word(made_paper())


def test_headings_and_lists_are_real_ones(body: bytes) -> None:
    found = styled(body)
    assert ("Title", "Active Tarrow: October to December 2026") in found
    assert [text for name, text in found if name == "Heading 1"] == [
        part.title for part in made_paper().parts
    ]
    assert ("Heading 2", "Places to move in") in found
    assert ("Heading 3", "By the river") in found
    assert ("List Number", "Ask the county to name a day for the hearing.") in found
    assert ("Quote", "I know everybody on the quay.") in found
    assert ("Caption", "Slipped, red or silent") in found


def test_it_says_what_it_is_and_in_which_language(body: bytes) -> None:
    about = Document(BytesIO(body)).core_properties
    assert (about.title, about.subject, about.author) == (
        "Active Tarrow: October to December 2026",
        "For the board of 3 February 2027",
        "Tarrow",
    )
    assert about.language == "en-GB"
    usual = next(every(xml(body, "word/styles.xml"), "w:rPrDefault"))
    assert [each.get(qn("w:val")) for each in every(usual, "w:lang")] == ["en-GB"]


def test_a_welsh_paper_is_in_welsh() -> None:
    body = as_word(replace(made_paper(), language="cy"))
    assert Document(BytesIO(body)).core_properties.language == "cy-GB"


def test_tables_repeat_their_headings_and_keep_rows_whole(body: bytes) -> None:
    for table in every(xml(body), "w:tbl"):
        rows = list(every(table, "w:tr"))
        assert [next(every(row, "w:tblHeader"), None) is not None for row in rows] == [True] + [False] * (
            len(rows) - 1
        )
        assert all(next(every(row, "w:cantSplit"), None) is not None for row in rows)
        look = next(every(table, "w:tblLook"))
        assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")
        assert next(every(table, "w:tblCaption")).get(qn("w:val"))


def test_a_picture_has_words_points_and_its_drawing(body: bytes) -> None:
    root, parts = xml(body), parts_of(body)
    described = [each.get("descr") for each in every(root, "wp:docPr")]
    assert described == ["Two bars: 4 actions reported from July to September, 5 from October to December."]
    assert b"svgBlip" in parts["word/document.xml"]
    assert parts["word/media/drawing1.svg"].startswith(b"<?xml")
    assert parts["word/media/image1.png"].startswith(b"\x89PNG")
    assert b'ContentType="image/svg+xml"' in parts["[Content_Types].xml"]


def test_footnotes_are_words_own(body: bytes) -> None:
    notes = xml(body, "word/footnotes.xml")
    said = {each.get(qn("w:id")): "".join(each.itertext()).strip() for each in every(notes, "w:footnote")}
    assert said["3"] == "Not reported: nothing was told in the quarter: 1.2, 2.2, 2.4"
    assert sorted(said) == ["-1", "0", "1", "2", "3", "4", "5"]
    cited = [each.get(qn("w:id")) for each in every(xml(body), "w:footnoteReference")]
    assert cited == ["1", "2", "3", "4", "5"], "each stands once; the second mark refers to the first"
    assert b"NOTEREF note_2" in parts_of(body)["word/document.xml"]
    assert b"footnotePr" in parts_of(body)["word/settings.xml"]


def test_footnotes_met_out_of_order_keep_the_paper_s_numbers() -> None:
    paper = made_paper()
    turned = replace(paper, parts=(Part("a", "A", (Paragraph((Piece("9", note=4), Piece("8", note=1))),)),))
    root = xml(as_word(turned))
    marks = list(every(root, "w:footnoteReference"))
    assert [(each.get(qn("w:customMarkFollows")), each.getnext().text) for each in marks] == [
        ("1", "4"),
        ("1", "1"),
    ]


def test_a_footnote_of_very_many_actions_is_listed_apart() -> None:
    many = tuple((f"Action {number}", f"action-{number}") for number in range(300))
    paper = replace(made_paper(), notes=(Footnote(1, "All actions", many),))
    body = as_word(paper)
    assert "Action 299" not in "".join(xml(body, "word/footnotes.xml").itertext())
    assert any("Action 299" in text for name, text in styled(body) if name == "Turntide note")
    assert ("Heading 1", "Notes") in styled(body)


def test_words_lead_to_their_action(body: bytes) -> None:
    root = xml(body)
    places = {each.get(qn("w:name")) for each in every(root, "w:bookmarkStart")}
    led = {each.get(qn("w:anchor")) for each in every(root, "w:hyperlink")} - {None}
    assert led and led <= places
    numbers = [each.get(qn("w:id")) for each in every(root, "w:bookmarkStart")]
    assert len(numbers) == len(set(numbers))


def test_numbered_lists_each_begin_at_one() -> None:
    lists = tuple(Bullets((words("One"), words("Two")), numbered=True) for _ in range(2))
    root = xml(as_word(replace(made_paper(), parts=(Part("a", "A", lists),))))
    numbers = [each.get(qn("w:val")) for each in every(root, "w:numId")]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_pages_are_numbered_and_say_how_far_the_paper_is(body: bytes) -> None:
    parts = parts_of(body)
    assert b" PAGE " in parts["word/footer1.xml"]
    assert "Draft of 25 January 2027" in "".join(xml(body, "word/header1.xml").itertext())


def test_a_wide_annex_lies_on_its_side(body: bytes) -> None:
    pages = [(page.get(qn("w:w")), page.get(qn("w:h"))) for page in every(xml(body), "w:pgSz")]
    assert pages == [("11906", "16838"), ("16838", "11906")]


def test_the_same_paper_is_the_same_bytes(body: bytes) -> None:
    assert as_word(made_paper()) == body
    assert as_word(made_paper(), letterhead()) == as_word(made_paper(), letterhead())


def test_signs_that_no_file_may_hold_are_left_out() -> None:
    paper = replace(made_paper(), title="A\x00 plan\x0b of \ud800Tarrow\ufffe & <more>")
    assert ("Title", "A plan of Tarrow & <more>") in styled(as_word(paper))


def test_links_lead_only_to_pages_and_letters() -> None:
    asked = ("https://tarrow.example/a", "javascript:alert(1)", "file:///etc/passwd")
    linked = Paragraph(tuple(Piece(url, url=url) for url in asked))
    related = parts_of(as_word(_only(linked)))["word/_rels/document.xml.rels"]
    assert b"https://tarrow.example/a" in related
    assert b"javascript:" not in related and b"file:" not in related


def _only(block: Paragraph) -> Paper:
    return replace(made_paper(), parts=(Part("a", "A", (block,)),))


@pytest.mark.parametrize("template", [False, True], ids=["docx", "dotx"])
def test_a_place_s_own_letterhead_keeps_its_header_and_styles_and_loses_its_text(template: bool) -> None:
    body = as_word(made_paper(), letterhead(template=template))
    document = Document(BytesIO(body))
    section = document.sections[0]
    assert section.header.paragraphs[0].text.strip() == HEADER
    assert section.footer.paragraphs[0].text == FOOTER
    assert str(document.styles["Heading 1"].font.color.rgb) == "7A1809"
    assert ("Heading 1", "Exceptions") in styled(body)
    assert BODY.encode() not in parts_of(body)["word/document.xml"]
    assert document.core_properties.author == "Tarrow"
    assert b"template.main+xml" not in parts_of(body)["[Content_Types].xml"]


def test_a_letterhead_s_lock_and_its_own_template_are_not_taken_over() -> None:
    lock = b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:defaultTabStop'
    locked = changed(letterhead(), "word/settings.xml", b"<w:defaultTabStop", lock)
    assert b"documentProtection" in parts_of(locked)["word/settings.xml"]
    assert b"documentProtection" not in parts_of(as_word(made_paper(), locked))["word/settings.xml"]


def _with_relation(kind: str) -> bytes:
    to = 'Target="https://elsewhere.example/a.png" TargetMode="External"'
    relation = f'<Relationship Id="rId99" Type="http://x/{kind}" {to}/></Relationships>'
    return changed(letterhead(), "word/_rels/document.xml.rels", b"</Relationships>", relation.encode())


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "no Word document"),
        (b"%PDF-1.7", "no Word document"),
        (letterhead()[:3000], "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        (b"PK" + bytes(10_000_000), "larger than 10 MB"),
        (changed(letterhead(), "word/vbaProject.bin", new=b"x"), "macros"),
        (changed(letterhead(), "[Content_Types].xml", PLAIN, MOVES), "macros"),
        (changed(letterhead(), "word/media/large.bin", new=bytes(61_000_000)), "unpacks"),
        (changed(letterhead(), "word/document.xml", b"<w:document", DECLARED), "no Word document"),
        (changed(letterhead(), "word/styles.xml", b"</w:styles>", b"</w:style>"), "damaged"),
        (_with_relation("image"), "lie elsewhere"),
    ],
    ids=["empty", "pdf", "cut", "locked", "large", "macro", "macro type", "bomb", "entity", "broken", "elsewhere"],
)  # fmt: skip
def test_a_file_that_is_no_letterhead_is_refused_in_a_sentence(body: bytes, said: str) -> None:
    with pytest.raises(LetterheadError, match=said):
        as_word(made_paper(), body)


def test_links_of_a_letterhead_are_no_reason_to_refuse_it() -> None:
    assert as_word(made_paper(), _with_relation("hyperlink"))
