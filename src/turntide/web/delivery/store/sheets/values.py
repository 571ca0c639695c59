"""What somebody meant by what they typed into a cell: pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import override

from turntide.web.delivery.rules.sheets import AskedRow, Choices, plain
from turntide.web.delivery.rules.vocabulary import our_label
from turntide.web.delivery.store.sheets.book import Cell
from turntide.web.delivery.store.sheets.columns import Column, Holds
from turntide.web.design.days import day
from turntide.web.design.forms import DateInputField

Value = str | int | bool | date | None

_DAY_ZERO = date(1899, 12, 30)
_FIRST, _LAST = date(2000, 1, 1), date(2099, 12, 31)
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b", re.IGNORECASE)
_CLOCK = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
_WEEKDAY = re.compile(r"^[^\W\d]+,?\s+(?=\d)")
_MOST_REACHED = 2_000_000_000
_YES = frozenset(["yes", "y", "x", "true", "1", "✓", "✔", "☑", "tick", "ticked", "ie", "oes", "ydy"])
_NO = frozenset(["no", "n", "false", "0", "-", "–", "—", "na", "nage"])


class WrongCellError(Exception):
    """A cell holds what we cannot take; the text says what to do."""


def value_of(cell: Cell, column: Column, asked: AskedRow) -> Value:
    """What a cell of this column says of the action. Raises WrongCellError."""
    if cell.formula:
        raise WrongCellError(_("this cell holds a formula. Type the words or the figure itself."))
    return _READ[column.holds](cell, asked)


def text_of(cell: Cell) -> str:
    """A cell's words, whatever it holds."""
    value = cell.value
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, date):
        return day(value)
    return plain(value or "")


def _date(cell: Cell, asked: AskedRow) -> date | None:
    found = _day_in(cell)
    if found is not None and not _FIRST <= found <= _LAST:
        raise WrongCellError(_("check the year of %(day)s.") % {"day": day(found)})
    return found


def _day_in(cell: Cell) -> date | None:
    value = cell.value
    if isinstance(value, date):
        return value
    if isinstance(value, float) and not isinstance(value, bool):
        # A date whose look was taken away: days since the end of 1899.
        near = value if 0 < value < 200_000 else 0
        return _DAY_ZERO + timedelta(days=int(near))
    words = _WEEKDAY.sub("", _ORDINAL.sub("", _CLOCK.sub("", text_of(cell))))
    try:
        return DateInputField(required=False).to_python(words.replace(",", " "))
    except ValidationError as wrong:
        told = {"typed": text_of(cell), "what": wrong.messages[0]}
        raise WrongCellError(_("“%(typed)s” is no date we can read. %(what)s") % told) from wrong


def _number(cell: Cell, asked: AskedRow) -> int | None:
    words = text_of(cell).replace(",", "").replace(" ", "").replace("\u00a0", "")
    if not words:
        return None
    if not words.isdecimal() or int(words[:20]) > _MOST_REACHED:
        raise WrongCellError(
            _("“%(typed)s” is no whole number. Type one like 45, or leave it blank.")
            % {"typed": text_of(cell)}
        )
    return int(words)


def _yes(cell: Cell, asked: AskedRow) -> bool:
    words = _spelling(text_of(cell))
    if words in _YES or words == _spelling(_("Yes")):
        return True
    if not words or words in _NO or words == _spelling(_("No")):
        return False
    raise WrongCellError(
        _("“%(typed)s” is neither yes nor no. Choose Yes, or leave it blank.") % {"typed": text_of(cell)}
    )


def _lifecycle(cell: Cell, asked: AskedRow) -> str:
    return _meaning(cell, asked.lifecycles)


def _confidence(cell: Cell, asked: AskedRow) -> str:
    return _meaning(cell, asked.confidences)


def _meaning(cell: Cell, choices: Choices) -> str:
    words = _spelling(text_of(cell))
    if not words:
        return ""
    # The plan's own label comes first: it may be the word that we use for something else.
    known: dict[str, str] = {}
    for meaning, label in choices:
        known.setdefault(_spelling(label), meaning)
    for meaning, label in _ours(choices):
        known.setdefault(_spelling(label), meaning)
    if words not in known:
        told = {"typed": text_of(cell), "labels": ", ".join(label for _meaning, label in choices)}
        raise WrongCellError(_("we do not know “%(typed)s”. Choose one of: %(labels)s.") % told)
    return known[words]


def _ours(choices: Choices) -> Iterator[tuple[str, str]]:
    """Our own labels, in every language in which a sheet may have been made, and the standard's words."""
    for meaning, _label in choices:
        yield meaning, meaning
        for code, _name in settings.LANGUAGES:
            with override(code):
                yield meaning, our_label(meaning)


def _spelling(text: str) -> str:
    return " ".join(re.sub(r"[-_/.\s]+", " ", text.casefold()).split()) or text.strip()


def _text(cell: Cell, asked: AskedRow) -> str:
    return text_of(cell)


_READ: Mapping[Holds, Callable[[Cell, AskedRow], Value]] = {
    Holds.SHOWN: _text,
    Holds.SHOWN_DATE: _text,
    Holds.MARK: _text,
    Holds.TEXT: _text,
    Holds.DATE: _date,
    Holds.NUMBER: _number,
    Holds.YES: _yes,
    Holds.LIFECYCLE: _lifecycle,
    Holds.CONFIDENCE: _confidence,
}
