"""Headings of one kind for several periods: 'Q1 RAG' and 'Q2 RAG', 'Status Jan 2026' and 'Status Apr 2026'."""

from __future__ import annotations

import re

from turntide.reading.wordings.spans import MONTHS, PART
from turntide.reading.wordings.timescales import timescale

_YEARS = r"(?:19|20)\d\d(?: ?[/-] ?\d{2,4})?"
_PERIOD = re.compile(rf"\b(?:{PART}(?:[ ,/-]*(?:{_YEARS}|\d\d\b))?|{_YEARS}|(?:year|yr) ?\d+)(?!\w)")


def is_later(one: str, other: str) -> bool:
    """Whether the second heading is the first one of a later period.

    By their days, else by the number of the quarter or year; where neither tells (months of no year), the later
    one is the one that is written later.
    """
    (kind, period), (same, following) = _parted(one), _parted(other)
    if not period or not following or period == following or kind != same:
        return False
    ends = timescale(period).end, timescale(following).end
    if ends[0] and ends[1]:
        return ends[0] < ends[1]
    numbers = _number(period), _number(following)
    return numbers[0] < numbers[1] if numbers[0] and numbers[1] else True


def _parted(heading: str) -> tuple[str, str]:
    """A heading without its period, and the period; the period is '' where it names none."""
    text = re.sub(r"[‐‑‒–—]", "-", " ".join(heading.lower().split()))
    found = _PERIOD.search(text)
    if found is None:
        return text, ""
    rest = re.sub(r"[^\w]+", " ", text[: found.start()] + " " + text[found.end() :])
    return rest.strip(), found.group()


def _number(period: str) -> int:
    """The number of a quarter or a year of the plan; 0 where it is none."""
    digits = re.search(r"\d+", period)
    return int(digits.group()) if digits and not period.startswith(MONTHS) else 0


def year_in(heading: str) -> str:
    """The one year a heading names ('2026/27' of 'Update 2026/27'); '' where it names none or several."""
    found = re.findall(rf"\b{_YEARS}\b", heading)
    return found[0] if len(found) == 1 else ""
