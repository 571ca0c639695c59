"""Tables without rulings: columns by gaps that hold over many lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from turntide.documents.pages.headings import LARGER, body_size
from turntide.documents.pages.lines import Line
from turntide.documents.pages.paragraphs import starts_list_item

_LEVEL = 0.35
"""Lines whose baselines differ by less than this part of their size stand on one level."""
_WIDE = 0.45
"""A lone line over this part of the zone's width is prose, or a heading, rather than a cell's line."""


class Column(NamedTuple):
    """The stretch of the page that one column's lines cover."""

    x0: float
    x1: float

    def meets(self, line: Line) -> bool:
        """Whether a line lies over this column."""
        return line.x0 < self.x1 - 0.5 and line.x1 > self.x0 + 0.5


Level = tuple[Line, ...]


class Stretch(NamedTuple):
    """Levels one below the other that belong together, and the columns they show (one or none: prose)."""

    levels: tuple[Level, ...]
    columns: tuple[Column, ...]


def levels(found: Sequence[Line]) -> list[Level]:
    """Lines grouped by what stands side by side, from top to bottom, each from left to right."""
    groups: list[list[Line]] = []
    for line in sorted(found, key=lambda each: (each.base, each.x0)):
        if groups and line.base - groups[-1][0].base <= _LEVEL * min(line.size, groups[-1][0].size):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [tuple(sorted(group, key=lambda line: line.x0)) for group in groups]


def columns_of(found: Sequence[Level]) -> tuple[Column, ...]:
    """The columns of some levels: narrow lines first, so that what runs across several columns joins none."""
    pieces = sorted(
        (line for level in found for line in level), key=lambda line: (line.x1 - line.x0, line.x0)
    )
    columns: list[Column] = []
    across: list[Line] = []
    for piece in pieces:
        met = [column for column in columns if column.meets(piece)]
        if len(met) > 1:
            across.append(piece)
            continue
        kept = [column for column in columns if column not in met]
        x0 = min([piece.x0, *(column.x0 for column in met)])
        x1 = max([piece.x1, *(column.x1 for column in met)])
        columns = sorted([*kept, Column(x0, x1)])
    return _without_marks(_merged(columns, across, found), found)


def _merged(columns: list[Column], across: Sequence[Line], found: Sequence[Level]) -> tuple[Column, ...]:
    """Neighbours are one column when lines run over both of them oftener than they stand side by side."""
    merged: list[Column] = []
    for column in columns:
        last = merged[-1] if merged else None
        if last is None:
            merged.append(column)
            continue
        crossing = sum(1 for line in across if last.meets(line) and column.meets(line))
        beside = sum(1 for level in found if any(map(last.meets, level)) and any(map(column.meets, level)))
        if crossing > beside or column.x0 <= last.x1:
            merged[-1] = Column(last.x0, max(last.x1, column.x1))
        else:
            merged.append(column)
    return tuple(merged)


def _without_marks(columns: tuple[Column, ...], found: Sequence[Level]) -> tuple[Column, ...]:
    """A column of nothing but list marks belongs to the column on its right."""
    kept: list[Column] = []
    start: float | None = None
    for at, column in enumerate(columns):
        x0 = column.x0 if start is None else start
        start = None
        if at + 1 < len(columns) and _only_marks(column, columns[at + 1], found, len(columns)):
            start = x0
        else:
            kept.append(Column(x0, column.x1))
    return tuple(kept)


def _only_marks(column: Column, right: Column, found: Sequence[Level], count: int) -> bool:
    texts = [line.text for level in found for line in level if column.meets(line) and not right.meets(line)]
    bullets = all(not any(sign.isalnum() for sign in text) and len(text) <= 2 for text in texts)
    ordinals = count == 2 and all(starts_list_item(text + " ") and " " not in text for text in texts)
    return bullets or ordinals


def place_of(line: Line, columns: Sequence[Column]) -> tuple[int, int]:
    """The first column (from 0) a line lies over, and how many; the nearest where it lies over none."""
    met = [at for at, column in enumerate(columns) if column.meets(line)]
    if met:
        return (met[0], met[-1] - met[0] + 1)
    middle = (line.x0 + line.x1) / 2
    nearest = min(range(len(columns)), key=lambda at: abs((columns[at].x0 + columns[at].x1) / 2 - middle))
    return (nearest, 1)


def stretches(found: Sequence[Line]) -> list[Stretch]:
    """The lines of a zone as stretches of table and of prose, in order."""
    all_levels = levels(found)
    if not all_levels:
        return []
    left = min(line.x0 for line in found)
    width = max(line.x1 for line in found) - left
    size = body_size((line.size, len(line.text)) for line in found)
    joined: list[Stretch] = []
    for part in _parts(all_levels, left, width, size):
        now = Stretch(tuple(part), columns_of(part))
        apart = not joined or _heads(joined[-1], size) or _heads(now, size)
        together = None if apart else _together(joined[-1], now)
        if together is not None:
            joined[-1] = together
        else:
            joined.append(now)
    return [piece for stretch in joined for piece in _trimmed(stretch)]


def _heads(stretch: Stretch, size: float) -> bool:
    """Whether a part is headings alone: lone lines in larger type."""
    return all(len(level) == 1 and level[0].size >= LARGER * size for level in stretch.levels)


def _parts(found: Sequence[Level], left: float, width: float, size: float) -> list[list[Level]]:
    """The levels parted before and after each run of lone wide lines, and before each lone line at the left."""
    parts: list[list[Level]] = []
    before, was_larger = "", False
    for level in found:
        line = level[0]
        lone = len(level) == 1 and (line.x0 <= left + 2 * line.size or line.size >= LARGER * size)
        kind = "prose" if lone and line.x1 - line.x0 >= _WIDE * width else "lone" if lone else "cells"
        larger = line.size >= LARGER * size
        if not parts or kind == "lone" or larger != was_larger or (kind == "prose") != (before == "prose"):
            parts.append([])
        parts[-1].append(level)
        before, was_larger = kind, larger
    return parts


def _together(upper: Stretch, lower: Stretch) -> Stretch | None:
    """Two stretches as one, where that loses neither of them a column."""
    columns = columns_of([*upper.levels, *lower.levels])
    both = Stretch(upper.levels + lower.levels, columns)
    if len(columns) < max(len(upper.columns), len(lower.columns)):
        return None
    if len(lower.columns) == 1 and len(lower.levels) > 3 and _runs_across(lower, columns):
        return None
    if len(upper.columns) == 1 and len(upper.levels) > 3 and _runs_across(upper, columns):
        return None
    return both


def _runs_across(stretch: Stretch, columns: Sequence[Column]) -> bool:
    return sum(1 for level in stretch.levels if place_of(level[0], columns)[1] > 1) > 3


def _trimmed(stretch: Stretch) -> list[Stretch]:
    """A table without the headings and prose above and below it."""
    if len(stretch.columns) < 2:
        return [stretch]
    beside = [
        at for at, level in enumerate(stretch.levels) if len(level) > 1 and _fits(level, stretch.columns)
    ]
    if len(beside) < 2:
        return [Stretch(stretch.levels, (_whole(stretch.columns),))]
    first, last = beside[0], beside[-1]
    while first > 0 and _is_cell(stretch.levels[first - 1], stretch.columns):
        first -= 1
    while last + 1 < len(stretch.levels) and _is_cell(stretch.levels[last + 1], stretch.columns):
        last += 1
    head, body, tail = stretch.levels[:first], stretch.levels[first : last + 1], stretch.levels[last + 1 :]
    prose = (_whole(stretch.columns),)
    found = [Stretch(head, prose), Stretch(body, stretch.columns), Stretch(tail, prose)]
    return [each for each in found if each.levels]


def _fits(level: Level, columns: Sequence[Column]) -> bool:
    return len({place_of(line, columns)[0] for line in level}) > 1


def _is_cell(level: Level, columns: Sequence[Column]) -> bool:
    """Whether a lone line is a cell's: it stands in one column, and not in the first one alone."""
    column, span = place_of(level[0], columns)
    return len(level) > 1 or (span == 1 and column > 0)


def _whole(columns: Sequence[Column]) -> Column:
    return Column(columns[0].x0, columns[-1].x1)


def is_prose(stretch: Stretch) -> bool:
    """Whether columns side by side are prose or cards, to be read one column after the other.

    Prose fills its columns: they are about equally wide, nearly every level has a line in each, and
    most lines are full. Cards stand in two columns of one width and repeat the same labels in both.
    """
    columns = stretch.columns
    if len(columns) < 2 or len(columns) > 3:
        return False
    widths = [column.x1 - column.x0 for column in columns]
    if min(widths) < 0.7 * max(widths):
        return False
    return _is_full(stretch) or _repeats_labels(stretch)


def _is_full(stretch: Stretch) -> bool:
    full = lines = runs_on = 0
    for level in stretch.levels:
        for line in level:
            column = stretch.columns[place_of(line, stretch.columns)[0]]
            lines += 1
            full += line.x1 - line.x0 >= 0.75 * (column.x1 - column.x0)
            runs_on += line.text[0].islower()
    if runs_on < 0.4 * lines:
        return False
    beside = sum(1 for level in stretch.levels if len(level) == len(stretch.columns))
    return full >= 0.7 * lines and beside >= 0.6 * len(stretch.levels) and len(stretch.levels) >= 5


def _repeats_labels(stretch: Stretch) -> bool:
    labels: list[set[str]] = [set() for _ in stretch.columns]
    for level in stretch.levels:
        for line in level:
            head, colon, _ = line.text.partition(":")
            if colon and len(head) <= 30:
                labels[place_of(line, stretch.columns)[0]].add(head.strip().lower())
    return len(set.intersection(*labels)) >= 2
