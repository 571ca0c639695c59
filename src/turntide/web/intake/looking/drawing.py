"""The source as the review page draws it: rows of cells, each cut into stretches that say what they became."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from turntide.documents.document import Block, Paragraph, Role, Table
from turntide.explaining.sheets import Sheet, Slot, set_out
from turntide.explaining.stretches import Claim, Stretch, cut
from turntide.explaining.values import Value
from turntide.web.intake.looking.items import Item
from turntide.web.intake.looking.parts import Part
from turntide.web.intake.looking.places import Unit, name_of


@dataclass(frozen=True, slots=True)
class Lights:
    """Which cells are chosen, belong to what is chosen, or are doubtful; ``value`` is lit more than the rest."""

    chosen: frozenset[Unit] = frozenset()
    belong: frozenset[Unit] = frozenset()
    doubtful: frozenset[Unit] = frozenset()
    value: Value | None = None


class Valued(Protocol):
    """What has values to be drawn."""

    @property
    def values(self) -> tuple[Value, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """A cell or paragraph: its name in the address, its stretches, and how it is lit.

    ``strong`` is the value whose stretches are lit more than the rest.
    """

    name: str
    stretches: tuple[Stretch, ...]
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    chosen: bool = False
    belongs: bool = False
    doubtful: bool = False
    unplaced: bool = False
    strong: Value | None = None

    @property
    def classes(self) -> str:
        """The classes of its box."""
        named = {"tt-lit": self.belongs, "tt-doubt": self.doubtful, "tt-unplaced": self.unplaced}
        return " ".join(name for name, on in named.items() if on)


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row by its number in the file; a slot without a cell is a gap."""

    number: int
    cells: tuple[DrawnCell | None, ...]


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A table, or those of its rows that are shown; ``head`` repeats its column headings."""

    number: int
    caption: str
    head: tuple[DrawnRow, ...]
    rows: tuple[DrawnRow, ...]


@dataclass(frozen=True, slots=True)
class DrawnParagraph:
    """A paragraph outside any table."""

    cell: DrawnCell
    role: str
    level: int

    @property
    def is_heading(self) -> bool:
        """Whether the file sets it as a heading."""
        return self.role == Role.HEADING

    @property
    def is_item(self) -> bool:
        """Whether the file sets it as an item of a list."""
        return self.role == Role.ITEM

    @property
    def is_aside(self) -> bool:
        """Whether it stands in the margin of the file: a page header, a comment, a footnote."""
        return self.role not in (Role.TEXT, Role.HEADING, Role.ITEM)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One block as drawn, with the page it begins where that is another than the block's before."""

    table: DrawnTable | None
    paragraph: DrawnParagraph | None
    new_page: int | None


def drawn(part: Part, items: Iterable[Valued], lights: Lights) -> tuple[Drawn, ...]:
    """The blocks of a part as the page draws them."""
    drawer = _Drawer(_claims(items), lights)
    found: list[Drawn] = []
    page = None
    for block in part.blocks:
        turned = block.page if block.page != page else None
        page = block.page
        if isinstance(block, Paragraph):
            found.append(Drawn(None, drawer.paragraph(block), turned))
        else:
            found.append(Drawn(drawer.table(block, part.head_of(block)), None, turned))
    return tuple(found)


def _claims(items: Iterable[Valued]) -> Mapping[Unit, list[Claim]]:
    claims: dict[Unit, list[Claim]] = defaultdict(list)
    for item in items:
        for value in item.values:
            for spot in value.spots:
                claims[spot.unit].append(Claim(spot.start, spot.end, value))
    return claims


@dataclass(frozen=True, slots=True)
class _Drawer:
    claims: Mapping[Unit, list[Claim]]
    lights: Lights

    def paragraph(self, block: Paragraph) -> DrawnParagraph:
        cell = self._cell((block.number, 0, 0, 0), block.text, Slot())
        return DrawnParagraph(cell, block.role, block.level)

    def table(self, table: Table, head: Table | None) -> DrawnTable:
        # head and rows are set out as one sheet, so that their columns stand above each other
        cells = (*(head.cells if head else ()), *table.cells)
        sheet = set_out(Table(table.number, cells, sheet=table.sheet))
        rows = tuple(self._rows(table, sheet))
        of_head = len({cell.row for cell in head.cells}) if head else 0
        return DrawnTable(table.number, table.caption or "", rows[:of_head], rows[of_head:])

    def _rows(self, table: Table, sheet: Sheet) -> Iterator[DrawnRow]:
        for row in sheet.rows:
            yield DrawnRow(row.number, tuple(self._slot(table, slot) for slot in row.slots))

    def _slot(self, table: Table, slot: Slot) -> DrawnCell | None:
        cell = slot.cell
        if cell is None:
            return None
        return self._cell((0, table.number, cell.row, cell.column), cell.text, slot)

    def _cell(self, unit: Unit, text: str, slot: Slot) -> DrawnCell:
        stretches = tuple(cut(text, self.claims.get(unit, ()), slot.cell.marks if slot.cell else ()))
        return DrawnCell(
            name=name_of(unit),
            stretches=stretches,
            row_span=slot.row_span,
            column_span=slot.column_span,
            header=bool(slot.cell and slot.cell.header) or _heads(stretches),
            chosen=unit in self.lights.chosen,
            belongs=unit in self.lights.belong,
            doubtful=unit in self.lights.doubtful,
            unplaced=any(_is(stretch, "unplaced") for stretch in stretches),
            strong=self.lights.value,
        )


def _heads(stretches: Iterable[Stretch]) -> bool:
    return any(_is(stretch, "column") for stretch in stretches)


def _is(stretch: Stretch, family: str) -> bool:
    return any(value.family == family for value in stretch.values)


def values_at(items: Iterable[Item], unit: Unit) -> tuple[tuple[Item, Value], ...]:
    """What a cell became: each value that stands in it, with the thing it is of."""
    return tuple(
        (item, value)
        for item in items
        for value in item.values
        if any(spot.unit == unit for spot in value.spots)
    )


def blocks_text(blocks: Iterable[Block], unit: Unit) -> str:
    """The text of a paragraph or cell among these blocks."""
    for block in blocks:
        if isinstance(block, Paragraph):
            if (block.number, 0, 0, 0) == unit:
                return block.text
        elif block.number == unit[1] and (cell := block.by_place.get((unit[2], unit[3]))):
            return cell.text
    return ""
