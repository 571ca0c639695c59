"""A file as it is laid out, before anybody asks what it means.

Every format's reader gives a `Document`: paragraphs and tables in reading order. Nothing is interpreted here:
numbering labels and list marks stay in the text ("a) Improve…", "• Housing"), and nothing is left out (page
footers, comments and tracked deletions come as paragraphs of their own role).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import TypedDict, Unpack

from turntide.plan.source import Spot

Box = tuple[float, float, float, float]


class Role(StrEnum):
    """What a paragraph is in the layout."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "list item"
    RUNNING = "running"
    COMMENT = "comment"
    DELETED = "deleted"
    FOOTNOTE = "footnote"


class Look(StrEnum):
    """How a stretch of text is set."""

    BOLD = "bold"
    ITALIC = "italic"
    STRUCK = "struck"
    COLOUR = "colour"


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``start`` to ``end`` of a text are set in this look; ``value`` is a colour, '#rrggbb'."""

    start: int
    end: int
    look: Look
    value: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at its top left corner. Lines and paragraphs within it are parted by '\\n', soft wraps by ' '.

    ``row`` and ``column`` count from 1 (a spreadsheet's own); ``fill`` is the background as '#rrggbb'.
    """

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    fill: str | None = None
    marks: tuple[Mark, ...] = ()
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside any table; ``number`` counts the document's paragraphs from 1.

    ``level`` is the heading's level (1 outermost) or a list item's depth (1 outermost). ``about`` is the cell
    (table, row, column) a comment or a deletion belongs to. ``size`` is the type size in points, where known.
    """

    number: int
    text: str
    role: Role = Role.TEXT
    level: int = 0
    page: int | None = None
    sheet: str | None = None
    box: Box | None = None
    size: float | None = None
    marks: tuple[Mark, ...] = ()
    about: tuple[int, int, int] | None = None


@dataclass(frozen=True)
class Table:
    """A table: its cells in row-major order, the empty ones left out or in. ``number`` counts tables from 1.

    ``ragged``: cells were told apart by separators alone, so a cell may stand in the wrong column.
    ``after_break``: a page break (or what stands for one) lies between this table and what came before it.
    ``edges``: the columns' borders from left to right, in points, where the format has a geometry.
    """

    number: int
    cells: tuple[Cell, ...]
    page: int | None = None
    sheet: str | None = None
    ragged: bool = False
    after_break: bool = False
    edges: tuple[float, ...] | None = None
    caption: str | None = None

    @cached_property
    def by_place(self) -> dict[tuple[int, int], Cell]:
        """Each cell by the (row, column) of its top left corner."""
        return {(cell.row, cell.column): cell for cell in self.cells}


Block = Paragraph | Table


class ParagraphFields(TypedDict, total=False):
    """What a format's reader may say of a paragraph beside its text."""

    role: Role
    level: int
    page: int | None
    sheet: str | None
    box: Box | None
    size: float | None
    marks: tuple[Mark, ...]
    about: tuple[int, int, int] | None


class TableFields(TypedDict, total=False):
    """What a format's reader may say of a table beside its cells."""

    page: int | None
    sheet: str | None
    ragged: bool
    after_break: bool
    edges: tuple[float, ...] | None
    caption: str | None


@dataclass(frozen=True)
class Document:
    """A whole file: its blocks in reading order. ``fingerprint`` is the SHA-256 of its bytes, in hex.

    ``doubts`` are sentences about what the format's reader could not be sure of (a hidden sheet was read, a
    page has pictures only).
    """

    name: str
    format: str
    fingerprint: str
    blocks: tuple[Block, ...] = ()
    doubts: tuple[str, ...] = field(default=())

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @cached_property
    def texts(self) -> dict[tuple[int, int, int, int], str]:
        """The text of every paragraph and cell by its unit (see `Spot.unit`)."""
        found = {(paragraph.number, 0, 0, 0): paragraph.text for paragraph in self.paragraphs}
        for table in self.tables:
            found |= {(0, table.number, cell.row, cell.column): cell.text for cell in table.cells}
        return found

    def text_at(self, spot: Spot) -> str:
        """The very characters a spot points at. Raises KeyError where the document has no such unit."""
        return self.texts[spot.unit][spot.start : spot.end]


def spot_of(block: Block, cell: Cell | None = None) -> Spot:
    """The spot of a whole paragraph, or of a whole cell of a table."""
    if isinstance(block, Paragraph):
        return Spot(
            paragraph=block.number, end=len(block.text), page=block.page, sheet=block.sheet, box=block.box
        )
    if cell is None:
        raise ValueError("a spot in a table needs its cell")
    return Spot(
        table=block.number,
        row=cell.row,
        column=cell.column,
        end=len(cell.text),
        page=block.page,
        sheet=block.sheet,
        box=cell.box,
    )


class Layout:
    """Collects a file's blocks in reading order and numbers them; every format's reader fills one."""

    def __init__(self, name: str, format_: str, content: bytes) -> None:
        self._name = name
        self._format = format_
        self._fingerprint = sha256(content).hexdigest()
        self._blocks: list[Block] = []
        self._doubts: list[str] = []
        self._counts = {Paragraph: 0, Table: 0}

    def next_number(self, kind: type[Block]) -> int:
        """The number the next paragraph or table will bear (a comment names its table by it)."""
        return self._counts[kind] + 1

    def paragraph(self, text: str, **fields: Unpack[ParagraphFields]) -> Paragraph | None:
        """Add a paragraph; blank text adds nothing and gives None."""
        if not text.strip():
            return None
        block = Paragraph(number=self.next_number(Paragraph), text=text, **fields)
        self._counts[Paragraph] += 1
        self._blocks.append(block)
        return block

    def table(self, cells: Iterable[Cell], **fields: Unpack[TableFields]) -> Table | None:
        """Add a table; one without a word adds nothing and gives None."""
        kept = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
        if not any(cell.text.strip() for cell in kept):
            return None
        block = Table(number=self.next_number(Table), cells=kept, **fields)
        self._counts[Table] += 1
        self._blocks.append(block)
        return block

    def doubt(self, sentence: str) -> None:
        """Say what could not be sure; the same sentence is said once."""
        if sentence not in self._doubts:
            self._doubts.append(sentence)

    def document(self) -> Document:
        """The document laid out so far."""
        return Document(
            name=self._name,
            format=self._format,
            fingerprint=self._fingerprint,
            blocks=tuple(self._blocks),
            doubts=tuple(self._doubts),
        )
