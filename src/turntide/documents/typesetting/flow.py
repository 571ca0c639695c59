"""A word processor's text as it flows: lines, tables and what hangs on them, poured into a `Layout`.

The readers of Word and OpenDocument text both give a flow; what becomes of a table within a table, of a
deletion in a cell and of an empty numbered line is settled here once for both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from turntide.documents.document import Cell, Document, Layout, Role
from turntide.documents.typesetting.pieces import PLAIN, Piece, joined, marked, plain, respaced, stripped

DEEPEST_TABLE = 20
"""Tables within tables beyond this depth are refused; people make three at most."""

BULLET = "•"


@dataclass(frozen=True, slots=True)
class Aside:
    """What hangs on a place in the text without being part of it: a comment, a deletion, a footnote."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its list label, its pieces, what hangs on it and the text boxes anchored in it."""

    pieces: tuple[Piece, ...] = ()
    label: str = ""
    role: Role = Role.TEXT
    level: int = 0
    size: float | None = None
    asides: tuple[Aside, ...] = ()
    boxes: tuple[Line | Grid, ...] = ()
    breaks_before: bool = False
    breaks_after: bool = False

    @property
    def lettered(self) -> list[Piece]:
        """The pieces with the label in front, set as the text it labels; blank text bears no label."""
        words = stripped(self.pieces)
        if not words or not self.label:
            return words
        return [Piece(f"{self.label} ", words[0].looks), *words]


@dataclass(slots=True)
class Slot:
    """A cell of a grid at its top left corner (counted from 1), with the flow in it."""

    row: int
    column: int
    content: list[Line | Grid]
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    fill: str | None = None


@dataclass(slots=True)
class Grid:
    """A table in the flow; ``edges`` are its columns' borders in points."""

    slots: list[Slot] = field(default_factory=list)
    caption: str | None = None
    edges: tuple[float, ...] | None = None
    breaks_before: bool = False


Flow = Iterable[Line | Grid]


def lines_of(flow: Flow) -> Iterator[list[Piece]]:
    """The worded lines of a flow, text boxes and tables within it included."""
    for block in flow:
        if isinstance(block, Grid):
            yield from _rows_as_lines(block)
        else:
            if words := respaced(block.lettered, "\t"):
                yield words
            yield from lines_of(block.boxes)


def asides_of(flow: Flow) -> Iterator[Aside]:
    """What hangs on any line of a flow."""
    for block in flow:
        if isinstance(block, Grid):
            for slot in block.slots:
                yield from asides_of(slot.content)
        else:
            yield from block.asides
            yield from asides_of(block.boxes)


def text_of(flow: Flow) -> str:
    """A flow as plain text, a line to a line."""
    return plain(joined(lines_of(flow), "\n"))


def _rows_as_lines(grid: Grid) -> Iterator[list[Piece]]:
    ordered = sorted(grid.slots, key=lambda slot: (slot.row, slot.column))
    for _, slots in groupby(ordered, key=lambda slot: slot.row):
        cells = [respaced(_cell_pieces(slot), "\n") for slot in slots]
        if row := stripped(joined(cells, "\t")):
            yield row


def _cell_pieces(slot: Slot) -> list[Piece]:
    """A cell's text. A cell of nothing but automatic numbers shows them: they are its references."""
    if words := joined(lines_of(slot.content), "\n"):
        return words
    labels = [block.label for block in slot.content if isinstance(block, Line)]
    return [Piece("\n".join(label for label in labels if label not in ("", BULLET)), PLAIN)]


class Pour:
    """Pours a flow into a layout in reading order."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._broken = False

    def document(self) -> Document:
        """The document as poured; one without a word is doubted."""
        if not self._layout.document().blocks:
            self._layout.doubt("The document holds no words; what it shows may be pictures.")
        return self._layout.document()

    def flow(self, flow: Flow) -> None:
        """Add every block of a flow."""
        for block in flow:
            if isinstance(block, Grid):
                self._grid(block)
            else:
                self._line(block)

    def asides(self, asides: Iterable[Aside], about: tuple[int, int, int] | None = None) -> None:
        """Add what hangs on a place, as paragraphs of their own role."""
        for aside in asides:
            self._layout.paragraph(aside.text.strip(), role=aside.role, about=about)

    def _line(self, line: Line) -> None:
        text, marks = marked(line.lettered)
        if text:
            self._layout.paragraph(text, role=line.role, level=line.level, size=line.size, marks=marks)
        self._broken = line.breaks_after or (not text and (self._broken or line.breaks_before))
        self.asides(line.asides)
        self.flow(line.boxes)

    def _grid(self, grid: Grid) -> None:
        if _only_holds_tables(grid):
            for slot in grid.slots:
                self.flow(slot.content)
            return
        table = self._layout.table(
            [_cell(slot) for slot in grid.slots],
            after_break=self._broken or _begins_a_page(grid),
            caption=grid.caption,
            edges=grid.edges,
        )
        self._broken = self._broken and table is None
        for slot in grid.slots:
            about = None if table is None else (table.number, slot.row, slot.column)
            self.asides(asides_of(slot.content), about)


def _cell(slot: Slot) -> Cell:
    text, marks = marked(_cell_pieces(slot))
    return Cell(
        row=slot.row,
        column=slot.column,
        text=text,
        row_span=slot.row_span,
        column_span=slot.column_span,
        header=slot.header,
        fill=slot.fill,
        marks=marks,
    )


def _only_holds_tables(grid: Grid) -> bool:
    """Whether a table is a frame for other tables: it holds some, and no row has two cells in use."""
    if not any(isinstance(block, Grid) for slot in grid.slots for block in slot.content):
        return False
    used = Counter(slot.row for slot in grid.slots if next(lines_of(slot.content), None))
    return max(used.values(), default=0) <= 1


def _begins_a_page(grid: Grid) -> bool:
    if grid.breaks_before:
        return True
    first = next((slot.content[0] for slot in grid.slots[:1] if slot.content), None)
    return isinstance(first, Line) and first.breaks_before
