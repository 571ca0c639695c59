"""A plan of an invented place through four editions, each with the updates its officers wrote into its own columns.

Spring in Word, summer in Excel, autumn as CSV, winter in Word again: statuses in stray spellings, a month's column
that comes and goes, and a running column that grows at its end or its beginning.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

from docx import Document
from openpyxl import Workbook

Table = Sequence[Sequence[str]]

ACTION, LEAD, RAG, LATEST = "Action", "Lead", "RAG rating", "Latest update"
JANUARY, APRIL, TO_DATE = "January update", "April 2026 update", "Progress to date"

PATH = "Resurface the towpath between the lock and the mill"
SWIM = "Offer free swimming lessons to families in Quayside"
BIKES = "Lend bicycles from the library on Fridays"
GARDEN = "Plant a community garden behind the health centre"

SURVEY = "The whole length was surveyed with volunteers of the canal society, who found nine soft places."
CONTRACT = "The contract was let to Mill & Sons, who keep a lane open for those who walk to school."
POOL = "The pool is booked for two hours on Saturdays until the summer, at the price for schools."
LESSONS = "First lessons were held; the leisure trust lends costumes and armbands to whoever asks."
SOIL = "Soil was tested and is fit for vegetables once the old tarmac along the fence is gone."

SPRING: Table = (
    (ACTION, LEAD, RAG, LATEST, TO_DATE),
    (PATH, "Harbour Trust", "Amberish", "Tenders are back and one is within budget.", f"Jan 26: {SURVEY}"),
    (SWIM, "Leisure Wharf", "GREEN ", "Twelve families have begun.", f"Jan 26: {POOL}"),
    (BIKES, "Library service", "grn", "Ten bicycles were bought second hand.", ""),
    (GARDEN, "Alder Surgery", "Rd", "No change", f"Jan 26: {SOIL}"),
)
SUMMER: Table = (
    (ACTION, LEAD, RAG, LATEST, TO_DATE),
    (
        PATH,
        "Harbour Trust",
        "Amber",
        "Work began at the lock.",
        f"Jan 26: {SURVEY}\nApr 26: {CONTRACT}",
    ),
    (
        SWIM,
        "Leisure Wharf",
        "GREEN",
        "Twelve families have begun. Five more wait for a place.",
        f"Jan 26: {POOL}\nApr 26: {LESSONS}",
    ),
    (BIKES, "Library service", "Green", "ten bicycles were bought, second hand", ""),
    (GARDEN, "Alder Surgery", "RED", "No change", f"Jan 26: {SOIL}"),
)
AUTUMN: Table = (
    (ACTION, LEAD, "Rag Status", JANUARY, APRIL, LATEST),
    (PATH, "Harbour Trust", "G", SURVEY, CONTRACT, "Half of the path is open."),
    (SWIM, "Leisure Wharf", "green", "", LESSONS, "Seventeen families swim each week."),
    (BIKES, "Library service", "Amber/Green", "", "Lending began.", "Forty loans so far."),
    (GARDEN, "Alder Surgery", "AMBER", SOIL, "", "The surgery found a sponsor."),
)
WINTER: Table = (
    (ACTION, LEAD, RAG, TO_DATE),
    (PATH, "Harbour Trust", "Complete", f"Sept 26: The path is open.\nApr 26: {CONTRACT}\nJan 26: {SURVEY}"),
    (SWIM, "Leisure Wharf", "Green", "Oct 26: Seventeen families swim each week. A second class opens."),
    (BIKES, "Library service", "Amber", ""),
    (GARDEN, "Alder Surgery", "Green", "Oct 26: Beds are dug."),
)


def as_word(table: Table) -> bytes:
    document = Document()
    document.add_heading("Harbourside activity plan 2025-27", 0)
    laid = document.add_table(rows=0, cols=len(table[0]))
    for row in table:
        for cell, words in zip(laid.add_row().cells, row, strict=True):
            cell.text = words
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def as_excel(table: Table) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Harbourside 2025-27"
    for row in table:
        sheet.append(list(row))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def as_csv(table: Table) -> bytes:
    kept = io.StringIO()
    csv.writer(kept).writerows(table)
    return kept.getvalue().encode()


Editions = tuple[tuple[str, Table, Callable[[Table], bytes]], ...]
SERIES: Editions = (
    ("spring.docx", SPRING, as_word),
    ("summer.xlsx", SUMMER, as_excel),
    ("autumn.csv", AUTUMN, as_csv),
    ("winter.docx", WINTER, as_word),
)
"""The editions in the order they came."""
