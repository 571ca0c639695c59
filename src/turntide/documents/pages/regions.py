"""What is a table on a page, what is prose, and in which order they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from turntide.documents.document import Box
from turntide.documents.pages.borderless import Column, Stretch, is_prose, levels, place_of, stretches
from turntide.documents.pages.ink import Stroke
from turntide.documents.pages.lines import Line, box_of, joined_across
from turntide.documents.pages.paragraphs import Block
from turntide.documents.pages.sheet import Boxed, Ruled, Sheet

_WIDEST_PADDING = 12.0
_SAME_START = 1.5
"""Lines that begin within this many points of one another begin at one place."""


class Gapped(NamedTuple):
    """A table told by its gaps, and the heights of rules across it."""

    stretch: Stretch
    rules: tuple[float, ...]


class Prose(NamedTuple):
    """Lines of running text, one below the other."""

    block: Block


class Turned(NamedTuple):
    """Lines outside tables that do not lie level: a mark across the page, a name up its side."""

    lines: tuple[Line, ...]


Region = Ruled | Gapped | Prose | Turned


def regions(sheet: Sheet, left_out: Iterable[Line] = (), open_columns: Sequence[Column] = ()) -> list[Region]:
    """The regions of a page in reading order, without the lines left out (those that run on every page).

    ``open_columns``: the columns of a table told by its gaps that ended the page before, for its last words may stand
    at the top of this page, too few to show columns by themselves.
    """
    gone = {id(line) for line in left_out}
    free = [line for line in sheet.outside if id(line) not in gone]
    level = [line for line in free if line.turn == 0]
    found: list[Region] = []
    if open_columns and not sheet.tables and not sheet.boxes and _goes_on(level, open_columns):
        found.append(Gapped(Stretch(tuple(levels(level)), tuple(open_columns)), ()))
        level = []
    parts: list[Ruled | Boxed] = [*sheet.tables, *sheet.boxes]
    placed = sorted(parts, key=lambda part: (round(_box(part)[1]), _box(part)[0]))
    for part in placed:
        before = [line for line in level if _precedes(line, _box(part))]
        level = [line for line in level if not _precedes(line, _box(part))]
        found += _zone(before, sheet.rules)
        found += [part] if isinstance(part, Ruled) else _zone(part.lines, sheet.rules)
    found += _zone(level, sheet.rules)
    turned = tuple(line for line in free if line.turn)
    return found + ([Turned(turned)] if turned else [])


def _goes_on(found: Sequence[Line], columns: Sequence[Column]) -> bool:
    """Whether every line begins where one of these columns does and keeps to it, and not all in the first."""
    begun = [place for line in found if (place := _column_begun(line, columns)) is not None]
    return bool(found) and len(begun) == len(found) and any(begun)


def _column_begun(line: Line, columns: Sequence[Column]) -> int | None:
    for at, column in enumerate(columns):
        until = columns[at + 1].x0 if at + 1 < len(columns) else column.x1 + line.size
        if abs(line.x0 - column.x0) <= _SAME_START and line.x1 <= until:
            return at
    return None


def _box(part: Ruled | Boxed) -> Box:
    return part.grid.box if isinstance(part, Ruled) else part.box


def _precedes(line: Line, box: Box) -> bool:
    return line.middle < box[1] or (line.middle < box[3] and line.x1 <= box[0])


def _zone(found: Sequence[Line], rules: Sequence[Stroke]) -> list[Region]:
    """The regions of lines that no drawn table parts."""
    turned = tuple(line for line in found if line.turn)
    regions_found: list[Region] = []
    for stretch in stretches([line for line in found if not line.turn]):
        regions_found += _regions_of(stretch, rules)
    return regions_found + ([Turned(turned)] if turned else [])


def _regions_of(stretch: Stretch, rules: Sequence[Stroke]) -> Iterator[Region]:
    if len(stretch.columns) < 2:
        yield Prose(_prose([line for level in stretch.levels for line in level]))
    elif is_prose(stretch):
        yield from _column_by_column(stretch)
    else:
        yield Gapped(stretch, _rules_across(stretch, rules))


def _prose(found: Sequence[Line]) -> Block:
    across = joined_across(found)
    return Block(tuple(across), max(line.x1 for line in across))


def _column_by_column(stretch: Stretch) -> Iterator[Prose]:
    """Prose or cards in columns: each column down to where a line runs across, then on below it."""
    waiting: list[list[Line]] = [[] for _ in stretch.columns]
    for level in stretch.levels:
        for line in level:
            column, span = place_of(line, stretch.columns)
            if span > 1:
                yield from _emptied(waiting, stretch.columns)
                waiting = [[] for _ in stretch.columns]
            waiting[column].append(line)
    yield from _emptied(waiting, stretch.columns)


def _emptied(waiting: Sequence[Sequence[Line]], columns: Sequence[Column]) -> Iterator[Prose]:
    for lines, column in zip(waiting, columns, strict=True):
        if lines:
            block = _prose(lines)
            yield Prose(Block(block.lines, max(block.right, column.x1)))


def _rules_across(stretch: Stretch, rules: Sequence[Stroke]) -> tuple[float, ...]:
    """The heights of rules that run over most of a table's width."""
    left, right = stretch.columns[0].x0, stretch.columns[-1].x1
    top, bottom = stretch.levels[0][0].top, stretch.levels[-1][0].bottom
    return tuple(
        rule.at
        for rule in rules
        if top <= rule.at <= bottom and min(rule.end, right) - max(rule.start, left) >= 0.6 * (right - left)
    )


def blocks(region: Region) -> list[Block]:
    """The lines of a region by cell or column, with how far to the right they could reach."""
    if isinstance(region, Ruled):
        return [block for block in ruled_blocks(region) if block.lines]
    if isinstance(region, Gapped):
        return column_blocks(region.stretch)
    return [region.block] if isinstance(region, Prose) else []


def ruled_blocks(table: Ruled) -> list[Block]:
    """The lines of each cell; what is left free at a column's left is left free at its right too."""
    padding: dict[int, float] = {}
    widest: dict[tuple[int, int], float] = {}
    for slot, found in table.cells:
        box = table.grid.box_of(slot)
        for line in found:
            if line.turn == 0:
                padding[slot.column] = min(
                    padding.get(slot.column, _WIDEST_PADDING), max(0.0, line.x0 - box[0])
                )
                key = (slot.column, slot.columns)
                widest[key] = max(widest.get(key, 0.0), line.x1)
    found_blocks = []
    for slot, found in table.cells:
        right = table.grid.box_of(slot)[2] - padding.get(slot.column, 0.0)
        found_blocks.append(Block(found, max(right, widest.get((slot.column, slot.columns), right))))
    return found_blocks


def column_blocks(stretch: Stretch) -> list[Block]:
    """The lines of each column of a table told by its gaps."""
    held: list[list[Line]] = [[] for _ in stretch.columns]
    for level in stretch.levels:
        for line in level:
            column, span = place_of(line, stretch.columns)
            if span == 1:
                held[column].append(line)
    pairs = zip(held, stretch.columns, strict=True)
    return [Block(tuple(lines), column.x1) for lines, column in pairs if lines]


def lines_box(found: Sequence[Line]) -> Box:
    """The smallest box around some lines, rounded to a tenth of a point."""
    x0, top, x1, bottom = box_of(found)
    return (round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1))


__all__ = ["Gapped", "Prose", "Region", "Ruled", "Turned", "blocks", "levels", "regions", "ruled_blocks"]
