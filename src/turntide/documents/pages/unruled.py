"""Drawn columns without drawn rows: a frame with standing rulings only, whose rows are told by their gaps."""

from __future__ import annotations

from collections.abc import Sequence

from turntide.documents.pages.borderless import Column, Stretch, levels
from turntide.documents.pages.paragraphs import Setting
from turntide.documents.pages.regions import Gapped
from turntide.documents.pages.rows import Band, rows_of
from turntide.documents.pages.sheet import Ruled

_MOST_RULED = 2
"""A grid of more rows than a header and a body has its rows drawn."""
_FILLED = 0.7
"""Rows not drawn are believed where each fills its first column and this share of all columns."""


def without_row_rulings(table: Ruled, setting: Setting) -> Gapped | None:
    """A drawn table as one told by its gaps, where its columns are drawn but its rows surely are not."""
    grid = table.grid
    found = [line for _, inner in table.cells for line in inner]
    plain = all(slot.rows == 1 and slot.columns == 1 for slot, _ in table.cells)
    if not plain or len(grid.xs) < 3 or len(grid.ys) - 1 > _MOST_RULED or any(line.turn for line in found):
        return None
    columns = tuple(
        Column(left, max([left + 1.0, *(line.x1 for line in found if left <= line.x0 < right)]))
        for left, right in zip(grid.xs, grid.xs[1:], strict=False)
    )
    stretch = Stretch(tuple(levels(found)), columns)
    rules = grid.ys[1:-1]
    return (
        Gapped(stretch, rules)
        if _surely_rows(rows_of(stretch.levels, columns, setting, rules), columns)
        else None
    )


def _surely_rows(rows: Sequence[Band], columns: Sequence[Column]) -> bool:
    filled = [{piece.column for piece in row} for row in rows]
    return len(rows) > _MOST_RULED and all(0 in row and len(row) >= _FILLED * len(columns) for row in filled)
