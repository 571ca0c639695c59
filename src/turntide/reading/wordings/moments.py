"""The dates, months, seasons, quarters and years that a text names; `spans` holds the conventions."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from turntide.reading.wordings import spans
from turntide.reading.wordings.spans import MONTH, MONTHS, NO_DAYS, PART, QUARTER, Days

_YEAR = r"(?:19[89]\d|20\d\d)"
_NEXT = r" ?/ ?(?:20)?\d\d"
_JOIN = r" ?(?:-|/|&|,|to|and|until|till|through|or) ?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_NOT_IN_NUMBER = r"(?<![\w£$€/.,-])"
_END = r"(?![\w%]|[.,/-]\d)"


@dataclass(frozen=True, slots=True)
class Moment:
    """The first and last day a wording names, and the characters it stands at; no days where not certain."""

    first: date | None
    last: date | None
    start: int
    end: int


_Reader = Callable[[re.Match[str]], Days]


@lru_cache(2048)
def moments(text: str) -> tuple[Moment, ...]:
    """Every moment a text names, in order. ``text`` is expected in lower case with plain hyphens."""
    found: list[Moment] = []
    hits = [(match, reader) for form, reader in _FORMS if (match := form.search(text))]
    while hits:
        match, reader = min(hits, key=lambda hit: hit[0].start())
        first, last = _sane(reader(match))
        found.append(Moment(first, last, match.start(), match.end()))
        hits = [later for hit in hits if (later := _not_before(match.end(), *hit)) is not None]
    return tuple(found)


def _not_before(at: int, match: re.Match[str], reader: _Reader) -> tuple[re.Match[str], _Reader] | None:
    """The hit itself where it begins at ``at`` or later, else the next of its form."""
    later = match if match.start() >= at else match.re.search(match.string, at)
    return (later, reader) if later else None


def _sane(days: Days) -> Days:
    first, last = days
    return NO_DAYS if first and last and first > last else days


_FY = r"(?:(?P<fy>fy|financial years?|f/y) ?)?"
_FORM_TEXTS: tuple[tuple[str, _Reader], ...] = (
    (rf"{_NOT_IN_NUMBER}(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?:[t ]00:00(?::00)?)?{_END}", spans.iso),
    (
        rf"(?<![\w£$€/.,])(?P<d>\d{{1,2}})(?P<s>[./-])(?P<m>\d{{1,2}})(?P=s)(?P<y>{_YEAR}|\d\d)(?![\w%]|"
        rf"[.,/]\d)",
        spans.iso,
    ),
    (
        rf"{_NOT_IN_NUMBER}(?P<d1>{_DAY})(?: (?:of )?(?P<m1>{MONTH}))? ?(?:-|to|and|&) ?(?P<d2>{_DAY}) "
        rf"(?:of )?"
        rf"(?P<m>{MONTH}),? (?P<y>{_YEAR}){_END}",
        spans.days_of_month,
    ),
    (
        rf"{_NOT_IN_NUMBER}(?P<d>{_DAY})[ -]?(?:of )?(?P<m>{MONTH}),?[ -]?'?(?P<y>{_YEAR}|\d\d){_END}",
        spans.named_day,
    ),
    (rf"\b(?P<m>{MONTH}) (?P<d>{_DAY}),? (?P<y>{_YEAR}){_END}", spans.named_day),
    (
        rf"\b(?P<parts>{PART}(?:{_JOIN}{PART})*)(?: term)?,?(?: of| in)?[ ,/-]*"
        rf"(?:(?:fy|financial year) ?)?(?P<y>{_YEAR}(?:{_NEXT}|-\d\d)?|\d\d/\d\d|'\d\d){_END}",
        spans.parts_of_year,
    ),
    (rf"\bh(?:alf )?(?P<half>[12]),? (?P<y>{_YEAR})[/-](?P<y2>(?:20)?\d\d){_END}", spans.halves),
    (
        rf"{_NOT_IN_NUMBER}(?P<y>{_YEAR}(?: ?/ ?|"
        rf"-)\d\d),?[ :-]*(?P<parts>\(?{QUARTER}(?:{_JOIN}(?:{QUARTER}|[1-4]))*\)?)",
        spans.quarters_after_year,
    ),
    (
        r"(?:academic|school) year ?(?P<y>(?:20)?\d\d) ?[/-] ?(?P<y2>(?:20)?\d\d)" + _END,
        spans.academic,
    ),
    (
        rf"{_NOT_IN_NUMBER}{_FY}(?P<y>{_YEAR})(?: ?/ ?(?P<y2>(?:20)?\d\d)){_END}",
        spans.financial,
    ),
    (rf"{_NOT_IN_NUMBER}{_FY}(?P<y>{_YEAR}) ?- ?(?P<y2>\d\d){_END}", spans.financial),
    (rf"{_NOT_IN_NUMBER}{_FY}(?P<y>{_YEAR}) ?(?:-|to) ?(?P<y2>{_YEAR}){_END}", spans.calendar_years),
    (rf"{_NOT_IN_NUMBER}{_FY}(?P<y>\d\d)/(?P<y2>\d\d){_END}", spans.two_digits),
    (
        r"\b(?P<m>(?:" + "|".join((*MONTHS, "sept")) + rf"))(?:-'?|\.? ')(?P<y>\d\d){_END}",
        spans.month_short_year,
    ),
    (rf"\b(?P<m>{MONTH}) (?P<y>2[0-9]|3[2-9]){_END}", spans.month_short_year),
    (rf"{_NOT_IN_NUMBER}(?P<m>\d{{1,2}})/(?P<y>{_YEAR}){_END}", spans.numeric_month),
    (rf"\bfy ?(?:{_YEAR}|\d\d){_END}", spans.undated),
    (rf"\b(?:h[12]|(?:christmas|xmas|easter|half[ -]term|week \d+),?(?: of)?) {_YEAR}{_END}", spans.undated),
    (rf"(?<![\w£$€/.,])(?P<y>{_YEAR}){_END}", spans.whole_year),
)
_FORMS = tuple((re.compile(text), reader) for text, reader in _FORM_TEXTS)
