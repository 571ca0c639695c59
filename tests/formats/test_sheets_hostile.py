"""Workbooks no one would write: they are refused, or read at no cost."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from made_grids import grid_of
from made_workbooks import raw, said, sheet

from turntide.documents.document import Document
from turntide.documents.formats import ods, xls, xlsx
from turntide.documents.refusals import Reason, Refusal

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def test_a_cell_in_the_last_corner_is_one_cell() -> None:
    rows = f"<row r='1'>{said('A1', 'a')}</row><row r='1048576'>{said('XFD1048576', 'z')}</row>"
    assert grid_of(xlsx.lay_out(raw(f"<sheetData>{rows}</sheetData>"), "a.xlsx")) == {
        (1, 1): "a",
        (1_048_576, 16_384): "z",
    }


def test_merges_over_everything_thousands_of_times() -> None:
    rows = "".join(f"<row r='{row}'>{said(f'A{row}', 'w')}</row>" for row in range(1, 500))
    merges = "<mergeCell ref='A1:XFD1048576'/>" * 5000
    document = xlsx.lay_out(raw(f"<sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>"), "a.xlsx")
    assert document.tables[0].cells[0].row_span == 499
    assert len(document.paragraphs) == 498


def test_a_hundred_thousand_empty_rows() -> None:
    rows = "".join(f"<row r='{row}' ht='3'/>".replace("'", '"') for row in range(2, 100_000))
    document = xlsx.lay_out(raw(f'<sheetData><row r="1">{said("A1", "a")}</row>{rows}</sheetData>'), "a.xlsx")
    assert grid_of(document) == {(1, 1): "a"}


def packed(**parts: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, text in parts.items():
            package.writestr(name.replace("_", "."), text)
    return written.getvalue()


DOCTYPE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
SHEET = '<worksheet xmlns="x"><sheetData><row><c><v>&x;</v></c></row></sheetData></worksheet>'


@pytest.mark.parametrize(
    ("content", "lay_out", "reason"),
    [
        (raw("", {"xl/worksheets/sheet1.xml": DOCTYPE + SHEET}), xlsx.lay_out, Reason.UNSAFE),
        (raw("", {"xl/workbook.xml": DOCTYPE + "<workbook/>"}), xlsx.lay_out, Reason.UNSAFE),
        (raw("<sheetData><row"), xlsx.lay_out, Reason.DAMAGED),
        (
            raw("<sheetData><row r='1'><c r='A1' t='s'><v>7</v></c></row></sheetData>"),
            xlsx.lay_out,
            Reason.DAMAGED,
        ),
        (raw("<sheetData><row r='2000000'><c><v>7</v></c></row></sheetData>"), xlsx.lay_out, Reason.DAMAGED),
        (raw("<sheetData>" * 400), xlsx.lay_out, Reason.UNSAFE),
        (sheet(lambda _, plan: plan.write("A1", "a"))[:-400], xlsx.lay_out, Reason.DAMAGED),
        (packed(a="b"), xlsx.lay_out, Reason.DAMAGED),
        (b"", xlsx.lay_out, Reason.DAMAGED),
        (OLE + "EncryptedPackage".encode("utf-16-le"), xlsx.lay_out, Reason.ENCRYPTED),
        (OLE + bytes(600), xlsx.lay_out, Reason.WRONG_NAME),
        (OLE + bytes(600), xls.lay_out, Reason.DAMAGED),
        (packed(a="b"), ods.lay_out, Reason.DAMAGED),
        (packed(content_xml="<a/>"), ods.lay_out, Reason.DAMAGED),
        (packed(content_xml=DOCTYPE + "<a/>"), ods.lay_out, Reason.UNSAFE),
        (
            packed(**{"META-INF/manifest_xml": "<encryption-data/>", "content_xml": "?"}),
            ods.lay_out,
            Reason.ENCRYPTED,
        ),
    ],
)
def test_what_cannot_be_read_is_refused(
    content: bytes, lay_out: Callable[[bytes, str], Document], reason: Reason
) -> None:
    with pytest.raises(Refusal) as refused:
        lay_out(content, "plan")
    assert refused.value.reason is reason
    assert refused.value.sentence.endswith(".")
