"""Word, PDF, Excel and the web page say the same words and the same figures."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from django.template.loader import render_to_string
from docx import Document
from lxml import html
from made_paper import made_paper
from made_record import made_record, record_before
from openpyxl import load_workbook
from pypdf import PdfReader

from turntide.web.reporting.papers.telling import Telling
from turntide.web.reporting.papers.writing import write
from turntide.web.reporting.printing.excel import as_excel
from turntide.web.reporting.printing.layout import Layout, every_words, tables_of
from turntide.web.reporting.printing.looks import SIGNS
from turntide.web.reporting.printing.pdf import as_pdf
from turntide.web.reporting.printing.word import as_word
from turntide.web.reporting.rules.paper import Cell, Paper, Table, plain

_SIGNS = re.compile(f"^[{''.join(SIGNS.values())}]")
Rows = list[list[str]]


@cache
def _papers() -> dict[str, Paper]:
    told = Telling(
        made_record(), before=record_before(), title="Active Tarrow", state="Draft of 25 January 2027"
    )
    return {"made": made_paper(), "board": write("board", told)}


@pytest.fixture(scope="module", params=["made", "board"])
def paper(request: pytest.FixtureRequest) -> Paper:
    return _papers()[request.param]


def tables(paper: Paper) -> list[Table]:
    return [
        table
        for part in Layout(paper).ordered
        for block in part.blocks
        for table in tables_of(block)
        if table.rows
    ]


def bare(text: str) -> str:
    return "".join(text.split())


def expected(paper: Paper) -> list[Rows]:
    return [[[bare(plain(cell.words)) for cell in row] for row in table.rows] for table in tables(paper)]


def _page(paper: Paper) -> Any:
    return html.fromstring(render_to_string("reporting/parts/paper.html", {"paper": paper}))


def test_word_has_every_cell(paper: Paper) -> None:
    made = Document(BytesIO(as_word(paper))).tables
    found = [
        [[_SIGNS.sub("", bare(_text(cell))) for cell in row.cells] for row in table.rows[1:]]
        for table in made
    ]
    assert found == expected(paper)


def _text(cell: object) -> str:
    """A cell's words without its later marks of footnotes."""
    runs = cell._tc.xpath(".//w:r[not(w:rPr/w:rStyle[@w:val='FootnoteReference'])]/w:t")  # type: ignore[attr-defined]
    return "".join(run.text or "" for run in runs)


def test_the_page_has_every_cell(paper: Paper) -> None:
    page = _page(paper)
    for mark in page.xpath("//sup[@class='tt-note']"):
        mark.drop_tree()
    found = [
        [[bare(cell.text_content()) for cell in row] for row in table.xpath(".//tbody/tr")]
        for table in page.xpath("//table")
    ]
    assert found == expected(paper)


def test_excel_has_every_cell(paper: Paper) -> None:
    book = load_workbook(BytesIO(as_excel(paper)))
    sheets = [sheet for sheet in book.worksheets[1:] if sheet.title != "Notes" and sheet.auto_filter.ref]
    for sheet, table in zip(sheets, tables(paper), strict=True):
        kept = [place for place, cell in enumerate(sheet[3]) if cell.value != "Note"]
        found = [[row[place] for place in kept] for row in sheet.iter_rows(min_row=4, values_only=True)]
        assert [list(map(_said, row)) for row in found] == [list(map(_meant, row)) for row in table.rows]


def _said(value: object) -> str:
    if isinstance(value, datetime):
        return bare(f"{value.day} {value:%B %Y}")
    return f"{value:g}" if isinstance(value, int | float) else bare(str(value or ""))


def _meant(cell: Cell) -> str:
    return f"{cell.number:g}" if cell.number is not None else bare(plain(cell.words))


def test_pdf_has_every_row(paper: Paper) -> None:
    text = bare("".join(page.extract_text() for page in PdfReader(BytesIO(as_pdf(paper))).pages))
    for table in tables(paper):
        for row in table.rows:
            pieces = (
                piece.words + (str(piece.note) if piece.note else "") for cell in row for piece in cell.words
            )
            assert bare("".join(pieces)) in text


def test_all_have_the_same_running_text_and_notes(paper: Paper) -> None:
    word = bare(_everything(as_word(paper)))
    page = bare(_page(paper).text_content())
    book = load_workbook(BytesIO(as_excel(paper)))
    sheets = bare("".join(str(cell or "") for sheet in book for row in sheet.values for cell in row))
    said = [
        piece.words for words in every_words(paper.parts) for piece in words if not _is_figure(piece.words)
    ]
    said += [note.words for note in paper.notes] + [part.title for part in paper.parts]
    for words in said:
        assert bare(words) in word and bare(words) in page
        assert bare(words) in sheets or _is_day(words)


def _is_figure(words: str) -> bool:
    return not re.search("[A-Za-z]", words)


def _is_day(words: str) -> bool:
    return bool(re.fullmatch(r"\d+ [A-Z]\w+ \d{4}", words))


def _everything(body: bytes) -> str:
    parts = Document(BytesIO(body)).part.package.parts
    xml = [part.blob for part in parts if part.partname in ("/word/document.xml", "/word/footnotes.xml")]
    return "".join(str(text) for body in xml for text in html.fromstring(body).itertext())
