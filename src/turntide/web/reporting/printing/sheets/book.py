"""A workbook while it is written: the sheets that it will have, and the looks of their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from math import ceil
from typing import Any

from django.utils.translation import gettext as _

from turntide.web.reporting.printing.layout import Layout, tables_of
from turntide.web.reporting.printing.looks import LINE, SOFT, TEAL, tone
from turntide.web.reporting.printing.wording import allowed, printable
from turntide.web.reporting.rules.paper import Table

_LONGEST = 32_000
"""Letters that a cell of Excel holds, less a few."""
_NO_NAME = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_WIDEST_NAME = 31
FIRST_NOTE = 3
"""The row of the notes' sheet in which the first of them stands."""
_HIGHEST = 409
"""Points of the highest row that Excel has."""
_USUAL = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True, "font_color": "#14211f"}
_LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 18, "text_wrap": False},
    "subtitle": {"font_size": 12, "font_color": f"#{SOFT}", "text_wrap": False},
    "part": {"bold": True, "font_size": 13, "font_color": f"#{TEAL}"},
    "subheading": {"bold": True, "font_size": 11},
    "words": {},
    "quiet": {"font_color": f"#{SOFT}"},
    "link": {"font_color": "#0c565d", "underline": 1},
    "heading": {"bold": True, "bottom": 2, "bottom_color": f"#{TEAL}", "valign": "bottom"},
    "number heading": {
        "bold": True,
        "bottom": 2,
        "bottom_color": f"#{TEAL}",
        "valign": "bottom",
        "align": "right",
    },
    "cell": {"bottom": 1, "bottom_color": f"#{LINE}"},
    "names": {"bottom": 1, "bottom_color": f"#{LINE}", "bold": True},
    "note": {
        "bottom": 1,
        "bottom_color": f"#{LINE}",
        "font_color": "#0c565d",
        "underline": 1,
        "align": "left",
    },
}


class Book:
    """``tables`` are the paper's, each with the name of its sheet."""

    def __init__(self, made: Any, layout: Layout) -> None:
        self.made, self.layout = made, layout
        self.first, self.notes = _("Paper"), _("Notes")
        self.tables = tuple(self._named(layout))
        self._formats: dict[str, Any] = {}

    def look(self, name: str, **more: object) -> Any:
        """How a cell looks; ``more`` goes over it."""
        wanted = _USUAL | _LOOKS[name] | more
        known = str(sorted(wanted.items()))
        if known not in self._formats:
            self._formats[known] = self.made.add_format(wanted)
        return self._formats[known]

    def status(self, name: str) -> Any:
        """How a status of this tone looks."""
        ink, ground = tone(name)
        return self.look("cell", bold=True, font_color=f"#{ink}", bg_color=f"#{ground}")

    def sheet(self, name: str) -> Any:
        """A new sheet, to be printed on A4 across, as wide as the page."""
        sheet = self.made.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
        sheet.hide_gridlines(2)
        sheet.set_footer(f"&L&8{printable(self.layout.paper.state).replace('&', '&&')}&R&8&P")
        return sheet

    @cached_property
    def note_rows(self) -> dict[int, int]:
        """The row in which each footnote begins, by its number: each has one for each of its actions."""
        rows, row = {}, FIRST_NOTE
        for note in self.layout.paper.notes:
            rows[note.number] = row
            row += max(len(note.actions), 1)
        return rows

    def _named(self, layout: Layout) -> Iterator[tuple[Table, str]]:
        taken = {self.first.casefold(), self.notes.casefold(), "history"}
        for part in layout.ordered:
            for table in (table for block in part.blocks for table in tables_of(block)):
                name = _free(_NO_NAME.sub(" ", table.caption).strip() or part.title, taken)
                taken.add(name.casefold())
                yield table, name


def fitting(text: str) -> str:
    """The text as a cell holds it."""
    said = allowed(text)
    return said if len(said) <= _LONGEST else said[:_LONGEST] + "…"


def height(words: str, width: float, size: float = 10) -> float:
    """Points that the words need in a column of so many letters: not every program makes room by itself."""
    lines = sum(max(ceil(len(line) * size / 10 / max(width, 1)), 1) for line in words.split("\n"))
    return min(lines * size * 1.35 + 3, _HIGHEST)


def _free(wanted: str, taken: set[str]) -> str:
    """The name, short enough for a sheet, and its own."""
    name, count = _short(wanted, _WIDEST_NAME), 1
    while name.casefold() in taken:
        count += 1
        name = f"{_short(wanted, _WIDEST_NAME - len(str(count)) - 1)} {count}"
    return name


def _short(name: str, room: int) -> str:
    if len(name) <= room:
        return name
    cut = name[: room - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "…"
