"""Papers as they are read: the words of a part, the rows of its tables, every cell."""

from __future__ import annotations

from collections.abc import Iterator

from turntide.web.reporting.rules.paper import (
    Block,
    Bullets,
    Cell,
    Paper,
    Paragraph,
    Part,
    Picture,
    Quote,
    Subheading,
    Table,
    Words,
    plain,
)


def tables_of(paper: Paper, key: str = "") -> list[Table]:
    """The tables of a part, or of the whole paper; those of drawings are theirs."""
    parts = [part for part in paper.parts if not key or part.key == key]
    return [block for part in parts for block in part.blocks if isinstance(block, Table)]


def rows_of(paper: Paper, key: str) -> list[tuple[str, ...]]:
    """The rows of a part's tables, as words."""
    return [tuple(plain(cell.words) for cell in row) for table in tables_of(paper, key) for row in table.rows]


def cells_of(paper: Paper) -> list[Cell]:
    """Every cell of its tables."""
    return [cell for table in tables_of(paper) for row in table.rows for cell in row]


def text_of(paper: Paper, key: str) -> str:
    """All that a part says."""
    part = paper.part(key)
    return read(part) if part else ""


def read(part: Part) -> str:
    """All that a part says, without its title."""
    return "\n".join(plain(words) for block in part.blocks for words in said(block))


def said(block: Block) -> Iterator[Words]:
    """The words of a block, one after another."""
    match block:
        case Paragraph(words=words):
            yield words
        case Bullets(items=items):
            yield from items
        case Table(rows=rows):
            yield from (cell.words for row in rows for cell in row)
        case Picture(table=table):
            yield from said(table)
        case Quote() | Subheading():
            pass
