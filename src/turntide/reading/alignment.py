"""Putting slid cells back under their columns.

Text that fell out of an extractor loses the spans of merged cells, and cells slide to the left. Each column's
look is learnt from the rows that are whole (numbering style, list marks, length); the cells of every other row
are then laid under the columns, in their order, at least cost. A cell that fits nowhere is left aside.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from turntide.reading.grids import Row, Slot
from turntide.reading.profiles import label_style
from turntide.reading.wordings.numbering import is_bare_ref
from turntide.reading.wordings.weights import percentage

ROUNDS = 3
ASIDE = 6.0
"""Cost of leaving a cell under no column: more than any likely misfit, less than two."""
SHIFT = 0.45
"""Cost of moving a cell by one column: enough that a cell stays where it fits about as well."""
STRANGE = 0.1
NO_REASON = 2.0
"""Cost of moving a cell to a column where its style is as strange as where it stood: length alone is no reason."""
STYLE_WEIGHT = 1.1


@dataclass(frozen=True)
class ColumnLook:
    """How the cells of a column look: the shares of their styles, mean and spread of their log length."""

    styles: Mapping[str, float]
    length: float
    spread: float


def align(rows: Sequence[Row], width: int) -> tuple[Row, ...]:
    """The rows with their cells under the columns they look like; rows come back in the same order."""
    whole = [row for row in rows if _is_whole(row, width)]
    if not whole or width < 2:
        return tuple(rows)
    placed: tuple[Row, ...] = tuple(whole)
    for _ in range(ROUNDS):
        looks = _learn(placed, width)
        placed = tuple(_placed(row, looks) for row in rows)
    return placed


def _is_whole(row: Row, width: int) -> bool:
    return len(row.filled) == width and max(row.filled) == width - 1


@cache
def style_of(text: str) -> str:
    """The kind of a cell: how it is numbered or marked, or a reference or percentage on its own."""
    if percentage(text) is not None:
        return "%"
    if is_bare_ref(text):
        return "ref"
    return label_style(text)


def is_rest(text: str) -> bool:
    """A cell that begins in small letters and without a label is the rest of one above: it tells no column."""
    return text[:1].islower() and not style_of(text)


def _learn(rows: Iterable[Row], width: int) -> tuple[ColumnLook, ...]:
    texts: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for column, slot in row.filled.items():
            if column < width:
                texts[column].append(slot.text)
    return tuple(_look(column) for column in texts)


def _look(texts: Sequence[str]) -> ColumnLook:
    count = len(texts)
    if not count:
        return ColumnLook({}, 3.0, 2.0)
    styles = {style: hits / count for style, hits in sorted(Counter(map(style_of, texts)).items())}
    lengths = [math.log(len(text) + 1) for text in texts]
    mean = sum(lengths) / count
    spread = math.sqrt(sum((length - mean) ** 2 for length in lengths) / count)
    return ColumnLook(styles, mean, max(spread, 0.35))


def _placed(row: Row, looks: Sequence[ColumnLook]) -> Row:
    """One row with its cells moved to where they cost least."""
    cells = sorted(row.filled.items())
    if len(cells) < 2 and not _is_lone_list(cells, looks):
        return row
    places = _cheapest(cells, looks)
    slots = {to: slot for (_, slot), to in zip(cells, places, strict=True) if to is not None}
    strays = tuple(slot for (_, slot), to in zip(cells, places, strict=True) if to is None)
    return replace(row, slots=slots, strays=strays)


def _is_lone_list(cells: Sequence[tuple[int, Slot]], looks: Sequence[ColumnLook]) -> bool:
    """A single cell is moved only where its style is at home in another column and not in its own."""
    if not cells:
        return False
    column, slot = cells[0]
    style = style_of(slot.text)
    here = looks[column].styles.get(style, 0.0) if column < len(looks) else 0.0
    return bool(style) and here < 0.1 and any(look.styles.get(style, 0.0) > 0.6 for look in looks)


def _cheapest(cells: Sequence[tuple[int, Slot]], looks: Sequence[ColumnLook]) -> list[int | None]:
    """Lay the cells under the columns in their order at least cost (dynamic programming over both)."""
    width = len(looks)
    best: list[list[tuple[float, tuple[int | None, ...]]]] = [[(0.0, ())] * (width + 1)]
    for at, slot in cells:
        row: list[tuple[float, tuple[int | None, ...]]] = []
        for used in range(width + 1):
            aside, path = best[-1][used]
            options = [(aside + ASIDE, (*path, None))]
            if used:
                before, path = best[-1][used - 1]
                options.append((before + _cost(at, slot.text, used - 1, looks), (*path, used - 1)))
                options.append(row[used - 1])
            row.append(min(options, key=lambda option: option[0]))
        best.append(row)
    return list(best[-1][width][1])


def _cost(at: int, text: str, column: int, looks: Sequence[ColumnLook]) -> float:
    moved = abs(column - at) * SHIFT
    if is_rest(text):
        return moved
    look = looks[column]
    style = look.styles.get(style_of(text), 0.0)
    misfit = -math.log(0.02 + 0.98 * style) * STYLE_WEIGHT
    distance = abs(math.log(len(text) + 1) - look.length) / look.spread
    if moved and style < STRANGE:
        moved += NO_REASON
    return misfit + min(distance, 4.0) * 0.5 + moved
