"""Until when somebody says they are away, read from an automatic answer. Where it is not clear, nothing is said."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_WORDS = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"\b,?(?: (?P<year>\d{4})\b)?",
    re.I,
)
_IN_FIGURES = re.compile(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4}|\d{2})\b")
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
LONGEST = timedelta(days=366)
_READ = 4000


def away_until(words: str, today: date) -> date | None:
    """The last day an automatic answer names from today on, within a year: "back on 4 January" names one."""
    text = " ".join(words[:_READ].split())
    found = [_month_named(match, today) for match in _IN_WORDS.finditer(text)]
    for pattern in (_IN_FIGURES, _ISO):
        found += [
            _day(*(int(match[name]) for name in ("year", "month", "day"))) for match in pattern.finditer(text)
        ]
    ahead = [day for day in found if day is not None and today <= day <= today + LONGEST]
    return max(ahead, default=None)


def _month_named(match: re.Match[str], today: date) -> date | None:
    month, day = _MONTHS.index(match["month"].lower()) + 1, int(match["day"])
    if match["year"]:
        return _day(int(match["year"]), month, day)
    this_year = _day(today.year, month, day)
    # "5 January", said in December, is of the year to come
    return this_year if this_year is not None and this_year >= today else _day(today.year + 1, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
