"""A paper as an Excel workbook: numbers are numbers, words are words, and nothing in it acts."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from made_paper import made_paper
from openpyxl import load_workbook

from turntide.web.reporting.printing.excel import as_excel
from turntide.web.reporting.rules.paper import Cell, Column, Paper, Paragraph, Part, Table, words

LEADS = ("=", "+", "-", "@", "\t", "\r", "\n=", " =")
HOSTILE = tuple(f'{lead}1+HYPERLINK("https://elsewhere.example")' for lead in LEADS) + (
    "https://tarrow.example/a",
    "{=1+1}",
    "=cmd|' /C calc'!A0",
    "_x0041_",
    "007",
)


@pytest.fixture(scope="module")
def book() -> Any:
    return load_workbook(BytesIO(as_excel(made_paper())))


def rows(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_the_first_sheet_says_what_the_paper_says(book: Any) -> None:
    said = [row[0] for row in rows(book.worksheets[0])]
    assert said[:3] == [
        "Active Tarrow: October to December 2026",
        "For the board of 3 February 2027",
        "Tarrow · Draft of 25 January 2027",
    ]
    assert "1. Ask the county to name a day for the hearing." in said
    assert "Of eight actions 5 [2] were reported, 3 [3] were not." in said


def test_each_table_has_a_sheet_with_its_headings_kept_in_sight(book: Any) -> None:
    sheet = book["Every action of the plan"]
    assert rows(sheet)[2] == ["Reference", "Action", "Lead", "How it stands", "Last told", "Updates"]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B4", "$3:$3")
    assert sheet.auto_filter.ref == "A3:F11"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0


def test_numbers_days_and_statuses_are_what_they_are(book: Any) -> None:
    first = rows(book["Every action of the plan"])[3]
    assert first == [
        "1.1.1",
        "Begin walking groups on the quay",
        "Harbour Trust",
        "Under way",
        datetime(2027, 1, 14),
        1,
    ]
    status = book["Every action of the plan"]["D5"]
    assert (status.value, status.fill.fgColor.rgb, status.font.color.rgb) == ("Red", "FFFBE6E1", "FF98210F")


def test_figures_lead_to_their_notes(book: Any) -> None:
    (name,) = [name for name in book.sheetnames if name.startswith("How the actions stand")]
    assert rows(book[name])[2] == [
        "How it stands",
        "July to September 2026",
        "October to December 2026",
        "Note",
    ]
    assert rows(book[name])[3] == ["Reported", 4, 5, "2"]
    assert book[name]["D4"].hyperlink.location == "'Notes'!A5"
    assert rows(book["Notes"])[4] == [2, "Reported between 1 October and 31 December 2026", "1.1.1"]


def test_an_empty_table_says_so(book: Any) -> None:
    assert rows(book["Removed from the plan"])[3][0] == "Nothing was removed."


def _hostile() -> Paper:
    table = Table(
        "=1+1",
        (Column("=2+2"), Column("-3")),
        tuple((Cell(words(text)), Cell(words(text))) for text in HOSTILE),
    )
    return replace(
        made_paper(),
        title="=1+1",
        parts=(Part("a", "@a", (table, *(Paragraph(words(text)) for text in HOSTILE))),),
    )


def test_no_text_acts_and_none_is_harmed() -> None:
    body = as_excel(_hostile())
    with zipfile.ZipFile(BytesIO(body)) as packed:
        sheets = [packed.read(name) for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
        related = b"".join(packed.read(name) for name in packed.namelist() if name.endswith(".rels"))
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)
    assert b"elsewhere" not in related and b"tarrow.example" not in related
    book = load_workbook(BytesIO(body))
    assert book.worksheets[0]["A1"].value == "=1+1"
    assert {cell.data_type for row in book["=1+1"].iter_rows() for cell in row} <= {"s", "n"}
    assert [_as_shown(row[0]) for row in rows(book["=1+1"])[3:]] == list(HOSTILE)
    said = [_as_shown(row[0]) for row in rows(book.worksheets[0])]
    assert [text for text in HOSTILE if text not in said] == []


def _as_shown(value: object) -> str:
    """As Excel shows it: openpyxl leaves escaped signs as they are in the file."""
    return str(value).replace("_x000D_", "\r").replace("_x005F_", "_")


def test_the_same_paper_is_the_same_bytes() -> None:
    assert as_excel(made_paper()) == as_excel(made_paper())


def test_sheets_of_the_same_caption_have_names_of_their_own() -> None:
    table = Table(
        "A caption that is much longer than a sheet's name: [may] be", (Column("A"),), ((Cell(words("1")),),)
    )
    book = load_workbook(
        BytesIO(as_excel(replace(made_paper(), parts=(Part("a", "A", (table, table, table)),))))
    )
    assert len({name.casefold() for name in book.sheetnames}) == 5
    assert all(len(name) <= 31 for name in book.sheetnames)
