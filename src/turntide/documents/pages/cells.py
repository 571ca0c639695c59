"""A table's region → the document's cells."""

from __future__ import annotations

from collections.abc import Sequence

from turntide.documents.document import Box, Cell, Mark
from turntide.documents.pages.borderless import Column
from turntide.documents.pages.ink import Fill
from turntide.documents.pages.lines import Line, joined_across
from turntide.documents.pages.paragraphs import Block, Passage, Setting, passage
from turntide.documents.pages.regions import Gapped, lines_box, ruled_blocks
from turntide.documents.pages.rows import Band, rows_of
from turntide.documents.pages.sheet import Ruled

_WHITE = "#ffffff"


def ruled_cells(table: Ruled, fills: Sequence[Fill], setting: Setting) -> list[Cell]:
    """The cells of a drawn table, the empty ones too."""
    cells = []
    for (slot, _), block in zip(table.cells, ruled_blocks(table), strict=True):
        box = _rounded(table.grid.box_of(slot))
        said = by_turn(block, setting)
        cells.append(
            Cell(
                row=slot.row + 1,
                column=slot.column + 1,
                text=said.text,
                row_span=slot.rows,
                column_span=slot.columns,
                fill=fill_of(box, fills),
                marks=said.marks,
                box=box,
            )
        )
    return cells


def by_turn(block: Block, setting: Setting) -> Passage:
    """The text of lines that may be turned: one turn after the other, level lines first."""
    text, marks = "", []
    for turn in sorted({line.turn for line in block.lines}):
        same = tuple(line for line in block.lines if line.turn == turn)
        right = block.right if turn == 0 else max(line.x1 for line in same)
        said = passage(Block(same, right), setting)
        text += "\n" if text else ""
        marks += [Mark(m.start + len(text), m.end + len(text), m.look, m.value) for m in said.marks]
        text += said.text
    return Passage(text, tuple(marks))


def fill_of(box: Box, fills: Sequence[Fill]) -> str | None:
    """The colour painted last over at least half of a cell; None for white."""
    area = max((box[2] - box[0]) * (box[3] - box[1]), 0.01)
    for fill in reversed(fills):
        wide = min(fill.x1, box[2]) - max(fill.x0, box[0])
        high = min(fill.bottom, box[3]) - max(fill.top, box[1])
        if wide > 0 and high > 0 and wide * high >= 0.5 * area:
            return None if fill.colour == _WHITE else fill.colour
    return None


def gapped_edges(columns: Sequence[Column]) -> tuple[float, ...]:
    """The borders of columns told by gaps: where each one begins, and where the last one ends."""
    return tuple(round(x, 1) for x in (*(column.x0 for column in columns), columns[-1].x1))


def gapped_cells(table: Gapped, fills: Sequence[Fill], setting: Setting) -> list[Cell]:
    """The cells of a table told by its gaps, without the empty ones."""
    columns = table.stretch.columns
    found = rows_of(table.stretch.levels, columns, setting, table.rules)
    return [
        cell for row, band in enumerate(found, 1) for cell in _row_cells(row, band, columns, fills, setting)
    ]


def _row_cells(
    row: int, band: Band, columns: Sequence[Column], fills: Sequence[Fill], setting: Setting
) -> list[Cell]:
    cells = []
    filled = sorted({piece.column for piece in band})
    for column, beyond in zip(filled, [*filled[1:], len(columns)], strict=True):
        pieces = [piece for piece in band if piece.column == column]
        span = min(max(piece.span for piece in pieces), beyond - column)
        if filled == [0] and span > 1:
            span = len(columns)
        found: list[Line] = joined_across([piece.line for piece in pieces])
        right = max([columns[column + span - 1].x1, *(line.x1 for line in found)])
        said = passage(Block(tuple(found), right), setting)
        box = lines_box(found)
        fill = fill_of(box, fills)
        cells.append(Cell(row, column + 1, said.text, 1, span, fill=fill, marks=said.marks, box=box))
    return cells


def _rounded(box: Box) -> Box:
    return (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))
