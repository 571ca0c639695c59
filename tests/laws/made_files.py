"""Documents for the laws: blocks set in every format, the examples, and the corpus where it is at hand."""

from __future__ import annotations

import sys
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "layouts"))

from examples_of_plans.blocks import Blocks, Cell, Grid, placed, size
from made_documents import gist
from made_plans import Style, content_of, pdf_of
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from turntide.documents.document import Document
from turntide.documents.opening import open_here
from turntide.reading.reading import read
from turntide.reading.trace import Reading

__all__ = [
    "BARE_PAGE",
    "CORPUS",
    "EXAMPLES",
    "FORMATS",
    "NO_CORPUS",
    "PAGED",
    "REAL",
    "SHEETED",
    "content",
    "gist",
    "laid_out",
    "read_in",
    "reading_of",
]

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ("docx", "xlsx", "pdf", "html", "md", "csv", "odt", "ods", "txt")
PAGED = frozenset({"pdf"})
SHEETED = frozenset({"xlsx", "ods"})
BARE_PAGE = Style(repeat_header=False, numbered=False)
"""A page with nothing on it but what was given to be set."""

EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_file())
CORPUS_FOLDER = ROOT.parent / "shared" / "corpus"
CORPUS = sorted(
    path for folder in ("seeds", "rebuilt", "west-sussex") for path in CORPUS_FOLDER.glob(f"{folder}/*")
)
REAL = [*EXAMPLES, *CORPUS]
"""Every whole file there is to read."""
NO_CORPUS = "the corpus of real plans is not beside this repository"


def content(format_: str, blocks: Blocks) -> bytes:
    """The blocks as a file of this format, with no word in it that is not theirs."""
    if format_ == "ods":
        return ods_of(blocks)
    return pdf_of(blocks, BARE_PAGE) if format_ == "pdf" else content_of(format_, blocks)


def laid_out(format_: str, blocks: Blocks) -> Document:
    """The blocks written in a format, and laid out by its reader."""
    return open_here(content(format_, blocks), f"plan.{format_}")


def read_in(format_: str, blocks: Blocks) -> Reading:
    """The blocks written in a format, and read."""
    return read(laid_out(format_, blocks))


@cache
def reading_of(path: Path) -> Reading:
    """A whole file, read once for all its laws."""
    return read(open_here(path.read_bytes(), path.name))


def ods_of(blocks: Blocks) -> bytes:
    """The blocks as an .ods of one sheet: paragraphs in rows of their own, a blank row after each block."""
    book = OpenDocumentSpreadsheet()
    sheet = Table(name="Plan")
    for block in blocks:
        for row in _ods_rows(block if isinstance(block, Grid) else Grid(((block.text,),))):
            sheet.addElement(row)
        blank = TableRow()
        blank.addElement(TableCell())
        sheet.addElement(blank)
    book.spreadsheet.addElement(sheet)
    made = BytesIO()
    book.write(made)
    return made.getvalue()


def _ods_rows(table: Grid) -> list[Any]:
    rows, columns = size(table)
    begins = {(row, column): cell for row, column, cell in placed(table)}
    covered = {
        (row + down, column + right)
        for (row, column), cell in begins.items()
        for down in range(cell.rows)
        for right in range(cell.columns)
    }
    made = []
    for row in range(rows):
        line = TableRow()
        for column in range(columns):
            line.addElement(_ods_cell(begins.get((row, column)), (row, column) in covered))
        made.append(line)
    return made


def _ods_cell(cell: Cell | None, covered: bool) -> Any:
    if cell is None:
        return CoveredTableCell() if covered else TableCell()
    made = TableCell(valuetype="string", numbercolumnsspanned=cell.columns, numberrowsspanned=cell.rows)
    for line in cell.text.split("\n"):
        made.addElement(P(text=line))
    return made
