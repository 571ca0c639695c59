"""Blocks set as plain text: CSV, Markdown, and what other people's extractors leave of a document."""

from __future__ import annotations

import csv
from io import StringIO

from examples_of_plans.blocks import Block, Blocks, Bullet, Grid, Heading, flat


def csv_of(blocks: Blocks, separator: str = ",", blank_rows_after: int = 0) -> bytes:
    """The blocks as .csv (or .tsv): a paragraph is a row of one cell."""
    made = StringIO()
    writer = csv.writer(made, delimiter=separator, lineterminator="\r\n")
    columns = 1
    for block in blocks:
        rows = flat(block) if isinstance(block, Grid) else [[block.text]]
        columns = max(columns, *(len(row) for row in rows))
        writer.writerows(rows)
    writer.writerows([[""] * columns] * blank_rows_after)
    return made.getvalue().encode()


def markdown_of(blocks: Blocks) -> bytes:
    """The blocks as .md, tables with pipes."""
    return ("\n\n".join(markdown_block(block) for block in blocks) + "\n").encode()


def markdown_block(block: Block) -> str:
    """One block as Markdown."""
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {block.text}"
    if isinstance(block, Bullet):
        return f"{'  ' * (block.depth - 1)}- {block.text}"
    if not isinstance(block, Grid):
        return block.text
    rows = [[text.replace("|", r"\|").replace("\n", "<br>") for text in row] for row in flat(block)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])


def text_of(blocks: Blocks) -> bytes:
    """The blocks as .txt: cells parted by tabs, a cell's lines run together, blocks by blank lines."""
    return ("\n\n".join(text_block(block) for block in blocks) + "\n").encode()


def text_block(block: Block) -> str:
    """One block as text."""
    if isinstance(block, Grid):
        return "\n".join("\t".join(text.replace("\n", " ") for text in row) for row in flat(block))
    return f"• {block.text}" if isinstance(block, Bullet) else block.text
