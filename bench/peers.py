"""The tools, each read as its own documentation says: from a file to records, (kind, text) each.

This file is run by two interpreters: Turntide's, and that of the environment the other libraries live in.
So nothing is imported before it is used, and nothing of Turntide's outside its own reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

Records = list[tuple[str, str]]
Reader = Callable[[Path], Records]
Grid = Iterable[Iterable[object]]
TABLE, ROW, TEXT = "table", "row", "text"


@dataclass(frozen=True)
class Tool:
    """A tool: its name, what it is asked for, the formats it is held to, and what makes its reader."""

    name: str
    asked: str
    formats: frozenset[str]
    load: Callable[[], Reader]
    ours: bool = False


def of_grid(grid: Grid) -> Iterator[tuple[str, str]]:
    """A table's rows, and the table as a whole."""
    rows = [" | ".join(str(cell) for cell in row if cell is not None) for row in grid]
    yield from ((ROW, row) for row in rows)
    yield TABLE, "\n".join(rows)


def of_lines(text: str) -> Iterator[tuple[str, str]]:
    """Lines, and the blocks that blank lines part; a run of lines led by a bar is a table."""
    for block in re.split(r"\n\s*\n", text):
        lines = [line for line in block.splitlines() if line.strip()]
        tabular = bool(lines) and all(line.lstrip().startswith("|") for line in lines)
        yield from ((ROW if tabular else TEXT, line) for line in lines)
        yield TABLE, block


def of_frames(frames: Iterable[Any]) -> Records:
    return [record for frame in frames for record in of_grid(frame.fillna("").values.tolist())]


def turntide() -> Reader:
    plan_of = import_module("turntide").read_plan

    def read(path: Path) -> Records:
        return [(ROW, " | ".join(_fields(action))) for action in plan_of(path).actions]

    return read


def _fields(action: Any) -> Iterator[str]:
    yield action.text
    yield from (action.detail or "", action.timescale.wording if action.timescale else "")
    yield from (owner.name for owner in action.owners)
    yield from (part.text for part in (*action.milestones, *action.measures))
    yield from (milestone.cadence or "" for milestone in action.milestones)


def pdfplumber() -> Reader:
    opened = import_module("pdfplumber").open

    def read(path: Path) -> Records:
        with opened(path) as pdf:
            return [
                record for page in pdf.pages for table in page.extract_tables() for record in of_grid(table)
            ]

    return read


def camelot(flavour: str) -> Callable[[], Reader]:
    def load() -> Reader:
        read_pdf = import_module("camelot").read_pdf
        return lambda path: of_frames(
            table.df for table in read_pdf(str(path), pages="all", flavor=flavour, suppress_stdout=True)
        )

    return load


def img2table() -> Reader:
    pdf = import_module("img2table.document").PDF

    def read(path: Path) -> Records:
        found = pdf(str(path)).extract_tables(borderless_tables=True)
        return of_frames(table.df for tables in found.values() for table in tables)

    return read


def img2table_with_rapidocr() -> Reader:
    pdf = import_module("img2table.document").PDF
    recogniser = import_module("img2table.ocr").RapidOCR()

    def read(path: Path) -> Records:
        found = pdf(str(path)).extract_tables(ocr=recogniser, borderless_tables=True)
        return of_frames(table.df for tables in found.values() for table in tables)

    return read


def markitdown() -> Reader:
    converter = import_module("markitdown").MarkItDown(enable_plugins=False)
    return lambda path: list(of_lines(converter.convert(str(path)).markdown))


def kreuzberg() -> Reader:
    library = import_module("kreuzberg")
    settings = library.ExtractionConfig(use_cache=False)

    def read(path: Path) -> Records:
        found = library.extract_file_sync(str(path), config=settings)
        return [record for table in found.tables for record in of_grid(table.cells)] + list(
            of_lines(found.content)
        )

    return read


def unstructured() -> Reader:
    partition = import_module("unstructured.partition.auto").partition

    def read(path: Path) -> Records:
        found = partition(str(path), strategy="fast", languages=["eng"])
        return [record for element in found for record in _of_element(element)]

    return read


def _of_element(element: Any) -> Iterator[tuple[str, str]]:
    if not element.metadata.text_as_html:
        yield TEXT, element.text
        return
    table = import_module("lxml.html").fromstring(element.metadata.text_as_html)
    yield from of_grid([[cell.text_content() for cell in row.iter("td", "th")] for row in table.iter("tr")])


def docling() -> Reader:
    converter = import_module("docling.document_converter").DocumentConverter()

    def read(path: Path) -> Records:
        document = converter.convert(str(path)).document
        tables = [[[cell.text for cell in row] for row in table.data.grid] for table in document.tables]
        texts = [(TEXT, item.text) for item in document.texts]
        return [record for table in tables for record in of_grid(table)] + texts

    return read


def docx2python() -> Reader:
    opened = import_module("docx2python").docx2python

    def read(path: Path) -> Records:
        with opened(str(path)) as word:
            return [record for table in word.body for record in _of_nested(table)]

    return read


def _of_nested(table: list[list[list[str]]]) -> Iterator[tuple[str, str]]:
    if [len(row) for row in table] == [1]:  # paragraphs between tables come as a table of one cell
        return ((TEXT, paragraph) for paragraph in table[0][0])
    return of_grid([["\n".join(cell) for cell in row] for row in table])


def python_docx() -> Reader:
    opened = import_module("docx").Document

    def read(path: Path) -> Records:
        word = opened(str(path))
        tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in word.tables]
        texts = [(TEXT, paragraph.text) for paragraph in word.paragraphs]
        return [record for table in tables for record in of_grid(table)] + texts

    return read


def openpyxl() -> Reader:
    opened = import_module("openpyxl").load_workbook

    def read(path: Path) -> Records:
        book = opened(path, data_only=True)
        return [record for sheet in book for record in of_grid(sheet.iter_rows(values_only=True))]

    return read


def _formats(text: str) -> frozenset[str]:
    return frozenset(text.split())


PDFS = "pdf scan"
TOOLS = (
    Tool("turntide", "read_plan", _formats(f"{PDFS} docx xlsx html odt csv md txt"), turntide, ours=True),
    Tool("pdfplumber", "page.extract_tables", _formats(PDFS), pdfplumber),
    Tool("camelot lattice", "read_pdf, flavor lattice", _formats(PDFS), camelot("lattice")),
    Tool("camelot stream", "read_pdf, flavor stream", _formats(PDFS), camelot("stream")),
    Tool("img2table", "extract_tables, borderless too", _formats(PDFS), img2table),
    Tool("img2table with rapidocr", "extract_tables with its OCR", _formats("scan"), img2table_with_rapidocr),
    Tool("markitdown", "convert", _formats(f"{PDFS} docx xlsx html csv"), markitdown),
    Tool("kreuzberg", "extract_file_sync", _formats(f"{PDFS} docx xlsx html odt csv md txt"), kreuzberg),
    Tool("unstructured", "partition, strategy fast", _formats(f"{PDFS} docx xlsx html"), unstructured),
    Tool("docling", "DocumentConverter", _formats("docx html"), docling),
    Tool("docx2python", "body", _formats("docx"), docx2python),
    Tool("python-docx", "tables and paragraphs", _formats("docx"), python_docx),
    Tool("openpyxl", "iter_rows", _formats("xlsx"), openpyxl),
)
BY_NAME = {tool.name: tool for tool in TOOLS}
