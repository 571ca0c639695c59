"""A table of actions, as wide as the page, its header said again on every page it runs over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from turntide.exchange.word.columns import Entries, WordColumn
from turntide.exchange.word.legal import legal, on_one_line
from turntide.exchange.word.page import BETWEEN_MARGINS
from turntide.exchange.word.styles import CELL, CELL_BULLET, COLUMN_HEAD, TABLE
from turntide.plan.model import Action

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell, _Row

NARROWEST, WIDEST_WORD = 1.3, 3.5
"""Centimetres: no column is narrower than the one, nor made wider than the other for one long word."""
LETTER, PADDING = 0.22, 0.4
"""Centimetres: the width of a letter in a cell, and what a cell keeps free at its sides."""
LONGEST_UNBROKEN = 700
"""Signs in a row's longest cell: a longer row may run over a page, else half the page before it would stay white."""


def widths_of(columns: Sequence[WordColumn], actions: Iterable[Action]) -> list[float]:
    """The width of each column in centimetres: its longest word, and more for more words, but not in proportion."""
    cells = [[" ".join(column.cell(action)) for action in actions] for column in columns]
    least = [_for_words([column.heading, *texts]) for column, texts in zip(columns, cells, strict=True)]
    usual = [sum(map(len, texts)) / max(len(texts), 1) for texts in cells]
    shares = [max(length - 4, 0.5) ** 0.7 for length in usual]
    free = BETWEEN_MARGINS - sum(least)
    if free <= 0:
        return [BETWEEN_MARGINS / len(columns)] * len(columns)
    return [width + free * share / sum(shares) for width, share in zip(least, shares, strict=True)]


def _for_words(texts: Iterable[str]) -> float:
    longest = max((len(word) for text in texts for word in text.split()), default=0)
    return max(NARROWEST, min(longest * LETTER + PADDING, WIDEST_WORD))


def add_table(
    document: Document, columns: Sequence[WordColumn], widths: Sequence[float], actions: Sequence[Action]
) -> None:
    """Draw the actions, a row each."""
    rows = [[column.cell(action) for column in columns] for action in actions]
    bulleted = [column.bulleted for column in columns]
    draw(document, [column.heading for column in columns], widths, rows, bulleted)


def draw(
    document: Document,
    headings: Sequence[str],
    widths: Sequence[float],
    rows: Sequence[Sequence[Entries]],
    bulleted: Sequence[bool],
) -> None:
    """Draw a table with these headings over its columns."""
    table = document.add_table(rows=1 + len(rows), cols=len(headings))
    table.style = document.styles[TABLE]
    table.autofit = False
    grid = [list(row.cells) for row in table.rows]
    _size(table, grid, widths)
    _mark_row(table.rows[0], "tblHeader")
    _mark_row(table.rows[0], "cantSplit")
    for heading, cell in zip(headings, grid[0], strict=True):
        _write(cell, on_one_line(heading), COLUMN_HEAD, first=True)
    for row, cells, drawn in zip(rows, grid[1:], list(table.rows)[1:], strict=True):
        if max(sum(map(len, entries)) for entries in row) <= LONGEST_UNBROKEN:
            _mark_row(drawn, "cantSplit")
        for entries, cell, listed in zip(row, cells, bulleted, strict=True):
            _fill(cell, entries, listed)


def _size(table: Any, grid: Sequence[Sequence[_Cell]], widths: Sequence[float]) -> None:
    from docx.shared import Cm

    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for cells in grid:
        for cell, width in zip(cells, widths, strict=True):
            cell.width = Cm(width)


def _mark_row(row: _Row, mark: str) -> None:
    from docx.oxml.parser import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{mark}"))


def _fill(cell: _Cell, entries: Entries, listed: bool) -> None:
    """One entry is a text of its own; several are a list, or lines."""
    told = [entry for entry in entries if legal(entry).strip()]
    bullets = listed and len(told) > 1
    for at, entry in enumerate(told or [""]):
        text = on_one_line(entry) if bullets else legal(entry)
        _write(cell, text, CELL_BULLET if bullets else CELL, first=at == 0)


def _write(cell: _Cell, text: str, style: str, *, first: bool) -> None:
    paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
    paragraph.style = style
    paragraph.add_run(text)
