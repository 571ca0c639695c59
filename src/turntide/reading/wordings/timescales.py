"""Timescales: what a wording such as 'by March 2025', '2022/23' or 'Ongoing' says for certain.

Nothing is guessed. A month without a year, 'Q3' without a financial year, '12 months' or 'TBC' stay undated,
and no day is given whose year is not written in the wording, the legend or the plan's period.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from turntide.reading.wordings.moments import Moment, moments
from turntide.reading.wordings.recurrences import recurrences


@dataclass(frozen=True, slots=True)
class Dates:
    """First and last day (ISO 8601) and how it recurs, each None where the wording does not settle it."""

    start: str | None = None
    end: str | None = None
    recurs: str | None = None


Bounds = tuple[date | None, date | None]
_OPEN: Bounds = (None, None)

_FROM = re.compile(
    r"\b(?:from|since|starting|starts?|begins?|beginning|commenc\w+|start date|launch(?:ed)?(?: in)?)"
    r"(?: (?:in|on|from))?[ :]*$"
)
_BY = re.compile(
    r"(?:\b(?:by|until|till|to|up to|no later than|end(?:s|ing)?|ends? of|deadline|due|complet\w+(?: by)?)"
    r"(?: the)?(?: end(?: of)?)?(?: (?:of|in|on|at))?|\bend[ -])[ :]*$|<=? ?$"
)
_INEXACT = re.compile(
    r"\b(?:early|mid|mid-|middle of|late|later in|start of|beginning of|first half of|second half "
    r"of)(?: in)?[ -]*$"
)
_BEFORE = re.compile(r"\b(?:before|prior to|ahead of)(?: the)?(?: end of)?[ :]*$")
_AFTER = re.compile(r"\b(?:after|following|post|beyond)[ :-]*$")
_ONWARDS = re.compile(
    r"^ ?(?:onwards?|\+|and beyond|and ongoing|(?:-|to|and) ?(?:ongoing|on-going|present|date)\b)"
)
_JOINED = re.compile(r"^ ?(?:-|to|until|till|through to|through) ?(?:the )?(?:end (?:of )?|by )?$")
_MOVED = re.compile(
    r"\b(?:revis\w+|extend\w+|delay\w+|slip\w+|originally|previously|was|moved|postponed|not)\b"
)
_LENGTH = re.compile(
    r"\b(?:\d+|one|two|three|four|six|nine|twelve|eighteen)[ -](?:days?|weeks?|months?|years?)\b"
    r".*\b(?:of|from|after|before)\b"
)
_TERMS = {"short": "s", "medium": "m", "middle": "m", "mid": "m", "long": "l", "immediate": "i"}


def timescale(
    wording: str, period: tuple[str, str] | None = None, legend: Mapping[str, str] | None = None
) -> Dates:
    """What a wording says for certain.

    ``period`` is the plan's own first and last day (ISO), which dates 'Year 2' and 'by the end of the
    financial year' of a one-year plan. ``legend`` says what the plan's short forms mean ({'S': 'by March
    2025'}). A span names its first and last day; 'by', 'until' and 'end of' give only the last, 'from' and
    'onwards' only the first; 'early', 'mid' and 'late' bound only the last.
    """
    text = _plain(wording)
    meant = _in_legend(text, legend or {})
    if meant is not None:
        return timescale(meant, period)
    found = moments(text)
    start, end = _bounds(text, found) if found else _of_period(text, period)
    if start and end and start > end:
        start = end = None
    return Dates(_iso(start), _iso(end), _recurs(text))


def _plain(wording: str) -> str:
    text = re.sub(r"[‐‑‒–—−]", "-", wording.lower()).replace("’", "'").replace("‘", "'")
    text = re.sub(r"(?<=\d)(st|nd|rd|th)\b(?: of)?", r"\1", text)
    text = re.sub(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)? (?=\d)", "", text)
    return " ".join(text.split())


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _recurs(text: str) -> str | None:
    """How it recurs, unless the word belongs to something else ('regular' says too little to be one)."""
    names = [one.name for one in recurrences(text) if one.name not in {"regular", "daily"}]
    return names[0] if names else None


def _in_legend(text: str, legend: Mapping[str, str]) -> str | None:
    """The legend's wording for a short form, or for several ('S/M': from the first to the last)."""
    meanings = {_short(key): value for key, value in legend.items()}
    keys = [key for key in re.split(r" ?(?:/|-|,|&| to | and ) ?", text) if key]
    if not keys or not all(_short(key) in meanings for key in keys):
        return None
    said = [meanings[_short(key)] for key in keys]
    return said[0] if len(said) == 1 else "; ".join(said)


def _short(key: str) -> str:
    word = re.sub(r"[^\w ]", "", _plain(key)).strip()
    word = re.sub(r"[ -]?terms?$", "", word)
    return _TERMS.get(word, word)


def _bounds(text: str, found: Sequence[Moment]) -> Bounds:
    if _LENGTH.search(text) or (len(found) > 1 and _MOVED.search(text)):
        return _OPEN
    if len(found) == 2 and _JOINED.match(text[found[0].end : found[1].start]):
        return _joined(text, found[0], found[1])
    return _together(
        [_one(text, moment, after) for moment, after in zip(found, _befores(found), strict=True)]
    )


def _befores(found: Sequence[Moment]) -> list[int]:
    """Where the words before each moment begin: after the moment before it."""
    return [0, *(moment.end for moment in found[:-1])]


def _joined(text: str, early: Moment, late: Moment) -> Bounds:
    """'Dec 2018 to April 2020', 'early 2024 to March 2025'."""
    before = text[: early.start]
    vague = _INEXACT.search(before) or _BY.search(before) or _AFTER.search(before)
    return (None if vague else early.first), late.last


def _one(text: str, moment: Moment, since: int) -> Bounds:
    """A moment with the words before and after it that say which of its ends is meant."""
    before, after = text[since : moment.start], text[moment.end :]
    if _INEXACT.search(before):
        vague_start = _FROM.search(_INEXACT.sub("", before))
        return (None, None) if vague_start or _ONWARDS.match(after) else (None, moment.last)
    if _AFTER.search(before):
        return _OPEN
    if _BEFORE.search(before):
        return None, _day_before(moment, "end of" in before)
    if _BY.search(before):
        return None, moment.last
    if _FROM.search(before) or _ONWARDS.match(after):
        return moment.first, None
    return moment.first, moment.last


def _day_before(moment: Moment, end: bool) -> date | None:
    """The day before the moment, where it lies in the same written year."""
    if end or moment.first is None:
        return moment.last
    eve = moment.first - timedelta(days=1)
    return eve if eve.year == moment.first.year else None


def _together(bounds: Sequence[Bounds]) -> Bounds:
    """Several moments side by side span from the first to the last, where every one of them is certain."""
    if len(bounds) == 1:
        return bounds[0]
    starts, ends = [start for start, _ in bounds if start], [end for _, end in bounds if end]
    start = min(starts) if starts and bounds[0][0] is not None else None
    end = max(ends) if ends and len(ends) == len(bounds) else None
    return start, end


def _of_period(text: str, period: tuple[str, str] | None) -> Bounds:
    """'Year 2', 'Years 1-3' and 'end of the financial year' of a plan whose period is known."""
    if period is None:
        return _OPEN
    first, last = date.fromisoformat(period[0]), date.fromisoformat(period[1])
    years = re.fullmatch(
        r"(?P<by>by |by the end of |end of |in |during )?(?:the )?(?:years?|yr) ?(?P<a>\d)"
        r"(?: ?(?:-|to|&|and|/) ?(?:years? |yr )?(?P<b>\d))?",
        text,
    )
    if years:
        start, end = _plan_years(first, last, int(years["a"]), int(years["b"] or years["a"]))
        by = years["by"] or ""
        return (None if "by" in by or "end" in by else start), end
    one_year = _years_on(first, 1) - timedelta(days=1) == last
    ends = re.fullmatch(r"(?:by )?(?:the )?end of (?:the )?(?:financial |plan |this )?(?:year|plan)", text)
    return (None, last) if ends and (one_year or text.endswith("plan")) else _OPEN


def _plan_years(first: date, last: date, a: int, b: int) -> Bounds:
    if a < 1 or b < a:
        return _OPEN
    start, end = _years_on(first, a - 1), _years_on(first, b) - timedelta(days=1)
    return (start, end) if end <= last else _OPEN


def _years_on(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
