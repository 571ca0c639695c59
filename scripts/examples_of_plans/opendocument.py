"""Blocks set as an OpenDocument text, with cells truly merged."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from odf.opendocument import OpenDocumentText
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import H, List, ListItem, P

from examples_of_plans.archive import steady
from examples_of_plans.blocks import Block, Blocks, Bullet, Cell, Grid, Heading, placed, size


def odt_of(blocks: Blocks) -> bytes:
    """The blocks as an .odt."""
    text = OpenDocumentText()
    for block in blocks:
        text.text.addElement(set_block(block))
    made = BytesIO()
    text.write(made)
    return steady(made.getvalue())


def set_block(block: Block) -> Any:
    """One block as an element."""
    if isinstance(block, Grid):
        return set_table(block)
    if isinstance(block, Heading):
        return H(outlinelevel=block.level + 1, text=block.text)
    if isinstance(block, Bullet):
        item = ListItem()
        item.addElement(P(text=block.text))
        made = List()
        made.addElement(item)
        return made
    return P(text=block.text)


def set_table(table: Grid) -> Any:
    """A table; the places a span covers are written as covered."""
    rows, columns = size(table)
    made = Table(name="Plan")
    made.addElement(TableColumn(numbercolumnsrepeated=columns))
    begins = {(row, column): cell for row, column, cell in placed(table)}
    for row in range(rows):
        line = TableRow()
        for column in range(columns):
            cell = begins.get((row, column))
            line.addElement(set_cell(cell) if cell else CoveredTableCell())
        made.addElement(line)
    return made


def set_cell(cell: Cell) -> Any:
    """One cell, one paragraph a line."""
    spans = {"numberrowsspanned": cell.rows, "numbercolumnsspanned": cell.columns}
    made = TableCell(**{name: span for name, span in spans.items() if span > 1})
    for line in cell.text.split("\n"):
        made.addElement(P(text=line))
    return made
