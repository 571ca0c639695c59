"""Files for the benchmark that nobody has to have: long plans of an invented place, longer PDFs, and scans.

The same call makes the same content. Every action differs from every other, as in a real plan.
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import pypdfium2
import xlsxwriter

sys.path.append(str(Path(__file__).parent.parent / "scripts"))

from examples_of_plans.blocks import Block, Cell, Grid, Heading, header
from examples_of_plans.pages import Style, pdf_of

TITLE = "Wexcombe Long Plan 2026 to 2036"
COLUMNS = ("No.", "What we will do", "By when", "Who will deliver", "Milestones", "What success looks like")
WIDTHS = (0.6, 3.4, 1.1, 2.2, 2.4, 2.6)
PER_PRIORITY = 20

VERBS = (
    "Open", "Repair", "Fund", "Light", "Plant", "Map", "Advertise", "Staff", "Extend", "Rebuild", "Insure", "Evaluate",
)  # fmt: skip
THINGS = (
    "a walking group", "two cycle routes", "the warm homes visits", "a befriending line", "the falls clinic",
    "a school breakfast", "three play areas", "the carers' register", "a cooking course", "the health checks",
    "an allotment", "the sports hall", "a drop-in for young people", "the night bus", "a quiet garden",
)  # fmt: skip
PLACES = (
    "Wexcombe station", "the harbour", "Millbrook", "the north ward", "Tarrow Hill", "Church Lane",
    "the old market", "Lower Sedge", "the hospital", "Quarry Road", "the east estate", "Fenny Ash",
    "the riverside", "Long Barton",
)  # fmt: skip
ENDS = ("", " with its residents", " for new parents", " through the winter", " at weekends")
BODIES = (
    "Housing", "Parks and Open Spaces", "Public Health", "Tarrow College", "Wexcombe Traders", "Parish Councils",
    "Highways and Transport", "Tarrow General Hospital", "Legal Services", "Wexcombe Youth Forum", "Leisure Trust",
)  # fmt: skip
WHENS = ("By March 2027", "2026/27", "2027/28", "Quarterly", "By December 2028")


def action(number: int) -> tuple[str, ...]:
    """The texts of one action, counted from 0; owners stand one to a line."""
    verb, rest = VERBS[number % 12], number // 12
    thing, rest = THINGS[rest % 15], rest // 15
    place, rest = PLACES[rest % 14], rest // 14
    what = f"{verb} {thing} near {place}{ENDS[rest % 5]}"
    owners = dict.fromkeys((BODIES[number % 11], BODIES[(number * 7 + 3) % 11]))
    ref = f"{number // PER_PRIORITY + 1}.{number % PER_PRIORITY + 1}"
    step = f"Agree plan {number + 1} with the board by spring"
    goal = f"{20 + number % 60} more people a month take part near {place}"
    return (ref, what, WHENS[number % 5], "\n".join(owners), step, goal)


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """The table's rows: a priority's name alone in its row, then its actions."""
    for number in range(count):
        if number % PER_PRIORITY == 0:
            priority = number // PER_PRIORITY + 1
            yield (f"Priority {priority} - {PLACES[priority % 14].capitalize()} and its people",)
        yield action(number)


def pdf(count: int) -> bytes:
    """So many actions on landscape A4: a ruled table for each priority, whose name is its first row."""
    blocks: list[Block] = [Heading(TITLE, 0)]
    for row in rows(count):
        if len(row) == 1:
            blocks.append(Grid((header(*COLUMNS), (Cell(row[0], columns=len(COLUMNS)),)), WIDTHS))
        else:
            table = blocks[-1]
            assert isinstance(table, Grid)
            blocks[-1] = replace(table, rows=(*table.rows, row))
    return pdf_of(tuple(blocks), Style(running_footer=TITLE))


def pdf_of_pages(pages: int) -> bytes:
    """A PDF of exactly so many pages."""
    enough = pages * 12 + 20
    made = pypdfium2.PdfDocument(pdf(enough))
    return _saved(made, [page % len(made) for page in range(pages)])


def repeated(content: bytes, pages: int) -> bytes:
    """A PDF's pages over and over until there are so many."""
    source = pypdfium2.PdfDocument(content)
    return _saved(source, [page % len(source) for page in range(pages)])


def _saved(source: pypdfium2.PdfDocument, pages: list[int]) -> bytes:
    target, made = pypdfium2.PdfDocument.new(), BytesIO()
    target.import_pages(source, pages)
    target.save(made)
    return made.getvalue()


def scanned(content: bytes, dots_per_inch: int = 200) -> bytes:
    """A PDF's pages as pictures without a text layer, as an office scanner gives them."""
    source = pypdfium2.PdfDocument(content)
    pictures = [page.render(scale=dots_per_inch / 72).to_pil().convert("L") for page in source]
    made = BytesIO()
    pictures[0].save(
        made, "PDF", save_all=True, append_images=pictures[1:], resolution=dots_per_inch, quality=75
    )
    return made.getvalue()


def xlsx(count: int) -> bytes:
    """So many actions in one sheet."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Plan")
        for number, row in enumerate((COLUMNS, *rows(count))):
            sheet.write_row(number, 0, row)
    return made.getvalue()


def txt(count: int) -> bytes:
    """So many actions as an extractor drops them: cells parted by tabs, owners by semicolons."""
    lines = ("\t".join(cell.replace("\n", "; ") for cell in row) for row in (COLUMNS, *rows(count)))
    return "\n".join((TITLE, "", *lines, "")).encode()


def docx(count: int) -> bytes:
    """So many actions in one Word table. Written as parts: python-docx takes hours for 10,000 rows."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _CONTENT_TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", "".join(_word(count)))
    return made.getvalue()


_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATED = "application/vnd.openxmlformats-package.relationships+xml"
_CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{_RELATED}"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
)


def _word(count: int) -> Iterator[str]:
    yield f'<w:document xmlns:w="{_WORD}"><w:body>{_paragraph(TITLE)}<w:tbl><w:tblGrid>'
    yield '<w:gridCol w:w="2000"/>' * len(COLUMNS) + "</w:tblGrid>"
    for row in (COLUMNS, *rows(count)):
        wide = f'<w:tcPr><w:gridSpan w:val="{len(COLUMNS)}"/></w:tcPr>' if len(row) == 1 else ""
        cells = ("".join(map(_paragraph, cell.split("\n"))) for cell in row)
        yield f"<w:tr>{''.join(f'<w:tc>{wide}{cell}</w:tc>' for cell in cells)}</w:tr>"
    yield "</w:tbl><w:sectPr/></w:body></w:document>"


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
