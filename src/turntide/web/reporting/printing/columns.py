"""How wide the columns of a table are: as its shares say, yet nothing is broken within a word."""

from __future__ import annotations

from collections.abc import Iterator

from turntide.web.reporting.rules.paper import Column, Table, plain

_TEXT = 482.0
"""Points across an upright page's text: what fits there fits on a page on its side as well."""
_LETTER, _BOLD_LETTER, _CAPITAL = 4.6, 5.2, 6.4
"""Points of an average letter in a table; ``_CAPITAL`` is a bold one's."""
_AIR, _SIGN = 12.0, 12.0
"""Points beside the words of a cell, and those of the sign before a status."""
_MOST, _MOST_OF_WORDS = 0.3, 0.2
"""No word, however long, claims more than this part of the page; less in a column of running words."""


def fractions(table: Table) -> tuple[float, ...]:
    """Each column's part of the table's width; together they are one."""
    shares = [max(column.share, 1) for column in table.columns]
    wanted = [share / sum(shares) for share in shares]
    least = [_least(table, place) for place in range(len(shares))]
    return tuple(_settled(wanted, _fitting(least)))


def _least(table: Table, place: int) -> float:
    most = _MOST_OF_WORDS if table.columns[place].kind == "words" else _MOST
    return min(_needed(table, place) / _TEXT, most)


def _fitting(least: list[float]) -> list[float]:
    """What is needed, or the fair part of it where all together need more than there is."""
    return [each / max(sum(least), 1.0) for each in least]


def _settled(wanted: list[float], least: list[float]) -> Iterator[float]:
    """Who has too little gets what it needs; the others give, each by what it has to spare."""
    lacking = sum(max(need - want, 0.0) for want, need in zip(wanted, least, strict=True))
    spare = sum(max(want - need, 0.0) for want, need in zip(wanted, least, strict=True)) or 1.0
    for want, need in zip(wanted, least, strict=True):
        yield need if want < need else want - (want - need) * min(lacking / spare, 1.0)


def _needed(table: Table, place: int) -> float:
    column = table.columns[place]
    heading = max(map(len, column.heading.split()), default=0) * _BOLD_LETTER
    return max(heading, _needed_by_cells(table, column, place)) + _AIR


def _needed_by_cells(table: Table, column: Column, place: int) -> float:
    said = (word for row in table.rows for word in plain(row[place].words).split())
    if column.kind == "words":
        letter = _BOLD_LETTER if place < table.header else _LETTER
        return max((_wide(word, letter) for word in said), default=0.0)
    longest = max(map(len, said), default=0)
    return longest * _BOLD_LETTER + _SIGN if column.kind == "status" else longest * _LETTER


def _wide(word: str, letter: float) -> float:
    return len(word) * (_CAPITAL if word.isupper() else letter)
