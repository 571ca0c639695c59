"""Random layouts of headings, paragraphs and tables with spans, for the laws every Word-like format keeps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from hypothesis import strategies as st

from turntide.documents.document import Document, Role

_WORDS = ("parks", "Housing", "by", "2031", "&", "<open>", "ready", "Élan", "half-year", "“now”")

texts = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5).map(" ".join)


@dataclass(frozen=True)
class Spanned:
    """A cell as it is to be written: its top left corner (from 1), its reach and its lines."""

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[str, ...]

    @property
    def place(self) -> tuple[int, int, int, int]:
        return (self.row, self.column, self.rows, self.columns)


@dataclass(frozen=True)
class Tiled:
    """A table of so many rows and columns, every place of it covered by exactly one cell."""

    rows: int
    columns: int
    cells: tuple[Spanned, ...]


@dataclass(frozen=True)
class Headed:
    """A heading (level from 1) or, at level 0, a paragraph."""

    level: int
    text: str


@st.composite
def tables(draw: st.DrawFn) -> Tiled:
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(2, 4))
    free = {(row, column) for row in range(1, rows + 1) for column in range(1, columns + 1)}
    cells: list[Spanned] = []
    for row, column in sorted(free):
        if (row, column) in free:
            cell = draw(_cells((row, column), (rows, columns), frozenset(free)))
            free -= covered(cell)
            cells.append(cell)
    return Tiled(rows, columns, tuple(cells))


@st.composite
def _cells(
    draw: st.DrawFn, at: tuple[int, int], size: tuple[int, int], free: frozenset[tuple[int, int]]
) -> Spanned:
    lines = tuple(draw(st.lists(texts, max_size=3)))
    rows, columns = (draw(st.integers(1, whole - start + 1)) for start, whole in zip(at, size, strict=True))
    wanted = Spanned(*at, rows, columns, lines)
    return wanted if covered(wanted) <= free else Spanned(*at, 1, 1, lines)


def covered(cell: Spanned) -> set[tuple[int, int]]:
    return {
        (row, column)
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }


layouts = st.lists(st.one_of(st.builds(Headed, st.integers(0, 4), texts), tables()), max_size=5)


def words_of(layout: list[Headed | Tiled]) -> Counter[str]:
    """Every word that was written, as often as it was."""
    lines = [
        line for block in layout for line in ([block.text] if isinstance(block, Headed) else _lines(block))
    ]
    return Counter(word for line in lines for word in line.split())


def _lines(table: Tiled) -> list[str]:
    return [line for cell in table.cells for line in cell.lines]


def words_read(document: Document) -> Counter[str]:
    """Every word of a document, as often as it stands there."""
    return Counter(word for text in document.texts.values() for word in text.split())


def headings_of(layout: list[Headed | Tiled]) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in layout if isinstance(block, Headed)]


def headings_read(document: Document) -> list[tuple[int, str]]:
    """Each paragraph with its heading level, 0 for text."""
    return [(one.level, one.text) for one in document.paragraphs if one.role in (Role.HEADING, Role.TEXT)]


def spans_of(layout: list[Headed | Tiled]) -> list[dict[tuple[int, int, int, int], str]]:
    """The worded tables: each cell's place and text."""
    made = [
        {cell.place: "\n".join(cell.lines) for cell in one.cells} for one in layout if isinstance(one, Tiled)
    ]
    return [table for table in made if any(table.values())]


def spans_read(document: Document) -> list[dict[tuple[int, int, int, int], str]]:
    return [
        {(one.row, one.column, one.row_span, one.column_span): one.text for one in table.cells}
        for table in document.tables
    ]
