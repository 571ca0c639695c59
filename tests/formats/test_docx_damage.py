"""What is no whole Word file is refused in one sentence; nothing in it is fetched or expanded."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_docx import cell, docx_bytes, laid_out, para, row, table, zipped

from turntide.documents.formats.docx import lay_out
from turntide.documents.refusals import Reason, Refusal

WHOLE = docx_bytes(para("Brookmere plan") + table(row(cell("a"), cell("b"))), {"styles": "", "numbering": ""})
ENTITIES = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><w>&x;</w>'
BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w q="&b;">&b;</w>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.DAMAGED),
        (b"PK\x03\x04 and no more", Reason.DAMAGED),
        (WHOLE[: len(WHOLE) // 2], Reason.DAMAGED),
        (zipped({"readme.txt": "no document"}), Reason.DAMAGED),
        (zipped({"word/document.xml": "<w:document"}), Reason.DAMAGED),
        (zipped({"word/document.xml": ""}), Reason.DAMAGED),
        (zipped({"word/document.xml": "<other/>"}), Reason.DAMAGED),
        (zipped({"word/document.xml": ENTITIES}), Reason.UNSAFE),
        (zipped({"word/document.xml": BOMB}), Reason.UNSAFE),
        (zipped({"word/document.xml": BOMB.encode("utf-16")}), Reason.UNSAFE),
    ],
)
def test_what_is_no_whole_word_file_is_refused(content: bytes, reason: Reason) -> None:
    with pytest.raises(Refusal) as refused:
        lay_out(content, "plan.docx")
    assert refused.value.reason is reason
    assert "\n" not in refused.value.sentence


@settings(max_examples=60)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=6))
def test_any_change_of_bytes_is_read_or_refused(at: int, change: bytes) -> None:
    content = WHOLE[:at] + change + WHOLE[at + len(change) :]
    try:
        lay_out(content, "plan.docx")
    except Refusal as refusal:
        assert refusal.reason in (Reason.DAMAGED, Reason.UNSAFE, Reason.ENCRYPTED)


def test_a_file_without_its_relations_is_still_found() -> None:
    body = docx_bytes(para("a"))
    assert lay_out(body, "plan.docx").paragraphs[0].text == "a"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    bare = f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>b</w:t></w:r></w:p></w:body></w:document>'
    assert lay_out(zipped({"word/document.xml": bare}), "plan.docx").paragraphs[0].text == "b"


def test_many_blank_paragraphs_leave_only_the_words() -> None:
    document = laid_out("<w:p/>" * 100_000 + para("here") + "<w:p/>" * 100_000)
    assert [found.text for found in document.paragraphs] == ["here"]


def test_a_document_without_words_is_doubted() -> None:
    assert any("no words" in doubt for doubt in laid_out("<w:p/>").doubts)


def test_macros_are_not_run_but_said() -> None:
    found = lay_out(docx_bytes(para("a"), {"vbaProject": ""}), "plan.docm")
    assert any("macros" in doubt for doubt in found.doubts)


@pytest.mark.parametrize("nonsense", ["", "x", "-7", "²", "9" * 5000, "1e9"])
def test_numbers_that_are_none_do_no_harm(nonsense: str) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="{nonsense}"><w:start w:val="{nonsense}"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="{nonsense}"><w:startOverride w:val="{nonsense}"/></w:lvlOverride></w:num>'
    )
    said = f'w:val="{nonsense}"'
    listed = f'<w:numPr><w:ilvl {said}/><w:numId w:val="1"/></w:numPr><w:outlineLvl {said}/>'
    body = table(
        row(cell(para("words", listed), f"<w:gridSpan {said}/>"), properties=f"<w:gridBefore {said}/>")
    )
    [found] = laid_out(body, {"numbering": numbering}).tables[0].cells
    assert found.text.endswith("words")
