"""How the cells of a sheet look."""

from __future__ import annotations

import math
from typing import Any

from turntide.web.delivery.store.sheets.columns import Column, Holds

DAY = "dd mmmm yyyy"
_SHADE, _LINE, _INK = "#EEF2F4", "#7A8A92", "#0B2A3A"


class Formats:
    """The formats of one workbook. What is to be filled in is white and unlocked; what is to be read is shaded."""

    def __init__(self, book: Any) -> None:
        words = {"text_wrap": True, "valign": "top", "font_size": 11, "font_color": _INK}
        boxed = words | {"border": 1, "border_color": _LINE}
        shown = boxed | {"bg_color": _SHADE, "num_format": "@"}
        fill = boxed | {"locked": False}
        self.title = book.add_format({"bold": True, "font_size": 16, "font_color": _INK})
        self.about = book.add_format({"font_size": 11, "font_color": _INK})
        self.words = book.add_format(words | {"num_format": "@"})
        self.heading = book.add_format(words | {"bold": True, "font_size": 13, "valign": "bottom"})
        self.head = book.add_format(boxed | {"bold": True, "bg_color": "#D5E0E6"})
        self.not_asked = book.add_format(shown)
        self._by_kind = {
            Holds.SHOWN: self.not_asked,
            Holds.MARK: self.not_asked,
            Holds.SHOWN_DATE: book.add_format(shown | {"num_format": DAY, "align": "left"}),
            Holds.DATE: book.add_format(fill | {"num_format": DAY, "align": "left"}),
            Holds.NUMBER: book.add_format(fill | {"num_format": "#,##0", "align": "left"}),
        }
        # As text: what begins with a dash or an equals sign stays what was typed.
        self._text = book.add_format(fill | {"num_format": "@"})

    def of(self, column: Column) -> Any:
        """How a column's cells look."""
        return self._by_kind.get(column.holds, self._text)


def rows_of(text: str, width: float) -> int:
    """How many lines a text takes in a column so many letters wide; words do not break."""
    return sum(max(1, math.ceil(1.15 * len(line) / width)) for line in text.split("\n"))


def height(lines: int, least: int = 1) -> float:
    """The height of a row with so many lines, in points. Excel would see to it itself, but not every program does."""
    return min(16.0 * max(lines, least), 400)
