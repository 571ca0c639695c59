"""Blocks set as a Word document, with cells truly merged."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor

from examples_of_plans.archive import steady
from examples_of_plans.blocks import Block, Blocks, Bullet, Cell, Grid, Heading, pieces, placed, size

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph


def docx_of(blocks: Blocks, running: str = "") -> bytes:
    """The blocks as a landscape .docx; ``running`` stands in the footer of every page."""
    word = Document()
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    if running:
        section.footer.paragraphs[0].text = running
    for block in blocks:
        set_block(word, block)
    made = BytesIO()
    word.save(made)
    return steady(made.getvalue())


def set_block(word: Word, block: Block) -> None:
    """Add one block at the end."""
    if isinstance(block, Grid):
        set_table(word, block)
    elif isinstance(block, Heading):
        word.add_heading(block.text, block.level)
    elif isinstance(block, Bullet):
        word.add_paragraph(block.text, "List Bullet" if block.depth == 1 else f"List Bullet {block.depth}")
    else:
        word.add_paragraph(block.text)


def set_table(word: Word, table: Grid) -> None:
    """Add a ruled table; a header row repeats at the top of each page."""
    rows, columns = size(table)
    made = word.add_table(rows, columns, style="Table Grid")
    places = [list(row.cells) for row in made.rows]
    for row, column, cell in placed(table):
        target = places[row][column]
        if cell.rows > 1 or cell.columns > 1:
            target = target.merge(places[row + cell.rows - 1][column + cell.columns - 1])
        set_cell(target, cell)
        if cell.header:
            repeat(made.rows[row]._tr)


def set_cell(target: _Cell, cell: Cell) -> None:
    """Write a cell, one paragraph a line."""
    for number, line in enumerate(cell.text.split("\n")):
        paragraph = target.paragraphs[0] if number == 0 else target.add_paragraph()
        write_line(paragraph, cell, line)
    if cell.fill:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), cell.fill.lstrip("#"))
        target._tc.get_or_add_tcPr().append(shade)


def write_line(paragraph: Paragraph, cell: Cell, line: str) -> None:
    """Write a line, with its struck and coloured stretches."""
    for text, look in pieces(cell, line):
        run = paragraph.add_run(text)
        run.bold = cell.header or None
        if look == "struck":
            run.font.strike = True
        elif look:
            run.font.color.rgb = RGBColor.from_string(look.lstrip("#").upper())


def repeat(row: object) -> None:
    """Mark a row as a header that repeats on each page."""
    properties = row.get_or_add_trPr()  # type: ignore[attr-defined]
    if properties.find(qn("w:tblHeader")) is None:
        properties.append(OxmlElement("w:tblHeader"))
