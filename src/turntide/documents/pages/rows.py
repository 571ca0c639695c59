"""The rows of a borderless table: bands that no column's text runs across, each with its first cells filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from turntide.documents.pages.borderless import Column, Level, place_of
from turntide.documents.pages.lines import Line
from turntide.documents.pages.paragraphs import Setting

_REFERENCE = re.compile(
    r"[A-Za-z]{0,4}[-. ]?\d{1,3}(?:[.\-/ ]?[a-zA-Z0-9]{1,3}){0,3}[.)]?$|[a-zA-Z][.)]$|\d{1,3}$"
)
_EDGE = 0.06
"""A word whose start is no further from a column's edge, in parts of the type size, stands at it."""
_USUAL = 0.8
"""A column filled in this part of the rows is one that every row fills."""

_SENTENCE = 40
"""Characters a cell has on average where its column holds sentences, not names."""


class Piece(NamedTuple):
    """One line of a table, with the first column it lies over and how many."""

    line: Line
    column: int
    span: int


Band = list[Piece]


def rows_of(
    found: Sequence[Level], columns: Sequence[Column], setting: Setting, rules: Sequence[float] = ()
) -> list[Band]:
    """The rows of a table from top to bottom. ``rules``: heights where a row is known to end."""
    pieces = [[_piece(line, columns) for line in _parted(level, columns)] for level in found]
    bands = _bands(pieces, setting, rules)
    bands = [part for band in bands for part in _split_tight(band, len(columns), setting)]
    return _with_first_cells(bands, len(columns), rules, setting)


def _parted(level: Level, columns: Sequence[Column]) -> Iterator[Line]:
    """The lines of a level, those that all but touch parted where a word stands at a column's very edge.

    A line alone on its level that begins in the first column is a section's heading, and left whole.
    """
    for line in level:
        whole = len(level) == 1 and place_of(line, columns)[0] == 0
        starts = [] if whole or place_of(line, columns)[1] == 1 else _at_edges(line, columns)
        for first, last in pairwise([0, *starts, len(line.words)]):
            yield Line(line.words[first:last], line.turn)


def _at_edges(line: Line, columns: Sequence[Column]) -> list[int]:
    """The words of a line, but for its first, that begin where a column does."""
    edges = [column.x0 for column in columns]
    return [
        at
        for at, word in enumerate(line.words)
        if at and any(abs(word.x0 - edge) <= _EDGE * line.size for edge in edges)
    ]


def _piece(line: Line, columns: Sequence[Column]) -> Piece:
    column, span = place_of(line, columns)
    return Piece(line, column, span)


def _bands(found: Sequence[list[Piece]], setting: Setting, rules: Sequence[float]) -> list[Band]:
    """Levels grouped where some column's text runs on from one to a later one."""
    bands: list[Band] = []
    last: dict[int, tuple[Line, int]] = {}
    for level in found:
        goes_on = [at for piece in level if (at := _runs_on(piece, last, setting)) is not None]
        alone = _is_section(level) or any(_is_section(band) for band in bands[min(goes_on, default=0) :])
        if goes_on and not alone and not _ruled_off(bands[-1], level, rules):
            first = min(goes_on)
            bands[first:] = [[piece for band in bands[first:] for piece in band] + level]
            last = {column: (line, min(at, first)) for column, (line, at) in last.items()}
        else:
            bands.append(list(level))
        for piece in level:
            columns = range(piece.column, piece.column + piece.span)
            last |= dict.fromkeys(columns, (piece.line, len(bands) - 1))
    return bands


def _runs_on(piece: Piece, last: dict[int, tuple[Line, int]], setting: Setting) -> int | None:
    """The band whose text in this column a line continues, or None."""
    if piece.column not in last:
        return None
    above, band = last[piece.column]
    usual = setting.pitch(piece.line.size) or 1.25 * piece.line.size
    return band if piece.line.base - above.base <= 1.03 * usual + 0.3 else None


def _ruled_off(band: Band, level: Sequence[Piece], rules: Sequence[float]) -> bool:
    lowest = max(piece.line.base for piece in band)
    highest = min(piece.line.base for piece in level)
    return any(lowest <= rule <= highest for rule in rules)


def _is_section(band: Sequence[Piece]) -> bool:
    """Whether a row is one line that runs from the first column over others: 'Priority 1 – …'."""
    return len(band) == 1 and band[0].column == 0 and band[0].span > 1


def _split_tight(band: Band, count: int, setting: Setting) -> list[Band]:
    """A band whose rows stand no further apart than their lines, parted where a row begins."""
    by_level: list[Band] = []
    for piece in sorted(band, key=lambda each: (each.line.base, each.column)):
        if by_level and piece.line.base - by_level[-1][0].line.base <= 0.35 * piece.line.size:
            by_level[-1].append(piece)
        else:
            by_level.append([piece])
    first = [level for level in by_level if any(piece.column == 0 for piece in level)]
    references = [level for level in first if _REFERENCE.match(_first_text(level))]
    certain = len(references) >= 2 and len(references) >= 0.7 * len(first)
    dense = all(len({piece.column for piece in level}) >= max(2, 0.7 * count) for level in by_level)
    if len(first) < 2 or not (certain or dense):
        return [band]
    parts: list[Band] = []
    for level in by_level:
        if not parts or (level in references if certain else _begins_row(level)):
            parts.append([])
        parts[-1] += level
    return parts


def _first_text(level: Band) -> str:
    return next(piece.line.text for piece in level if piece.column == 0)


def _begins_row(level: Band) -> bool:
    """Whether most of a level's texts begin as sentences, names and figures do."""
    capital = sum(1 for piece in level if not piece.line.text[0].islower())
    return capital >= 0.7 * len(level)


def _with_first_cells(bands: list[Band], count: int, rules: Sequence[float], setting: Setting) -> list[Band]:
    """Bands that are only a further paragraph of some cell join the row above them."""
    key = _key_column(bands, count)
    rows: list[Band] = []
    for band in bands:
        joins = bool(rows) and not _is_section(band) and not _is_section(rows[-1])
        joins = joins and not _ruled_off(rows[-1], band, rules)
        if joins and _continues(band, key) and _is_near(rows[-1], band, setting):
            rows[-1] += band
        else:
            rows.append(list(band))
    return rows


def _key_column(bands: Sequence[Band], count: int) -> int | None:
    """The column that every row fills: the first, unless it names groups of rows; None where none is sure."""
    filled = [{piece.column for piece in band} for band in bands if not _is_section(band)]
    grouped = [at for at in range(1, count) if _heads_rows(at, bands, filled)]
    if grouped:
        return grouped[0]
    proper = [columns for columns in filled if len(columns) > 1]
    usual = sum(0 in columns for columns in proper) >= _USUAL * len(proper)
    return 0 if usual else None


def _heads_rows(column: int, bands: Sequence[Band], filled: Sequence[set[int]]) -> bool:
    """Whether a column of sentences is filled in nearly every band, and the first in few of them."""
    everywhere = sum(column in columns for columns in filled) >= 0.95 * len(filled)
    sparse = sum(0 in columns for columns in filled) <= 0.6 * len(filled)
    length = sum(len(piece.line.text) for band in bands for piece in band if piece.column == column)
    return len(filled) > 3 and everywhere and sparse and length >= _SENTENCE * len(filled)


def _continues(band: Band, key: int | None) -> bool:
    columns = {piece.column for piece in band}
    return key not in columns if key is not None else len(columns) == 1 and 0 not in columns


def _is_near(upper: Band, lower: Band, setting: Setting) -> bool:
    """Whether a band stands near enough below another to be its further paragraph."""
    line = min((piece.line for piece in lower), key=lambda each: each.base)
    lowest = max(piece.line.base for piece in upper)
    usual = setting.pitch(line.size) or 1.25 * line.size
    return line.base - lowest <= 2.6 * usual
