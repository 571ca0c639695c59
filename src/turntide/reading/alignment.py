"""Putting slid cells back under their columns.

Text that fell out of an extractor loses the spans of merged cells, and cells slide to the left. Each column's
look is learnt from the rows that are whole (numbering style, list marks, length); the cells of every other row
are then laid under the columns, in their order, at least cost. A cell that fits nowhere is left aside.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from turntide.reading.grids import Row, Slot
from turntide.reading.profiles import is_date, label_style
from turntide.reading.wordings.numbering import is_bare_ref
from turntide.reading.wordings.weights import percentage

ROUNDS = 3
ASIDE = 6.0
"""Cost of leaving a cell under no column: more than any likely misfit, less than two."""
SHIFT = 0.45
"""Cost of a column's difference between how far a cell and the one before it were moved."""
SLIDE = 0.2
"""Cost of moving the first cell by a column: cells that lost one before them slide all together."""
STRANGE = 0.1
NO_REASON = 2.0
"""Cost of moving a cell to a column where its style is as strange as where it stood: length alone is no reason."""
STYLE_WEIGHT = 1.1


@dataclass(frozen=True)
class ColumnLook:
    """How the cells of a column look: the shares of their styles, mean and spread of their log length.

    ``seen`` are the very cells it holds, in small letters: a name that stands in it elsewhere is at home there.
    """

    styles: Mapping[str, float]
    length: float
    spread: float
    seen: frozenset[str] = frozenset()


def align(rows: Sequence[Row], width: int) -> tuple[Row, ...]:
    """The rows with their cells under the columns they look like; rows come back in the same order."""
    whole = [row for row in rows if _is_whole(row, width)]
    if not whole or width < 2:
        return tuple(rows)
    placed: tuple[Row, ...] = tuple(whole)
    before: tuple[ColumnLook, ...] | None = None
    for _ in range(ROUNDS):
        looks = _learn(placed, whole, width)
        if looks == before:
            break  # the rows would be placed as they are
        placed, before = tuple(_placed(row, looks) for row in rows), looks
    return placed


def _is_whole(row: Row, width: int) -> bool:
    return len(row.filled) == width and max(row.filled) == width - 1


@lru_cache(maxsize=1 << 16)
def style_of(text: str) -> str:
    """The kind of a cell: how it is numbered or marked; a reference, a percentage or a date on its own."""
    if percentage(text) is not None:
        return "%"
    if is_bare_ref(text):
        return "ref"
    return label_style(text) or ("date" if is_date(text) else "name" if is_name(text) else "")


def is_name(text: str) -> bool:
    """A few words that all begin with a capital, but for the small ones between: a name, not a sentence."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’]*", text) if len(word) > 3]
    return 0 < len(words) <= 6 and all(word[0].isupper() for word in words)


def is_rest(text: str) -> bool:
    """A cell that begins in small letters and without a label is the rest of one above: it tells no column."""
    return text[:1].islower() and not style_of(text)


def _learn(rows: Iterable[Row], whole: Iterable[Row], width: int) -> tuple[ColumnLook, ...]:
    """The columns' looks as far as the rows are placed; only whole rows are sure enough to say what is at home."""
    seen = _texts(whole, width)
    return tuple(
        _look(texts, frozenset(text.casefold() for text in home))
        for texts, home in zip(_texts(rows, width), seen, strict=True)
    )


def _texts(rows: Iterable[Row], width: int) -> list[list[str]]:
    texts: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for column, slot in row.filled.items():
            if column < width:
                texts[column].append(slot.text)
    return texts


def _look(texts: Sequence[str], seen: frozenset[str]) -> ColumnLook:
    count = len(texts)
    if not count:
        return ColumnLook({}, 3.0, 2.0)
    styles = {style: hits / count for style, hits in sorted(Counter(map(style_of, texts)).items())}
    lengths = [math.log(len(text) + 1) for text in texts]
    mean = sum(lengths) / count
    spread = math.sqrt(sum((length - mean) ** 2 for length in lengths) / count)
    return ColumnLook(styles, mean, max(spread, 0.35), seen)


def _placed(row: Row, looks: Sequence[ColumnLook]) -> Row:
    """One row with its cells moved to where they cost least."""
    cells = sorted(row.filled.items())
    if not row.short:
        return row
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
    style = label_style(slot.text)
    here = looks[column].styles.get(style, 0.0) if column < len(looks) else 0.0
    return bool(style) and here < 0.1 and any(look.styles.get(style, 0.0) > 0.6 for look in looks)


class _Laid(NamedTuple):
    """The cells laid so far: at what cost, under which columns, and how far the last one was moved."""

    cost: float = 0.0
    places: tuple[int | None, ...] = ()
    column: int = -1
    moved: int | None = None


def _cheapest(cells: Sequence[tuple[int, Slot]], looks: Sequence[ColumnLook]) -> list[int | None]:
    """Lay the cells under the columns in their order at least cost (dynamic programming over both)."""
    laid = [_Laid()]
    for at, slot in cells:
        laid = _laid_further(laid, at, _misfits(slot.text, at, looks))
    return list(min(laid, key=lambda option: (option.cost, option.places.count(None))).places)


def _laid_further(laid: Sequence[_Laid], at: int, fits: Sequence[float]) -> list[_Laid]:
    """The next cell laid aside or under any column further right: for each place the cheapest way there."""
    best: dict[tuple[int, int | None], tuple[float, _Laid, int | None]] = {}
    places = [(column, column - at) for column in range(len(fits))]
    for before in laid:
        cost, key = before.cost + ASIDE, (before.column, before.moved)
        if key not in best or cost < best[key][0]:
            best[key] = (cost, before, None)
        for column, moved in places[before.column + 1 :]:
            step = abs(moved) * SLIDE if before.moved is None else abs(moved - before.moved) * SHIFT
            cost = before.cost + fits[column] + step
            known = best.get((column, moved))
            if known is None or cost < known[0]:
                best[column, moved] = (cost, before, column)
    return [_Laid(cost, (*before.places, to), *key) for key, (cost, before, to) in best.items()]


def _misfits(text: str, at: int, looks: Sequence[ColumnLook]) -> list[float]:
    """How ill a cell's looks suit each column, apart from where it stands."""
    if is_rest(text):
        return [0.0] * len(looks)
    at_home = [text.casefold() in look.seen for look in looks]
    elsewhere, style, length = any(at_home), style_of(text), math.log(len(text) + 1)
    return [
        0.0 if home else _misfit(look, style, length, column != at, elsewhere)
        for column, (look, home) in enumerate(zip(looks, at_home, strict=True))
    ]


def _misfit(look: ColumnLook, style: str, length: float, moves: bool, elsewhere: bool) -> float:
    """How ill a style and a log length suit a column where the cell's words are not at home."""
    share = look.styles.get(style, 0.0)
    strange = NO_REASON if elsewhere or (moves and share < STRANGE) else 0.0
    distance = abs(length - look.length) / look.spread
    return -math.log(0.02 + 0.98 * share) * STYLE_WEIGHT + min(distance, 4.0) * 0.5 + strange
