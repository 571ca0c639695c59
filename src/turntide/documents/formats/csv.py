"""Tables of comma, semicolon, tab or bar separated values."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from turntide.documents.charsets import decoded
from turntide.documents.document import Cell, Document, Layout

Rows = list[list[str]]

DELIMITERS = "\t|;,"
"""Rarest in prose first: where two serve a file equally well, the rarer one was meant."""
UNCLOSED = "A quotation mark is opened and never closed, so some rows may have run together."

_SAMPLE = 200_000
_SAYS = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def lay_out(content: bytes, name: str) -> Document:
    """Lay out a .csv or .tsv file as one table; each row keeps its number, each cell its column."""
    layout = Layout(name, "csv", content)
    text, doubt = decoded(content)
    if doubt:
        layout.doubt(doubt)
    says = _SAYS.match(text)
    rest = text[says.end() :] if says else text
    delimiter = says[1] if says else delimiter_of(rest)
    if not _is_whole(rest, delimiter):
        layout.doubt(UNCLOSED)
    rows = _rows(rest, delimiter)
    layout.table(_cells(rows, first=2 if says else 1))
    return layout.document()


def delimiter_of(text: str) -> str:
    """The delimiter that cuts the most rows to one same width, without cutting through quoted cells."""
    sample = text[:_SAMPLE]
    present = [delimiter for delimiter in DELIMITERS if delimiter in sample]
    return max(present, key=lambda delimiter: _evenness(sample, delimiter), default=",")


def _evenness(sample: str, delimiter: str) -> tuple[int, int]:
    """How many rows share the commonest width, and that width; a stray quotation mark speaks against it."""
    rows = [row for row in _rows(sample, delimiter) if any(cell.strip() for cell in row)]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, count = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
    cut = sum(any(_is_cut(cell) for cell in row) for row in rows)
    return (count - cut, width)


def _is_cut(cell: str) -> bool:
    return cell.count('"') % 2 == 1


def _rows(text: str, delimiter: str) -> Rows:
    csv.field_size_limit(max(len(text) + 1, 131_072))
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True))


def _is_whole(text: str, delimiter: str) -> bool:
    """Whether every quoted cell is closed; the standard library says so only in its strict mode."""
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True
    )
    try:
        for _ in reader:
            pass
    except csv.Error as error:
        return "end of data" not in str(error)
    return True


def _cells(rows: Rows, first: int) -> list[Cell]:
    return [
        Cell(row, column, text)
        for row, cells in enumerate(rows, start=first)
        for column, cell in enumerate(cells, start=1)
        if (text := _tidy(cell))
    ]


def _tidy(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()
