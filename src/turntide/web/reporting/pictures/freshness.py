"""How fresh is what is known of the actions of each theme. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from turntide.web.periods.rules.figures import figures
from turntide.web.periods.rules.record import Record
from turntide.web.reporting.pictures.axes import Standing, in_colours, keys_in_rows, standings
from turntide.web.reporting.pictures.fills import filled
from turntide.web.reporting.pictures.letters import wrapped
from turntide.web.reporting.pictures.shapes import shape
from turntide.web.reporting.pictures.strokes import (
    INK,
    SIZE,
    SMALL,
    SOFT,
    leading,
    line,
    lines_of_text,
    sheet,
    text,
)
from turntide.web.reporting.pictures.themes import Theme, themes_of
from turntide.web.reporting.pictures.wording import actions_words, in_sentence, listed
from turntide.web.reporting.rules.paper import Cell, Column, Picture, Table, words

KEY = "themes-by-freshness"
THEMES = 24
"""So many themes are drawn at most; the last then stands for all others."""
_WIDTH, _LEFT, _BAR, _NUMBER = 460.0, 150.0, 142.0, 26.0


@dataclass(frozen=True, slots=True)
class Row:
    """A theme, and how many of its actions stand so, in the order of the axis."""

    theme: Theme
    numbers: tuple[int, ...]

    @property
    def all(self) -> int:
        """How many actions it has."""
        return sum(self.numbers)


def freshness_picture(record: Record) -> Picture:
    """Bars, one a theme, in parts by freshness, with their numbers at the right."""
    axis = standings("freshness", record.plans, colours=in_colours(record.plans))
    themes = themes_of(record, THEMES)
    rows = tuple(_row(theme, axis) for theme in themes)
    title = _("How fresh the news of each theme is")
    seen = _seen(rows, axis)
    drawn, height = _drawn(rows, axis, several=len(record.plans) > 1)
    svg = sheet(KEY, title, seen, (_WIDTH, height), drawn)
    return Picture(KEY, title, seen, svg, _WIDTH, height, _table(title, record, rows, axis))


def _row(theme: Theme, axis: Sequence[Standing]) -> Row:
    counted = figures(theme.actions).freshness
    return Row(theme, tuple(counted[each.key].number for each in axis))


def _seen(rows: Sequence[Row], axis: Sequence[Standing]) -> str:
    whole = sum(row.all for row in rows)
    if not whole:
        return _("There are no actions to show yet.")
    parts = [
        f"{number} {in_sentence(each.word)}"
        for at, each in enumerate(axis)
        if (number := sum(row.numbers[at] for row in rows))
    ]
    said = {"actions": actions_words(whole), "parts": listed(parts)}
    return _("Bars, one for each theme, in parts by freshness. Of %(actions)s: %(parts)s.") % said


def _drawn(rows: Sequence[Row], axis: Sequence[Standing], *, several: bool) -> tuple[list[str], float]:
    if not any(row.all for row in rows):
        return [text(0, 24, _("There are no actions to show yet."), ink=SOFT)], 40
    keys, high = keys_in_rows(axis, 0, 10, _WIDTH)
    y = 8 + high
    parts = [keys, *_headings(axis, y + 8)]
    y += 14
    most = max((row.all for row in rows if not row.theme.is_others), default=1)
    for plan, some in groupby(rows, key=lambda row: row.theme.plan):
        if several and plan:
            y += 14
            parts.append(text(0, y - 2, wrapped(plan, _WIDTH, SIZE, lines=1, strong=True)[0], strong=True))
        for row in some:
            drawn, high = _bar(row, axis, y, most)
            parts.append(drawn)
            y += high
    return parts, y + 4


def _headings(axis: Sequence[Standing], y: float) -> Iterator[str]:
    """Each column of numbers under its shape."""
    for at, each in enumerate(axis):
        yield shape(each.shown.shape, _column(at) - 8, y - 8, 8, each.look.ink)
    yield text(_column(len(axis)), y, _("All"), size=SMALL, strong=True, at="end")


def _column(at: int) -> float:
    """The right edge of a column of numbers."""
    return _LEFT + _BAR + 10 + (at + 1) * _NUMBER


def _bar(row: Row, axis: Sequence[Standing], y: float, most: int) -> tuple[str, float]:
    names = wrapped(row.theme.name, _LEFT - 8, SIZE, lines=2)
    high = max(len(names) * leading(SIZE) + 7, 22)
    middle = y + high / 2
    across, parts = _LEFT, []
    for number, each in zip(row.numbers, axis, strict=True):
        wide = 0 if row.theme.is_others else _BAR * number / most
        if wide:
            parts.append(filled(across, middle - 7, wide, 14, each.look))
        across += wide
    parts += [
        text(_column(at), middle + 3, str(number), at="end", ink=INK if number else SOFT)
        for at, number in enumerate(row.numbers)
    ]
    return "".join(
        (
            line(0, y, _WIDTH, y),
            lines_of_text(0, middle + 3 - (len(names) - 1) * leading(SIZE) / 2, names),
            *parts,
            text(_column(len(axis)), middle + 3, str(row.all), strong=True, at="end"),
        )
    ), high


def _table(title: str, record: Record, rows: Sequence[Row], axis: Sequence[Standing]) -> Table:
    several = len(record.plans) > 1
    columns = (
        Column(_("Theme"), share=8),
        *((Column(_("Plan"), share=8),) if several else ()),
        *(Column(each.word, "number") for each in axis),
        Column(_("All"), "number"),
    )
    told = tuple(
        (
            Cell(words(row.theme.name)),
            *((Cell(words(row.theme.plan)),) if several else ()),
            *(Cell(words(str(number)), number=number) for number in (*row.numbers, row.all)),
        )
        for row in rows
    )
    return Table(
        _("%(title)s: the figures") % {"title": title},
        columns,
        told,
        empty=_("There are no actions to show yet."),
    )
