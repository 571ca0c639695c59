"""A paper as an Excel workbook: its words on the first sheet, each table on one of its own, its notes on the last.

No text of a plan ever becomes a formula or a link: each cell is written as what it is, and as it was written.
"""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils import translation

from turntide.web.reporting.printing.layout import Layout
from turntide.web.reporting.printing.sheets.book import Book
from turntide.web.reporting.printing.sheets.first import write_first
from turntide.web.reporting.printing.sheets.notes import write_notes
from turntide.web.reporting.printing.sheets.tables import write_tables
from turntide.web.reporting.printing.wording import printable
from turntide.web.reporting.rules.paper import Paper

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NO_DAY = "1980-01-01"


def as_excel(paper: Paper) -> bytes:
    """The paper as a workbook (.xlsx), the same bytes for the same paper."""
    out = BytesIO()
    with translation.override(paper.language), xlsxwriter.Workbook(out, _OPTIONS) as made:
        _describe(made, paper)
        book = Book(made, Layout(paper))
        write_first(book)
        write_tables(book)
        write_notes(book)
    return out.getvalue()


def _describe(made: Any, paper: Paper) -> None:
    day = date.fromisoformat((paper.dated or _NO_DAY)[:10])
    said = {"title": paper.title, "subject": paper.subtitle, "author": paper.place, "comments": paper.state}
    about = {name: printable(words) for name, words in said.items()}
    made.set_properties(about | {"created": datetime(day.year, day.month, day.day)})
    made.set_size(2400, 1600)
