"""A paper as it is laid out, the same in each format: what stands where, and what leads to what. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from turntide.web.reporting.rules.paper import (
    Block,
    Bullets,
    Cell,
    Footnote,
    Paper,
    Paragraph,
    Part,
    Picture,
    Subheading,
    Table,
    Words,
)

WIDE = 5
"""A table of more columns than this lies on its side."""
SHORT = 5
"""A table of no more rows than this is not parted between two pages, but in an annex, where one follows another."""
MANY = 40
"""A footnote of more actions than this names them without leading to each: nobody follows so many."""


@dataclass(frozen=True)
class Layout:
    """A paper, and what is known of the whole of it."""

    paper: Paper

    @cached_property
    def main(self) -> tuple[Part, ...]:
        """The parts that are read through."""
        return tuple(part for part in self.paper.parts if not part.annex)

    @cached_property
    def annexes(self) -> tuple[Part, ...]:
        """The parts that are looked things up in, which stand last."""
        return tuple(part for part in self.paper.parts if part.annex)

    @cached_property
    def sideways(self) -> bool:
        """Whether the annexes need the page's long side."""
        tables = (table for part in self.annexes for block in part.blocks for table in tables_of(block))
        return any(len(table.columns) > WIDE for table in tables)

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """The places that can be led to, as they stand, each once."""
        found = (anchor for part in self.ordered for block in part.blocks for anchor in _anchors(block))
        return tuple(dict.fromkeys(anchor for anchor in found if anchor))

    @cached_property
    def place_numbers(self) -> dict[str, int]:
        """The places, each with a number from 1 on."""
        return {anchor: number for number, anchor in enumerate(self.anchors, 1)}

    @cached_property
    def places(self) -> frozenset[str]:
        """The same, to ask whether one is there."""
        return frozenset(self.anchors)

    @cached_property
    def statuses(self) -> frozenset[tuple[str, str]]:
        """The tones and shapes of all statuses in it."""
        tables = (table for part in self.ordered for block in part.blocks for table in tables_of(block))
        cells = (cell for table in tables for cell in cells_of(table))
        return frozenset((cell.tone, cell.shape) for cell in cells if cell.shape)

    @cached_property
    def notes(self) -> dict[int, Footnote]:
        """The footnotes by their numbers."""
        return {note.number: note for note in self.paper.notes}

    @cached_property
    def brief(self) -> bool:
        """Whether its footnotes are short, so that two stand beside each other."""
        return all(len(note.actions) <= MANY for note in self.paper.notes)

    @cached_property
    def cited(self) -> tuple[int, ...]:
        """The numbers of the footnotes in the order in which the reader first meets them."""
        met = (piece.note for words in every_words(self.ordered) for piece in words if piece.note)
        return tuple(number for number in dict.fromkeys(met) if number in self.notes)

    @cached_property
    def numbered_as_met(self) -> bool:
        """Whether the reader meets footnote 1, then 2, and so on: then a program may count them itself."""
        return self.cited == tuple(range(1, len(self.cited) + 1))

    @cached_property
    def ordered(self) -> tuple[Part, ...]:
        """All parts as they stand on paper."""
        return self.main + self.annexes


def tables_of(block: Block) -> tuple[Table, ...]:
    """The table that a block is or has."""
    if isinstance(block, Picture):
        return (block.table,)
    return (block,) if isinstance(block, Table) else ()


def cells_of(table: Table) -> Iterator[Cell]:
    """Its cells, row by row."""
    return (cell for row in table.rows for cell in row)


def every_words(parts: tuple[Part, ...]) -> Iterator[Words]:
    """All words that may carry footnotes and links, as they are read."""
    return (words for part in parts for block in part.blocks for words in _words(block))


def _words(block: Block) -> Iterator[Words]:
    if isinstance(block, Paragraph):
        yield block.words
    elif isinstance(block, Bullets):
        yield from block.items
    for table in tables_of(block):
        yield from (cell.words for cell in cells_of(table))


def _anchors(block: Block) -> Iterator[str]:
    if isinstance(block, Subheading):
        yield block.anchor
    for table in tables_of(block):
        yield from (cell.anchor for cell in cells_of(table))
