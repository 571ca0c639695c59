"""What format a file is in: first bytes before names, and one sentence where it is none we read."""

from __future__ import annotations

from typing import Protocol

import pytest
from hostile_making import (
    EVERY_ENDING,
    LOL,
    OUTSIDE,
    PLAN,
    PNG,
    XML,
    W,
    compound,
    docx,
    odt,
    old_excel,
    old_word,
    pdf,
    xlsx,
    zipped,
)
from hypothesis import given
from hypothesis import strategies as st

from turntide.documents.guarding.names import clean_name, extension, spoken
from turntide.documents.guarding.sniffing import SPOKEN_FORMATS, sniff
from turntide.documents.refusals import Reason, Refusal


class Making(Protocol):
    def __call__(self, *, prolog: str) -> bytes: ...


CERTAIN = {
    "docx": docx(),
    "xlsx": xlsx(),
    "odt": odt(),
    "ods": odt(kind="spreadsheet"),
    "pdf": pdf(),
    "doc": old_word(),
    "xls": old_excel(),
    "rtf": b"{\\rtf1 Open the lido}",
}


def refused(content: bytes, name: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        sniff(content, name)
    return caught.value


@pytest.mark.parametrize("format_", CERTAIN)
def test_what_the_bytes_say_is_believed_without_a_doubt_where_the_name_agrees(format_: str) -> None:
    sniffed = sniff(CERTAIN[format_], f"plan.{format_}")
    assert (sniffed.format, sniffed.doubts) == (format_, ())


@pytest.mark.parametrize("format_", CERTAIN)
def test_a_wrong_ending_is_said_and_the_file_read_as_what_it_is(format_: str) -> None:
    ending = "pdf" if format_ == "docx" else "docx"
    sniffed = sniff(CERTAIN[format_], f"plan.{ending}")
    assert sniffed.format == format_
    (doubt,) = sniffed.doubts
    assert f".{ending}" in doubt
    assert SPOKEN_FORMATS[format_] in doubt


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("plan.txt", "text"),
        ("plan", "text"),
        ("plan.csv", "csv"),
        ("plan.TSV", "csv"),
        ("plan.md", "markdown"),
        ("plan.markdown", "markdown"),
        ("plan.htm", "html"),
    ],
)
def test_plain_words_are_what_their_name_says(name: str, format_: str) -> None:
    assert sniff(PLAN.encode(), name).format == format_


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_words_are_words_in_any_usual_encoding(encoding: str) -> None:
    assert sniff("Café opening by March – £2,000\tLeisure".encode(encoding), "plan.txt").format == "text"


@pytest.mark.parametrize("name", ["export.xls", "page.doc", "plan.txt", "plan.csv"])
def test_a_web_page_under_another_name_is_read_as_a_web_page(name: str) -> None:
    sniffed = sniff(b"\n<!DOCTYPE html><html><table><tr><td>Lido</table></html>", name)
    assert sniffed.format == "html"
    assert len(sniffed.doubts) == 1


def test_markup_amid_words_does_not_make_a_web_page() -> None:
    assert sniff(b"1\t<p>Open the <b>lido</b></p>\tLeisure", "plan.txt").format == "text"


@pytest.mark.parametrize("name", ["plan.docx", "plan.xlsx", "plan.pdf", "plan.odt", "plan.rtf"])
def test_plain_words_under_an_office_name_are_refused(name: str) -> None:
    refusal = refused(PLAN.encode(), name)
    assert refusal.reason is Reason.WRONG_NAME
    assert "rename" in refusal.sentence


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PNG, "PNG picture"),
        (b"MZ\x90\0" + bytes(200), "Windows program"),
        (b"\xff\xd8\xff\xe0" + bytes(99), "JPEG"),
        (zipped({"plan.txt": PLAN}), "zip archive"),
        (zipped({"inner.zip": zipped({"inner.zip": zipped({"a": "b"})})}), "zip archive"),
        (zipped({"ppt/presentation.xml": "<p/>"}), "PowerPoint"),
        (zipped({"xl/workbook.bin": b"\x83\x01"}), ".xlsb"),
        (zipped({"mimetype": "application/epub+zip"}), "e-book"),
        (compound({"PowerPoint Document": b""}), "PowerPoint"),
        (compound({"__properties_version1.0": b""}), "Outlook"),
        (compound({"Contents": b""}), "old Office file"),
    ],
)
@pytest.mark.parametrize("ending", ["docx", "txt"])
def test_what_is_not_read_is_named_with_what_to_do(content: bytes, kind: str, ending: str) -> None:
    refusal = refused(content, f"plan.{ending}")
    assert refusal.reason is (Reason.WRONG_NAME if ending == "docx" else Reason.UNKNOWN)
    assert kind in refusal.sentence


@pytest.mark.parametrize("svg", [f"{XML}{LOL}<svg>&c;</svg>", f"{OUTSIDE}<svg>&b;</svg>", "<svg/>"])
def test_a_drawing_is_not_read(svg: str) -> None:
    assert refused(svg.encode(), "plan.svg").reason is Reason.UNKNOWN


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\0" * 99, b"\xef\xbb\xbf", b"\xff\xfe"])
@pytest.mark.parametrize("ending", EVERY_ENDING)
def test_nothing_is_empty_under_every_name(content: bytes, ending: str) -> None:
    assert refused(content, f"plan.{ending}").reason is Reason.EMPTY


@pytest.mark.parametrize(
    "content",
    [
        compound({"EncryptionInfo": b"", "EncryptedPackage": b""}),
        old_word(locked=True),
        old_excel(locked=True),
    ],
)
def test_a_password_is_named(content: bytes) -> None:
    refusal = refused(content, "plan.docx")
    assert refusal.reason is Reason.ENCRYPTED
    assert "without the password" in refusal.sentence


def test_a_workbook_within_an_old_word_file_does_not_make_it_a_workbook() -> None:
    inner = old_excel(locked=True)
    assert (
        sniff(compound({"WordDocument": b"\xec\xa5" + bytes(20), "ObjectPool": inner}), "a.doc").format
        == "doc"
    )


def test_macros_are_said_to_be_left_alone() -> None:
    sniffed = sniff(docx(more={"word/vbaProject.bin": b"\xd0\xcf"}), "plan.docm")
    assert sniffed.format == "docx"
    assert "macros" in sniffed.doubts[0]


@pytest.mark.parametrize("declaration", [LOL, OUTSIDE, "<!DOCTYPE a>", f"<!-- {'x' * 9999} -->{LOL}"])
@pytest.mark.parametrize("make", [docx, xlsx, odt])
def test_declared_entities_are_unsafe_in_every_office_file(make: Making, declaration: str) -> None:
    assert refused(make(prolog=XML + declaration), "plan").reason is Reason.UNSAFE


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp037"])
def test_no_encoding_hides_a_declaration(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>{LOL}<w:document {W}/>'
    content = text.encode(encoding) if encoding != "utf-7" else text.replace("<!", "+ADwhAA-").encode()
    assert refused(zipped({"word/document.xml": content}), "plan.docx").reason is Reason.UNSAFE


def test_a_web_page_that_declares_entities_is_unsafe() -> None:
    page = b'<!DOCTYPE html [<!ENTITY a "b">]><html>&a;</html>'
    assert refused(page, "plan.html").reason is Reason.UNSAFE


def test_a_usual_document_type_is_no_harm_in_a_web_page() -> None:
    page = b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/x.dtd"><html>a[1]</html>'
    assert sniff(page, "plan.html").format == "html"


@given(st.text(min_size=1))
def test_any_name_is_spoken_in_one_clean_line(name: str) -> None:
    shown = spoken(name)
    assert shown == " ".join(shown.split())
    assert shown.isprintable()
    assert len(shown) <= 83
    shown.encode()


def test_a_name_keeps_its_ending() -> None:
    assert extension("My\nPlan.final.DOCX") == "docx"
    assert clean_name("folder/My\nPlan\x1b[31m.docx") == "My Plan [31m.docx"
