"""On what day a report in a plan's column was made, by the wording of its date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

Span = tuple[date, date]
SpanNamed = Callable[[str], Span | None]
"""What reads a date with its year out of a wording."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:\d{4}(?:\s*[/–-]\s*\d{2,4})?|['’]?\d{2}(?:\s*/\s*\d{2})?)"
_NUMBERS = r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}"
_QUARTER = rf"(?:q|quarter\s*)[1-4](?:\s*,?\s*{_YEAR})?"
_SEASON = rf"(?:spring|summer|autumn|winter)\s*{_YEAR}"
_OF_MONTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}(?:\s*(?:[-–/]|to)\s*{_MONTH})?(?:[\s,'’-]*{_YEAR})?"
_DATE = rf"(?:{_NUMBERS}|{_QUARTER}|{_SEASON}|{_OF_MONTH})"
_BESIDE = r"(?:update|position|progress|as (?:of|at)|at|report(?:ed)?|rag)"
_OPENING = re.compile(
    rf"[\s•*·▪●–-]*[\[(]?((?:{_BESIDE}\s+)*{_DATE}(?:\s+{_BESIDE})*)(?![\w/])[\])]?(?:\s*[:–—]|\s+-|\s*$|(?<=[\])]))",
    re.IGNORECASE | re.MULTILINE,
)
_MONTH_ALONE = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+)?({_MONTH})(?!\w)", re.IGNORECASE)
_QUARTER_ALONE = re.compile(r"\b(?:q|quarter\s*)([1-4])\b", re.IGNORECASE)
_HAS_YEAR = re.compile(r"\d{4}|['’]\d{2}|[./-]\d{2}\b|[a-z.]\s*-?\d{2}\b", re.IGNORECASE)
_AFTER = timedelta(days=366)
"""So long after its last day a plan is still reported on."""


@dataclass(frozen=True, slots=True)
class Frame:
    """When a document came, and the last day its plan covers: by these a month without a year gets one."""

    came: date
    ends: date | None = None

    @property
    def latest(self) -> date:
        """The last day a report in it can be of."""
        if self.ends is not None and self.ends + _AFTER < self.came:
            return self.ends
        return self.came


def opening(text: str) -> str:
    """The date that a report opens with: "Jan 23" of "Jan 23: opened the path"; empty where it opens with none."""
    found = _OPENING.match(text)
    return found[1].strip() if found else ""


def says_year(wording: str) -> bool:
    """Whether the wording of a date says its year itself."""
    return bool(_HAS_YEAR.search(wording))


def day_of(wording: str, frame: Frame, span_named: SpanNamed) -> date | None:
    """The day a report was made: the last of the days that its wording names, and never after the document came.

    A month or quarter without a year is the latest that fits the plan. A date that lies ahead is none of a report.
    """
    if not wording.strip():
        return None
    span = span_named(wording) or _without_year(wording, frame)
    return made_on(span, frame)


def made_on(span: Span | None, frame: Frame) -> date | None:
    """The last of these days, or the day the document came where they were not over then."""
    if span is None or span[0] > frame.came:
        return None
    return min(span[1], frame.came)


def _without_year(wording: str, frame: Frame) -> Span | None:
    found = list(_MONTH_ALONE.finditer(wording))
    if found:
        return _latest(_months(found[-1], frame), frame)
    quarter = _QUARTER_ALONE.search(wording)
    return _latest(_quarters(int(quarter[1]), frame), frame) if quarter else None


def _months(found: re.Match[str], frame: Frame) -> Iterator[Span]:
    month = _MONTHS.index(found[2][:3].lower()) + 1
    for year in _years(frame):
        last = monthrange(year, month)[1]
        if found[1] and 1 <= int(found[1]) <= last:
            yield (date(year, month, int(found[1])),) * 2
        else:
            yield date(year, month, 1), date(year, month, last)


def _quarters(number: int, frame: Frame) -> Iterator[Span]:
    """Quarters of financial years: the first begins in April."""
    month = (number * 3) % 12 + 1
    for year in _years(frame):
        yield date(year, month, 1), date(year, month + 2, monthrange(year, month + 2)[1])


def _years(frame: Frame) -> Iterable[int]:
    latest = frame.latest.year
    return range(max(latest, 1902), max(latest, 1902) - 2, -1)


def _latest(spans: Iterable[Span], frame: Frame) -> Span | None:
    return next((span for span in spans if span[0] <= frame.latest), None)
