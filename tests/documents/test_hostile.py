"""Files made to do harm: each is one sentence or a sound document, within the limits, never a traceback."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from hostile_making import (
    EVERY_ENDING,
    PLAN,
    PNG,
    compound,
    docx,
    odt,
    overlapping,
    pdf,
    stream,
    swollen,
    xlsx,
    zip_bomb,
    zip_entry,
    zip_of,
    zipped,
)
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from turntide.documents.document import Document
from turntide.documents.guarding.limits import LIMITS, MEGABYTE
from turntide.documents.opening import open_bytes
from turntide.documents.refusals import Reason, Refusal

Make = Callable[[], bytes]
FOUND = Path(__file__).parent / "hostile"
LIMITED = replace(LIMITS, seconds=10, memory=1024 * MEGABYTE, conversion_seconds=20)


def outcome(content: bytes, name: str) -> Document | Refusal:
    """What becomes of it. Anything but a document or a refusal of one clean sentence fails the test."""
    try:
        document = open_bytes(content, name, LIMITED)
    except Refusal as refusal:
        assert refusal.sentence.isprintable()
        assert refusal.sentence.endswith(".")
        assert "Traceback" not in refusal.sentence
        return refusal
    assert document.texts is not None
    return document


def _reason(content: bytes, name: str) -> Reason | None:
    found = outcome(content, name)
    return found.reason if isinstance(found, Refusal) else None


def _cells(count: int) -> str:
    return "".join(f'<row r="{number}"/>' for number in range(1, count + 1))


def _nested_tables(depth: int) -> str:
    before, after = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    return before * depth + f"<w:p><w:r><w:t>{PLAN}</w:t></w:r></w:p>" + after * depth


def _doubled_entries() -> bytes:
    return zip_of([zip_entry(b"word/document.xml", b"\x03\x00", 0) for _ in range(2)])


def _locked_pdf() -> bytes:
    made = BytesIO()
    canvas = Canvas(made, encrypt=StandardEncryption("secret", ownerPassword="other"))
    canvas.drawString(72, 720, PLAN)
    canvas.save()
    return made.getvalue()


REFUSED: tuple[tuple[str, Make, str, Reason], ...] = (
    ("a zip bomb", zip_bomb, "plan.docx", Reason.TOO_LARGE),
    ("a bomb that says it is small", lambda: zip_bomb(says=5000), "plan.docx", Reason.UNSAFE),
    ("six million empty paragraphs", lambda: docx("<w:p/>" * 6_000_000), "plan.docx", Reason.TOO_LARGE),
    (
        "ten thousand parts",
        lambda: zipped({f"word/{n}": b"" for n in range(10_001)}),
        "plan.docx",
        Reason.TOO_LARGE,
    ),
    ("overlapping parts", overlapping, "plan.docx", Reason.UNSAFE),
    ("two parts of a name", _doubled_entries, "plan.docx", Reason.UNSAFE),
    ("a path outside", lambda: docx(more={"../../etc/cron.d/x": b"x"}), "plan.docx", Reason.UNSAFE),
    ("an absolute path", lambda: docx(more={"/etc/cron.d/x": b"x"}), "plan.docx", Reason.UNSAFE),
    (
        "a locked part",
        lambda: zip_of([zip_entry(b"word/a", b"x" * 20, 9, flags=1)]),
        "a.docx",
        Reason.ENCRYPTED,
    ),
    (
        "an unusual packing",
        lambda: zip_of([zip_entry(b"word/a", b"x", 9, method=99)]),
        "a.docx",
        Reason.UNSAFE,
    ),
    ("a locked office file", lambda: compound({"EncryptedPackage": b""}), "plan.xlsx", Reason.ENCRYPTED),
    ("a locked pdf", _locked_pdf, "plan.pdf", Reason.ENCRYPTED),
    ("a picture", lambda: PNG, "plan.docx", Reason.WRONG_NAME),
    (
        "a swelling page",
        lambda: pdf(stream(swollen(1024), b"/Filter /FlateDecode")),
        "a.pdf",
        Reason.TOO_LARGE,
    ),
    ("ten thousand pages", lambda: pdf(pages=10_000), "plan.pdf", Reason.TOO_LARGE),
    ("a very long text", lambda: b"Open the lido\n" * 15_000_000, "plan.txt", Reason.TOO_LARGE),
    ("a line of 50 MB", lambda: b"lido," * 10_000_000, "plan.csv", Reason.TOO_LARGE),
)

SURVIVED: tuple[tuple[str, Make, str], ...] = (
    ("paragraphs below the ratio", lambda: docx("".join(map(_numbered, range(300_000)))), "plan.docx"),
    ("tables within tables", lambda: docx(_nested_tables(1000)), "plan.docx"),
    ("a span of a milliard", lambda: docx(_spanning(10**9)), "plan.docx"),
    ("a cell in the far corner", lambda: xlsx(_far_cell()), "plan.xlsx"),
    ("cells in both corners", lambda: xlsx(_near_cell() + _far_cell()), "plan.xlsx"),
    ("a merge to the far corner", lambda: xlsx(after=_merge("A1:XFD1048576")), "plan.xlsx"),
    ("many overlapping merges", lambda: xlsx(after=_merge(*["A1:XFD1048576"] * 2000)), "plan.xlsx"),
    ("a million declared rows", lambda: xlsx(dimension="A1:XFD1048576"), "plan.xlsx"),
    ("a million empty rows", lambda: xlsx(_cells(1_000_000)), "plan.xlsx"),
    ("a page tree in a circle", lambda: pdf(kids=b"2 0 R"), "plan.pdf"),
    ("a page whose content is the page", lambda: pdf(b"<< /Length 4 0 R >>\nstream\nendstream"), "plan.pdf"),
    ("a picture's bomb in a page", lambda: pdf(stream(swollen(300), b"/Fl")), "plan.pdf"),
    ("tags 100,000 deep", lambda: b"<html>" + b"<div>" * 100_000 + b"lido", "plan.html"),
    (
        "tables within tables",
        lambda: b"<table><tr><td>" * 1000 + b"lido" + b"</td></tr></table>" * 1000,
        "a.html",
    ),
    (
        "a span of a milliard",
        lambda: b'<table><tr><td colspan=1000000000 rowspan="999999999">lido',
        "plan.html",
    ),
    ("spans that multiply", lambda: b"<table>" + b"<tr><td colspan=999 rowspan=999>a" * 2000, "plan.html"),
    ("a web page of one attribute", lambda: b'<p title="' + b"x" * 5_000_000, "plan.html"),
    ("lists 5,000 deep", lambda: b"".join(b" " * n * 2 + b"- a\n" for n in range(2000)), "plan.md"),
    ("quotes 50,000 deep", lambda: b">" * 50_000 + b" lido", "plan.md"),
    ("brackets 50,000 deep", lambda: b"[" * 50_000 + b"](" * 50_000, "plan.md"),
    ("a thousand tabs a line", lambda: (b"\t" * 1000 + b"lido\n") * 1000, "plan.txt"),
    ("a quote never closed", lambda: b'a,b\n"' + b"lido,\n" * 200_000, "plan.csv"),
    ("nothing but commas", lambda: b"," * 1_000_000, "plan.csv"),
)


def _numbered(number: int) -> str:
    return f'<w:p w:rsidR="{number:08X}"/>'


def _spanning(columns: int) -> str:
    properties = f'<w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>'
    return f"<w:tbl><w:tr><w:tc>{properties}<w:p><w:r><w:t>{PLAN}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"


def _near_cell() -> str:
    return '<row r="1"><c r="A1"><v>1</v></c></row>'


def _far_cell() -> str:
    return '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def _merge(*areas: str) -> str:
    return "<mergeCells>" + "".join(f'<mergeCell ref="{area}"/>' for area in areas) + "</mergeCells>"


@pytest.mark.parametrize(
    ("make", "name", "reason"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_harm_that_can_be_seen_is_refused(make: Make, name: str, reason: Reason) -> None:
    assert _reason(make(), name) is reason


@pytest.mark.parametrize(
    ("make", "name"), [case[1:] for case in SURVIVED], ids=[f"{case[0]} ({case[2]})" for case in SURVIVED]
)
def test_harm_that_has_to_be_tried_ends_in_a_sentence_or_a_document(make: Make, name: str) -> None:
    outcome(make(), name)


WHOLE: dict[str, Make] = {
    "docx": docx,
    "xlsx": xlsx,
    "odt": odt,
    "ods": partial(odt, kind="spreadsheet"),
    "pdf": pdf,
}


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
@pytest.mark.parametrize("format_", WHOLE)
def test_a_file_cut_short_is_damaged(format_: str, share: float) -> None:
    whole = WHOLE[format_]()
    assert _reason(whole[: int(len(whole) * share)], f"plan.{format_}") is Reason.DAMAGED


@pytest.mark.parametrize("ending", [ending for ending in EVERY_ENDING if ending not in {"rtf", "doc"}])
def test_random_bytes_are_never_a_plan(ending: str) -> None:
    noise = random.Random(ending).randbytes(5000)
    assert _reason(noise, f"plan.{ending}") in {Reason.DAMAGED, Reason.UNKNOWN, Reason.WRONG_NAME}


@pytest.mark.parametrize("path", sorted(FOUND.iterdir()), ids=lambda path: path.name)
def test_files_that_broke_something_once_do_so_no_more(path: Path) -> None:
    outcome(path.read_bytes(), path.name)
