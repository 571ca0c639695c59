"""Who is involved in which theme. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from turntide.web.periods.rules.record import Record
from turntide.web.reporting.pictures.bodies import Body, bodies_of
from turntide.web.reporting.pictures.letters import wrapped
from turntide.web.reporting.pictures.strokes import (
    INK,
    PAPER,
    SIZE,
    SMALL,
    SOFT,
    TEAL,
    box,
    leading,
    line,
    lines_of_text,
    sheet,
    text,
)
from turntide.web.reporting.pictures.themes import Theme, themes_of
from turntide.web.reporting.rules.paper import Cell, Column, Picture, Piece, Table, words

KEY = "partners-by-theme"
BODIES, THEMES = 20, 8
"""So many bodies and themes are drawn at most; the last then stands for all others."""
_WIDTH, _LEFT, _ALL, _HIGH = 460.0, 140.0, 30.0, 19.0
_LEVEL = 64.0
"""Names of themes stand level where their columns are at least this wide."""
SHADES = ("#d5e7e5", "#b4d3d0", "#8fbbb8")
"""From few to many. Each carries its number in ink at 7:1 or more; the edge is what stands out from the paper."""


@dataclass(frozen=True, slots=True)
class Row:
    """A body, and in how many actions of each theme it is involved."""

    body: Body
    numbers: tuple[int, ...]


def matrix_picture(record: Record) -> Picture:
    """A row for each body, a column for each theme, and in each field how many actions the body is involved in."""
    themes = themes_of(record, THEMES)
    rows = tuple(_row(body, themes) for body in bodies_of(record, BODIES))
    title = _("Who is involved in which theme")
    seen = _seen(rows, themes)
    drawn, height = _drawn(rows, themes, several=len(record.plans) > 1)
    svg = sheet(KEY, title, seen, (_WIDTH, height), drawn)
    return Picture(KEY, title, seen, svg, _WIDTH, height, _table(title, rows, themes))


def _row(body: Body, themes: Sequence[Theme]) -> Row:
    theirs = {action.id for action in body.actions}
    return Row(body, tuple(sum(action.id in theirs for action in theme.actions) for theme in themes))


def _seen(rows: Sequence[Row], themes: Sequence[Theme]) -> str:
    if not rows:
        return _("Nobody is named in any action yet.")
    first = [f"{row.body.name} ({len(row.body.actions)})" for row in rows[:3]]
    said = _(
        "A grid of bodies and themes with the number of actions in each field. Involved in most: %(names)s."
    )
    return said % {"names": ", ".join(first)}


def _drawn(rows: Sequence[Row], themes: Sequence[Theme], *, several: bool) -> tuple[list[str], float]:
    if not rows:
        return [text(0, 24, _seen(rows, themes), ink=SOFT)], 40
    wide = min((_WIDTH - _LEFT - _ALL) / len(themes), 110)
    heads, top = _heads(themes, wide, several=several)
    parts, y = [*heads], top
    most = _most(rows, themes)
    for row in rows:
        parts += _fields(row, themes, y, wide, most)
        y += _HIGH
    parts.append(text(0, y + 14, _("Number of actions: leading or as a partner"), size=SMALL, ink=SOFT))
    return parts, y + 20


def _heads(themes: Sequence[Theme], wide: float, *, several: bool) -> tuple[list[str], float]:
    """The themes above their columns: level where they fit, else slanting upwards."""
    middles = [_LEFT + wide * (at + 0.5) for at in range(len(themes))]
    if wide >= _LEVEL:
        names = [_head(theme, wide - 6, 4, several=several) for theme in themes]
        foot = max(len(each) for each in names) * leading(SMALL) + 4
        drawn = [_level(name, x, foot) for name, x in zip(names, middles, strict=True)]
    else:
        foot = 88.0
        drawn = [_slanting(theme, x, foot, several=several) for theme, x in zip(themes, middles, strict=True)]
    whole = text(_WIDTH - _ALL / 2, foot, _("All"), size=SMALL, strong=True, at="middle")
    return [*drawn, whole], foot + 6


def _head(theme: Theme, wide: float, lines: int, *, several: bool) -> tuple[str, ...]:
    """A theme's name, and its plan's on a line of its own where there are several."""
    plan = wrapped(theme.plan, wide - 14, SMALL, lines=1) if several and theme.plan else ()
    return (*wrapped(theme.name, wide, SMALL, lines=lines - len(plan)), *plan)


def _level(lines: Sequence[str], x: float, foot: float) -> str:
    y = foot - (len(lines) - 1) * leading(SMALL)
    return lines_of_text(x, y, lines, size=SMALL, at="middle")


def _slanting(theme: Theme, x: float, foot: float, *, several: bool) -> str:
    """A name in two lines at most, upwards to the right, no further than the sheet's edge."""
    lines = _head(theme, min(112.0, (_WIDTH - 6 - x) * 2**0.5), 2, several=several)
    apart = leading(SMALL) * 1.3
    return "".join(
        text(x + row * apart - 2, foot, each, size=SMALL, turned=-45) for row, each in enumerate(lines)
    )


def _most(rows: Sequence[Row], themes: Sequence[Theme]) -> int:
    """The largest number of one body in one theme: what shades are measured by."""
    numbers = [
        number
        for row in rows
        for theme, number in zip(themes, row.numbers, strict=True)
        if not (row.body.is_others or theme.is_others)
    ]
    return max(numbers, default=1) or 1


def _fields(row: Row, themes: Sequence[Theme], y: float, wide: float, most: int) -> Iterator[str]:
    middle = y + _HIGH / 2 + 3
    yield line(0, y, _WIDTH, y)
    yield text(0, middle, wrapped(row.body.name, _LEFT - 8, SIZE, lines=1)[0])
    for at, number in enumerate(row.numbers):
        if number:
            left = _LEFT + wide * at
            several = row.body.is_others or themes[at].is_others
            shade = PAPER if several else _shade(number, most)
            yield box(left + 1.5, y + 1.5, wide - 3, _HIGH - 3, fill=shade, stroke=TEAL, weight=0.8)
            yield text(left + wide / 2, middle, str(number), at="middle", ink=INK)
    yield text(_WIDTH - _ALL / 2, middle, str(len(row.body.actions)), strong=True, at="middle")


def _shade(number: int, most: int) -> str:
    return SHADES[min((number - 1) * len(SHADES) // most, len(SHADES) - 1)]


def _table(title: str, rows: Sequence[Row], themes: Sequence[Theme]) -> Table:
    columns = (
        Column(_("Body"), share=3),
        Column(_("Actions"), "number"),
        Column(_("Of which it leads"), "number"),
        Column(_("In which themes"), share=6),
    )
    told = tuple(
        (
            Cell(words(row.body.name)),
            Cell(words(str(len(row.body.actions))), number=len(row.body.actions)),
            Cell(words(str(len(row.body.led))), number=len(row.body.led)),
            Cell(_in_themes(row, themes)),
        )
        for row in rows
    )
    return Table(
        _("%(title)s: the figures") % {"title": title},
        columns,
        told,
        empty=_("Nobody is named in any action yet."),
    )


def _in_themes(row: Row, themes: Sequence[Theme]) -> tuple[Piece, ...]:
    told = [f"{theme.name}: {number}" for theme, number in zip(themes, row.numbers, strict=True) if number]
    return words("; ".join(told))
