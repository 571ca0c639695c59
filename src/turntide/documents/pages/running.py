"""Headers, footers and page numbers: lines at a page's edge that recur at the same place on its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from turntide.documents.pages.lines import Line

EDGE = 0.16
"""Running lines stand in the outer parts of the page: this share of its height from either end."""
_SAME_PLACE = 3.0
_OFTEN = 0.5
"""The share of neighbouring pages a running line recurs on: left and right pages may differ."""
_PITCH = 1.45
"""Lines of one paragraph stand at most this many sizes apart."""
_CLOSE = 5
"""A table's header stands within this many sizes above the rows it heads."""
_MOST_ROWS = 4
"""A page's header or footer has at most this many lines."""
_RIM = 0.08
"""What stands within this share of the page's height from either end stands in its margin."""
_PAGE = re.compile(r"(?:^|\s)page\s\d+(?:\s?(?:of|/)\s?\d+)?$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")


class Rim(NamedTuple):
    """The lines of one page outside its ruled cells, from top to bottom, and the page's height."""

    lines: tuple[Line, ...]
    height: float


def running_lines(page: Rim, neighbours: Sequence[Rim]) -> set[int]:
    """Which of a page's lines (by index) recur on a neighbouring page; other digits count as the same."""
    recurring = {at for at, line in enumerate(page.lines) if _recurs(line, page, neighbours)}
    if not neighbours:
        return {at for at in recurring if page.lines[at].turn % 90}
    rows = _rows(page.lines)
    above = _from_edge(rows, page, recurring, at_top=True)
    below = _from_edge(list(reversed(rows)), page, recurring, at_top=False)
    return above | below


def numbered_edge(page: Rim) -> set[int]:
    """On a page that has no neighbours: the row at its very edge that ends in the page's number."""
    found: set[int] = set()
    rows = _rows(page.lines)
    for row in (rows[:1], rows[-1:]):
        lines = [page.lines[at] for at in row[0]] if row else []
        deep = bool(lines) and _RIM * page.height < lines[0].base < (1 - _RIM) * page.height
        last = max(lines, key=lambda line: line.x1, default=None)
        if last is not None and not deep and _PAGE.search(last.text):
            found.update(row[0])
    return found


def _recurs(line: Line, page: Rim, neighbours: Sequence[Rim]) -> bool:
    if line.turn % 90:
        return True
    shape = _shape(line)
    seen = sum(any(_same(line, page, shape, other, rim) for other in rim.lines) for rim in neighbours)
    return seen > 0 and seen >= _OFTEN * len(neighbours)


def _shape(line: Line) -> str:
    return _DIGITS.sub("0", line.text)


def _same(line: Line, page: Rim, shape: str, other: Line, rim: Rim) -> bool:
    if other.turn != line.turn:
        return False
    level = min(
        abs(line.base - other.base),
        abs((page.height - line.base) - (rim.height - other.base)),
    )
    placed = min(
        abs(line.x0 - other.x0), abs(line.x1 - other.x1), abs(line.x0 + line.x1 - other.x0 - other.x1) / 2
    )
    return level <= _SAME_PLACE and placed <= 2 * _SAME_PLACE and _shape(other) == shape


def _rows(lines: Sequence[Line]) -> list[list[int]]:
    """Indexes of the lines by baseline, from top to bottom; turned lines are left out."""
    rows: list[list[int]] = []
    for at in sorted((i for i, line in enumerate(lines) if line.turn == 0), key=lambda i: lines[i].base):
        if rows and lines[at].base - lines[rows[-1][0]].base <= 0.3 * lines[at].size:
            rows[-1].append(at)
        else:
            rows.append([at])
    return rows


def _from_edge(rows: list[list[int]], page: Rim, recurring: set[int], *, at_top: bool) -> set[int]:
    """Rows that recur whole, from the page's edge inwards until one does not."""
    found = {at for at in recurring if page.lines[at].turn % 90}
    for place, row in enumerate(rows[:_MOST_ROWS]):
        lines = [page.lines[at] for at in row]
        depth = lines[0].base if at_top else page.height - lines[0].base
        if depth > EDGE * page.height or not all(at in recurring for at in row):
            break
        inner = [page.lines[at] for row_inside in rows[place + 1 : place + 4] for at in row_inside]
        body = [line for at, line in enumerate(page.lines) if at not in recurring]
        if (at_top and _heads_columns(lines, inner)) or any(_runs_on(line, body) for line in lines):
            break
        found.update(row)
    return found


def _runs_on(line: Line, body: Sequence[Line]) -> bool:
    """Whether a line goes on from, or into, one of the body's: the same type, close by, and begun at one place."""
    return any(
        abs(line.base - other.base) <= _PITCH * line.size
        and abs(line.x0 - other.x0) <= 1
        and abs(line.size - other.size) <= 0.2
        for other in body
    )


def _heads_columns(row: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether a row of several pieces stands close above pieces that begin where its own do: a table's header."""
    below = [line for line in below if line.base - row[0].base <= _CLOSE * row[0].size]
    return (
        len(row) > 1 and sum(1 for line in row if any(abs(line.x0 - other.x0) <= 2 for other in below)) >= 2
    )
