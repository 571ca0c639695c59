"""Word tables as grids: where each cell begins and how far it spans."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from turntide.documents.packages import unsafe
from turntide.documents.typesetting.flow import DEEPEST_TABLE, Grid, Line, Slot
from turntide.documents.word.names import VAL, Element, W, colour, number, switched, within

_WIDEST = 1024
"""Word allows 63 columns (its own limit); a span far beyond is no table's."""

ReadCell = Callable[[Element, int, bool], list[Line | Grid]]
"""Reads a cell's flow: the cell, how deep in tables it stands, whether a tracked change takes it away."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell as it stands in its row, before rows are tied together."""

    cell: Element
    column: int
    span: int
    gone: bool


def read_grid(table: Element, read: ReadCell, depth: int) -> Grid:
    """A table's cells with their spans. Raises Refusal (UNSAFE) where tables nest beyond reason."""
    if depth > DEEPEST_TABLE:
        raise unsafe(f"has tables within tables more than {DEEPEST_TABLE} deep")
    grid = Grid(caption=_caption(table), edges=_edges(table))
    merging: dict[int, Slot] = {}
    for row, (line, row_gone) in enumerate(within(table, W + "tr"), start=1):
        merging = _read_row(grid, line, row, merging, _reader(read, depth, row_gone or _row_is_deleted(line)))
    return grid


def _reader(read: ReadCell, depth: int, gone: bool) -> Callable[[_Place], list[Line | Grid]]:
    return lambda place: read(place.cell, depth, gone or place.gone)


def _read_row(
    grid: Grid,
    line: Element,
    row: int,
    above: dict[int, Slot],
    read: Callable[[_Place], list[Line | Grid]],
) -> dict[int, Slot]:
    """Add a row's cells; gives the cells that reach into the next row, by column."""
    header = switched(line.find(W + "trPr"), "tblHeader") or False
    merging: dict[int, Slot] = {}
    before: Slot | None = None
    for place in _places(line):
        properties = place.cell.find(W + "tcPr")
        slot = _continued(properties, place, before, above)
        if slot is None:
            slot = Slot(row, place.column, [], 1, place.span, header, _fill(properties))
            grid.slots.append(slot)
        else:
            _stretch(slot, place, row)
        slot.content += read(place)
        if _merge(properties, "vMerge") is not None:
            merging[slot.column] = slot
        before = slot
    return merging


def _continued(
    properties: Element | None, place: _Place, before: Slot | None, above: dict[int, Slot]
) -> Slot | None:
    """The cell that this one goes on with, if any: the one above, or (as Word once wrote) to the left."""
    if _merge(properties, "hMerge") == "continue" and before is not None:
        return before
    if _merge(properties, "vMerge") != "continue":
        return None
    slot = above.get(place.column)
    return slot if slot is not None and slot.column_span == place.span else None


def _stretch(slot: Slot, place: _Place, row: int) -> None:
    slot.row_span = row - slot.row + 1
    slot.column_span = max(slot.column_span, place.column + place.span - slot.column)


def _places(line: Element) -> Iterator[_Place]:
    column = 1 + _bounded(number(line.find(W + "trPr"), "gridBefore"), 0)
    for cell, gone in within(line, W + "tc"):
        span = _bounded(number(cell.find(W + "tcPr"), "gridSpan"), 1)
        yield _Place(cell, column, span, gone)
        column += span


def _bounded(said: int | None, least: int) -> int:
    return least if said is None else min(max(said, least), _WIDEST)


def _merge(properties: Element | None, kind: str) -> str | None:
    """'restart', 'continue' (also where nothing is said), or None for a cell that is not merged."""
    merge = None if properties is None else properties.find(W + kind)
    return None if merge is None else merge.get(VAL) or "continue"


def _row_is_deleted(line: Element) -> bool:
    properties = line.find(W + "trPr")
    return properties is not None and properties.find(W + "del") is not None


def _fill(properties: Element | None) -> str | None:
    shade = None if properties is None else properties.find(W + "shd")
    return None if shade is None else colour(shade.get(W + "fill"))


def _caption(table: Element) -> str | None:
    properties = table.find(W + "tblPr")
    caption = None if properties is None else properties.find(W + "tblCaption")
    return None if caption is None else (caption.get(VAL) or "").strip() or None


def _edges(table: Element) -> tuple[float, ...] | None:
    """The columns' borders in points; Word gives widths in twentieths of a point."""
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    try:
        widths = [float(column.get(W + "w") or "") for column in columns]
    except ValueError:
        return None
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + width / 20)
    return tuple(edges) if widths else None
