"""Stacked columns with their numbers in rows beneath, each row headed by the key to its filling. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, log10
from typing import Protocol

from django.utils.translation import gettext as _

from turntide.web.reporting.pictures.axes import Standing, key_of
from turntide.web.reporting.pictures.fills import filled
from turntide.web.reporting.pictures.letters import wrapped
from turntide.web.reporting.pictures.strokes import (
    INK,
    LINE,
    SIZE,
    SMALL,
    SOFT,
    leading,
    line,
    lines_of_text,
    number,
    sheet,
    text,
)

WIDTH, LEFT, PLOT, ROW = 460.0, 132.0, 140.0, 15.0
_TOP, _WIDEST, _SLOT = 20.0, 46.0, 110.0


class Stacked(Protocol):
    """A status, and how many there were in each column."""

    @property
    def standing(self) -> Standing: ...  # noqa: D102
    @property
    def numbers(self) -> tuple[int, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is of, and how many it holds in all."""

    name: str
    all: int


def columns_drawn(
    key: str, told: tuple[str, str], columns: Sequence[Column], rows: Sequence[Stacked], notes: Sequence[str]
) -> tuple[str, tuple[float, float]]:
    """The drawing and its size. ``told`` are its title and what it shows."""
    if not columns:
        return sheet(key, *told, (WIDTH, 40), [text(0, 24, told[1], ink=SOFT)]), (WIDTH, 40)
    names, rows_at = _names(columns)
    notes_at = rows_at + (len(rows) + 1) * ROW + SIZE * 1.4
    said = [text(0, notes_at + at * SIZE * 1.4, each, size=SMALL, ink=SOFT) for at, each in enumerate(notes)]
    height = notes_at + (len(notes) - 1) * SIZE * 1.4 + 6
    most = max(each.all for each in columns)
    parts = [*_scale(most), *_stacks(columns, rows), *names, *_numbers(columns, rows, rows_at), *said]
    return sheet(key, *told, (WIDTH, height), parts), (WIDTH, height)


def _names(columns: Sequence[Column]) -> tuple[list[str], float]:
    """The columns' names beneath them, and where what stands beneath those begins."""
    names = [wrapped(each.name, _slot(columns) - 4, SMALL, lines=3) for each in columns]
    y = _TOP + PLOT + 12
    drawn = [
        lines_of_text(_middle(columns, at), y, each, size=SMALL, at="middle") for at, each in enumerate(names)
    ]
    return drawn, y + max(len(each) for each in names) * leading(SMALL)


def _slot(columns: Sequence[Column]) -> float:
    return min((WIDTH - LEFT) / len(columns), _SLOT)


def _middle(columns: Sequence[Column], at: int) -> float:
    return LEFT + _slot(columns) * (at + 0.5)


def _scale(most: int) -> Iterator[str]:
    """Level lines at round numbers."""
    step = round_step(most)
    for mark in range(0, top_of(most) + 1, step):
        y = _TOP + PLOT - PLOT * mark / top_of(most)
        yield line(LEFT, y, WIDTH, y, stroke=LINE if mark else INK, weight=0.6 if mark else 1)
        yield text(LEFT - 5, y + 3, number(mark), size=SMALL, ink=SOFT, at="end")


def round_step(most: int) -> int:
    """The distance of the scale's lines: 1, 2, 5, 10, 20 and so on, for at most five of them."""
    if most <= 4:
        return 1
    power = int(10 ** int(log10(most / 4)))
    return next(step for step in (power, 2 * power, 5 * power, 10 * power) if most / step <= 5)


def top_of(most: int) -> int:
    """The number at the top of the scale."""
    return max(ceil(most / round_step(most)) * round_step(most), 1)


def _stacks(columns: Sequence[Column], rows: Sequence[Stacked]) -> Iterator[str]:
    wide = min(_slot(columns) * 0.62, _WIDEST)
    most = top_of(max(each.all for each in columns))
    for at, column in enumerate(columns):
        left, foot = _middle(columns, at) - wide / 2, _TOP + PLOT - 0.5
        for row in reversed(rows):
            high = PLOT * row.numbers[at] / most
            if high:
                foot -= high
                yield filled(left, foot, wide, high, row.standing.look)
        yield text(_middle(columns, at), foot - 4, str(column.all), strong=True, at="middle")


def _numbers(columns: Sequence[Column], rows: Sequence[Stacked], top: float) -> Iterator[str]:
    """The numbers beneath the columns, in the order of the stack."""
    for down, row in enumerate(rows):
        y = top + (down + 1) * ROW
        yield line(0, y - 11, WIDTH, y - 11)
        yield key_of(row.standing, 0, y, LEFT - 4)
        for at, many in enumerate(row.numbers):
            yield text(_middle(columns, at), y, str(many), at="middle")
    y = top + (len(rows) + 1) * ROW
    yield line(0, y - 11, WIDTH, y - 11, stroke=INK)
    yield text(0, y, _("All actions"), size=SMALL, strong=True)
    for at, column in enumerate(columns):
        yield text(_middle(columns, at), y, str(column.all), strong=True, at="middle")
