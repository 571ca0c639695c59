"""Tables whose columns are plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from turntide.web.design.statuses import Shown, shown
from turntide.web.periods.rules.figures import Figure

Cells = tuple[tuple[str, str], ...]
"""What a cell says, and quietly beside it what share of the plan's actions that is."""


@dataclass(frozen=True, slots=True)
class Head:
    """A plan, as it heads its column."""

    title: str
    place: str
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row. ``status`` is set where it is headed by one; ``plain``: as a word alone."""

    name: str
    cells: Cells
    status: Shown | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. ``corner`` heads the first column."""

    title: str
    corner: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]


def numbers(counted: Sequence[int]) -> Cells:
    """Numbers as cells."""
    return tuple((str(each), "") for each in counted)


def shares(counted: Sequence[tuple[int, int]]) -> Cells:
    """Numbers out of others, with their share in hundredths."""
    return tuple((str(number), _share(number, of)) for number, of in counted)


def status_grid(
    title: str, heads: tuple[Head, ...], sides: Sequence[Mapping[str, Figure] | None], *, plain: bool
) -> Grid:
    """How many actions of each plan have each status; a plan that does not tell of it has None."""
    keys = next((list(each) for each in sides if each), [])
    rows = (
        Row(str(shown(key).word), tuple(_cell(each, key) for each in sides), shown(key), plain)
        for key in keys
        if not key or any(each[key].number for each in sides if each)
    )
    return Grid(title, _("Status"), heads, tuple(rows))


def _cell(side: Mapping[str, Figure] | None, key: str) -> tuple[str, str]:
    if side is None:
        return "–", ""
    number = side[key].number
    return str(number), _share(number, sum(each.number for each in side.values()))


def _share(number: int, of: int) -> str:
    return f"{100 * number / of:.0f}%" if number and of else ""
