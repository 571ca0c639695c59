"""Blocks set as a web page with row and column spans."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from examples_of_plans.blocks import Block, Blocks, Bullet, Cell, Grid, Heading, as_cell, pieces


def html_of(blocks: Blocks) -> bytes:
    """The blocks as an .html page."""
    title = next((block.text for block in blocks if isinstance(block, Heading) and block.level == 0), "")
    body = "\n".join(set_blocks(blocks))
    page = f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{escape(title)}</title></head>'
    return f"{page}\n<body>\n{body}\n</body>\n</html>\n".encode()


def set_blocks(blocks: Blocks) -> Iterator[str]:
    """The blocks as HTML, bullets that follow one another as one list."""
    for listed, run in groupby(blocks, key=lambda block: isinstance(block, Bullet)):
        if listed:
            yield f"<ul>{''.join(f'<li>{escape(text_in(item))}</li>' for item in run)}</ul>"
        else:
            yield from map(set_block, run)


def text_in(block: Block) -> str:
    """The words of a block that is not a grid."""
    return "" if isinstance(block, Grid) else block.text


def set_block(block: Block) -> str:
    """One block as HTML."""
    if isinstance(block, Grid):
        rows = "\n".join(f"<tr>{''.join(set_cell(as_cell(cell)) for cell in row)}</tr>" for row in block.rows)
        return f"<table>\n{rows}\n</table>"
    if isinstance(block, Heading):
        return f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>"
    return f"<p>{escape(block.text)}</p>"


def set_cell(cell: Cell) -> str:
    """One cell, its lines parted by breaks."""
    tag = "th" if cell.header else "td"
    spans = (f' rowspan="{cell.rows}"' if cell.rows > 1 else "") + (
        f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    )
    fill = f' style="background-color: {cell.fill}"' if cell.fill else ""
    lines = "<br>".join(set_line(cell, line) for line in cell.text.split("\n"))
    return f"<{tag}{spans}{fill}>{lines}</{tag}>"


def set_line(cell: Cell, line: str) -> str:
    """A line with its struck and coloured stretches."""
    return "".join(dressed(escape(text), look) for text, look in pieces(cell, line))


def dressed(text: str, look: str) -> str:
    """A stretch in its look."""
    if not look:
        return text
    return f"<s>{text}</s>" if look == "struck" else f'<span style="color: {look}">{text}</span>'
