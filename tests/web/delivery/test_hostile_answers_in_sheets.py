"""A file that is no sheet, or is meant to do harm, gives one sentence and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
import xlsxwriter
from delivery_fixtures import Asked
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from partner import opened_by

from turntide.web.delivery.rules.sheets import AskedRow, AskedSheet, SheetRefusedError
from turntide.web.delivery.services.sheets import sheet_for
from turntide.web.delivery.store.sheets import book
from turntide.web.delivery.store.sheets.book import Sheet, sheets_in
from turntide.web.delivery.store.sheets.making import workbook_of
from turntide.web.delivery.store.sheets.reading import found_in

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def made() -> bytes:
    row = AskedRow(
        request=UUID(int=2), action="Light the towpath", lifecycles=(("delivering", "Delivering"),)
    )
    return workbook_of(
        AskedSheet(UUID(int=1), UUID(int=3), "Tarrow", "Ray", "Autumn", date(2026, 12, 6), rows=(row,))
    )


GOOD = made()


def with_parts(**parts: bytes) -> bytes:
    """The good sheet with parts of it replaced or added; ``__`` stands for a slash and ``_`` before xml for a dot."""
    out = io.BytesIO()
    named = {
        name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"): body
        for name, body in parts.items()
    }
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in named:
                new.writestr(name, old.read(name))
        for name, body in named.items():
            new.writestr(name, body)
    return out.getvalue()


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, body in parts.items():
            new.writestr(name, body)
    return out.getvalue()


def lying() -> bytes:
    """A part that says it is shorter than it is."""
    body = bytearray(with_parts(xl__theme__theme1_xml=b" " * 3_000_000))
    at = body.rfind(b"PK\x01\x02")
    body[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(body)


STRANGE = f'<worksheet xmlns="{NS}"><sheetData><row><c t="s"><v>999999</v></c></row></sheetData></worksheet>'
HOSTILE: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "damaged or is not an Excel workbook"),
    "words": (b"Ref,Action\r\n1,Light the towpath", "damaged or is not an Excel workbook"),
    "a page": (b"<html><body>sheet</body></html>", "damaged or is not an Excel workbook"),
    "truncated": (GOOD[: len(GOOD) // 2], "damaged"),
    "without its end": (GOOD[:-30], "damaged"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password or is of an old kind"),
    "another archive": (zipped(mimetype=b"application/zip"), "not an Excel workbook"),
    "macros": (with_parts(xl__vbaProject_bin=b"Sub Auto_Open()"), "macros"),
    "a bomb": (with_parts(xl__worksheets__sheet2_xml=b" " * 60_000_000), "far more"),
    "a bomb of styles": (with_parts(xl__styles_xml=b"<xf/>" * 1_000_000), "far more"),
    "a part that lies": (lying(), "damaged"),
    "many parts": (
        zipped(**{"xl/workbook.xml": b"<a/>"}, **{f"p{at}": b"" for at in range(600)}),
        "far more",
    ),
    "entities": (
        with_parts(xl__sharedStrings_xml=b'<!DOCTYPE a [<!ENTITY b "boom">]><sst>&b;</sst>'),
        "damaged",
    ),
    "another alphabet": (with_parts(xl__workbook_xml="<workbook/>".encode("utf-16")), "damaged"),
    "broken parts": (with_parts(xl__workbook_xml=b"<workbook><sheets>"), "damaged"),
    "a strange cell": (with_parts(xl__worksheets__sheet2_xml=STRANGE.encode()), "damaged"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_it_is_refused_in_a_sentence(kind: str) -> None:
    body, words = HOSTILE[kind]
    with pytest.raises(SheetRefusedError) as told:
        sheets_in(body)
    assert words in str(told.value)
    assert str(told.value).endswith(".")


def test_a_cell_at_the_end_of_the_world_costs_nothing() -> None:
    far = (
        f'<worksheet xmlns="{NS}"><dimension ref="A1:XFD1048576"/><sheetData>'
        '<row r="1"><c r="A1" t="str"><v>here</v></c><c r="XFD1" t="str"><v>far</v></c></row>'
        '<row r="1048576"><c r="XFD1048576" t="str"><v>end</v></c></row></sheetData></worksheet>'
    )
    sheets = sheets_in(with_parts(xl__worksheets__sheet2_xml=far.encode()))
    assert sheets[1].rows[0][0].value == "here"
    assert max(len(row) for sheet in sheets for row in sheet.rows) <= 100


def test_reading_ends_when_its_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "_SECONDS", -1.0)
    with pytest.raises(SheetRefusedError, match="far more"):
        sheets_in(GOOD)


@settings(max_examples=150)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=40))
def test_damage_anywhere_is_refused_or_read(at: int, damage: bytes) -> None:
    body = GOOD[:at] + damage + GOOD[at + len(damage) :]
    assert_read_or_refused(lambda: sheets_in(body))


def assert_read_or_refused(read: Callable[[], tuple[Sheet, ...]]) -> None:
    try:
        sheets = read()
    except SheetRefusedError as told:
        assert str(told)
    else:
        found_in(sheets, UUID(int=1))


def test_a_workbook_that_is_not_ours_is_told_so(asked: Asked) -> None:
    out = io.BytesIO()
    other = xlsxwriter.Workbook(out)
    other.add_worksheet().write_string(0, 0, "Action")
    other.close()
    client = opened_by(asked.of(asked.ray))
    page = client.post(
        reverse("answer_sheet_back"), {"sheets": SimpleUploadedFile("mine.xlsx", out.getvalue())}
    )
    assert page.status_code == 422
    assert "not a sheet of ours" in page.content.decode()


def test_a_file_too_large_is_not_even_kept(asked: Asked) -> None:
    body = sheet_for(asked.of(asked.ray)).body + b"\0" * (4 * 1024 * 1024)
    client = opened_by(asked.of(asked.ray))
    page = client.post(reverse("answer_sheet_back"), {"sheets": SimpleUploadedFile("mine.xlsx", body)})
    assert (page.status_code, "larger than 4 MB" in page.content.decode()) == (422, True)
    assert not asked.round.place.originals.filter(name="mine.xlsx").exists()
