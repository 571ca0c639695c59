"""A date as three boxes: day, month, year. A whole date typed in the first box is taken as well."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import override

_PARTS = ("day", "month", "year")
_BETWEEN = re.compile(r"[\s/.,-]+")


class DateInput(forms.MultiWidget):
    """Three boxes: day, month, year."""

    template_name = "look/date_input.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {part: forms.TextInput() for part in _PARTS}
        super().__init__(widgets=boxes, attrs=attrs)

    def decompress(self, value: Any) -> list[str]:
        """A date as the words of the three boxes."""
        if isinstance(value, date):
            return [str(value.day), str(value.month), str(value.year)]
        return [str(value or ""), "", ""]

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> list[str]:
        """What was typed in the three boxes, or a whole date sent by the field's own name; [] for nothing."""
        boxes = [str(data.get(f"{name}_{part}", "")).strip() for part in _PARTS]
        if not any(boxes):
            boxes[0] = str(data.get(name, "") or "").strip()
        return boxes if any(boxes) else []

    def first_id(self, field_id: str) -> str:
        """The box that an error leads to."""
        return f"{field_id}_0"


class DateInputField(forms.DateField):
    """A date. "22", "11", "2026" in three boxes, or "22/11/2026" or "22 November 2026" in the first."""

    widget = DateInput

    def to_python(self, value: Any) -> date | None:
        """The date that was typed.

        Raises ValidationError: a part is missing, or there is no such day.
        """
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value.date() if isinstance(value, datetime) else value
        return _date_of(_words([value] if isinstance(value, str) else list(value)))


def _words(boxes: list[str]) -> list[str]:
    """Day, month and year as words; an empty word for a part that is missing."""
    if any(boxes[1:]):
        return boxes
    words = [word for word in _BETWEEN.split(boxes[0]) if word]
    if len(words) == 3 and len(words[0]) == 4:
        words.reverse()
    return (words + ["", "", ""])[: max(3, len(words))]


def _date_of(words: list[str]) -> date:
    names = (_("a day"), _("a month"), _("a year"))
    missing = [name for name, word in zip(names, words, strict=False) if not word]
    if missing:
        wanted = _(" and ").join(missing)
        raise ValidationError(_("The date must include %(parts)s.") % {"parts": wanted}, code="incomplete")
    day, month, year = words[0], _month(words[1]), words[2]
    if year.isdecimal() and len(year) != 4:
        raise ValidationError(_("The year must have 4 numbers, like 2026."), code="year")
    try:
        if len(words) != 3:
            raise ValueError(words)
        return date(int(year), month, int(day))
    except ValueError as wrong:
        message = _("The date must be a real date, like 22 11 2026.")
        raise ValidationError(message, code="invalid") from wrong


def _month(word: str) -> int:
    """The number of a month given as a number or by its name, in the reader's language or in English."""
    if word.isdecimal():
        return int(word)
    start = word.casefold()
    return next((number for number, name in _month_names() if name.startswith(start) and len(start) > 2), 0)


def _month_names() -> list[tuple[int, str]]:
    names = [(number, str(name).casefold()) for number, name in MONTHS.items()]
    with override("en"):
        return names + [(number, str(name).casefold()) for number, name in MONTHS.items()]
