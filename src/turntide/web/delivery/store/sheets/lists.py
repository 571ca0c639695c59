"""What may be chosen in a sheet: kept on a hidden worksheet, with the sheet's own mark, and offered in the cells."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from turntide.web.delivery.store.sheets.columns import Column, Holds

NAME = "turntide"
_FIRST, _LAST = date(2000, 1, 1), date(2099, 12, 31)
_MOST = 250
"""Letters that Excel takes in a hint."""


class Lists:
    """The hidden worksheet, and the rules by which cells offer what may be chosen."""

    def __init__(self, book: Any, mark: str) -> None:
        self._page = book.add_worksheet(NAME)
        self._page.very_hidden()
        self._page.write_string(0, 0, mark)
        self._columns: dict[tuple[str, ...], str] = {}

    def rule(self, column: Column, choices: tuple[str, ...]) -> dict[str, Any] | None:
        """What a cell takes, among what one chooses there, and the hint it gives."""
        hint: dict[str, Any] = {
            "input_title": str(column.heading)[:32],
            "input_message": str(column.hint)[:_MOST],
        }
        if column.holds is Holds.DATE:
            kind = {"validate": "date", "criteria": "between", "minimum": _FIRST, "maximum": _LAST}
            return kind | hint | _told(_("Type a date, like 22/11/2026."), "warning")
        if column.holds is Holds.NUMBER:
            kind = {"validate": "integer", "criteria": ">=", "value": 0}
            return kind | hint | _told(_("Type a whole number, or leave it blank."), "warning")
        if choices:
            source = {"validate": "list", "source": self._source(choices)}
            return source | hint | _told(_("Choose one of the list, or leave it blank."), "stop")
        return {"validate": "any"} | hint if column.filled and column.hint else None

    def _source(self, choices: tuple[str, ...]) -> str:
        from xlsxwriter.utility import xl_col_to_name

        if choices not in self._columns:
            at = len(self._columns) + 1
            for row, label in enumerate(choices):
                self._page.write_string(row, at, label)
            name = xl_col_to_name(at, col_abs=True)
            self._columns[choices] = f"={NAME}!{name}$1:{name}${len(choices)}"
        return self._columns[choices]


def _told(sentence: str, how: str) -> dict[str, str]:
    return {"error_title": _("Please look again"), "error_message": sentence[:_MOST], "error_type": how}
