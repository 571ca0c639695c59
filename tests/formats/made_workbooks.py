"""Workbooks written for the tests: by XlsxWriter, or part by part where no writer would write such a thing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import xlsxwriter

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(fill: Callable[[Any], None]) -> bytes:
    """The bytes of a workbook that ``fill`` was given to fill."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    fill(book)
    book.close()
    return written.getvalue()


def sheet(fill: Callable[[Any, Any], None], name: str = "Plan") -> bytes:
    """The bytes of a workbook of one sheet; ``fill`` is given the book and the sheet."""
    return workbook(lambda book: fill(book, book.add_worksheet(name)))


def raw(rows: str, parts: Mapping[str, str] | None = None, links: Mapping[str, str] | None = None) -> bytes:
    """A workbook of one sheet of this XML; ``links`` are the sheet's relationships, part by kind."""
    relations = "".join(
        f'<Relationship Id="k{at}" Type="{_OFFICE}/{kind}" Target="/{part}"/>'
        for at, (kind, part) in enumerate((links or {}).items())
    )
    held = {
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Plan" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_OFFICE.replace("officeDocument/2006", "x")}/person" Target="persons.xml"/>'
        "</Relationships>",
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}">{rows}</worksheet>',
    } | dict(parts or {})
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for path, text in held.items():
            package.writestr(path, text)
    return written.getvalue()


def said(reference: str, text: str) -> str:
    """The XML of a cell with a text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'
