"""Grids of words with spans, made at random, and what is told of them after reading."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from hypothesis import strategies as st

from turntide.documents.document import Document, Table

WORDS = st.sampled_from(
    [
        "Housing",
        "parks & leisure",
        "5 < 6",
        "“quoted”",
        "it's",
        "a|b",
        "x; y",
        "one, two",
        "£20k",
        "café",
        "Ref.",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


@dataclass(frozen=True)
class Put:
    """A cell put into a grid at its top left corner, counted from 1."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


@st.composite
def grids(draw: st.DrawFn, spans: bool = True) -> list[Put]:
    """Cells that tile a rectangle; the first row and column have no spans, so that each line has a corner."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    free = {(row, column) for row in range(1, height + 1) for column in range(1, width + 1)}
    found = []
    for row, column in sorted(free):
        if (row, column) in free:
            rows, columns = draw(_span(free, row, column)) if spans and row > 1 and column > 1 else (1, 1)
            free -= {(row + down, column + right) for down in range(rows) for right in range(columns)}
            found.append(Put(row, column, rows, columns, draw(TEXTS)))
    return found


def _span(free: set[tuple[int, int]], row: int, column: int) -> st.SearchStrategy[tuple[int, int]]:
    def fits(rows: int, columns: int) -> bool:
        return all((row + down, column + right) in free for down in range(rows) for right in range(columns))

    return st.sampled_from([(r, c) for r in range(1, 4) for c in range(1, 4) if fits(r, c)])


def found_in(table: Table) -> list[Put]:
    """The worded cells of a table that was read."""
    return [
        Put(cell.row, cell.column, cell.row_span, cell.column_span, cell.text)
        for cell in table.cells
        if cell.text
    ]


def rows_of(grid: list[Put]) -> list[list[Put]]:
    """The cells by the row they begin in, rows where none begins included."""
    last = max(put.row + put.rows - 1 for put in grid)
    return [[put for put in grid if put.row == row] for row in range(1, last + 1)]


def words_of(document: Document) -> Counter[str]:
    """Every word of a document, with how often it stands there."""
    return Counter(word for text in document.texts.values() for word in text.split())


def texts_of(document: Document) -> list[str]:
    """The texts of the paragraphs."""
    return [paragraph.text for paragraph in document.paragraphs]


def grid_of(document: Document, number: int = 1) -> dict[tuple[int, int], str]:
    """The worded cells of a table by row and column."""
    return {(cell.row, cell.column): cell.text for cell in document.tables[number - 1].cells if cell.text}
