"""How often, from a plan's wording: 'Quarterly', '6 monthly', 'twice a year'. Pure."""

from __future__ import annotations

import re

_NUMBERS = {
    name: number
    for number, name in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
}
_N = rf"(\d{{1,2}}|{'|'.join(_NUMBERS)})"
_PER_YEAR = r"(?:a|per|each|every|in a|/) ?(?:financial )?(?:year|annum)|yearly|annually"
_WORDINGS: tuple[tuple[str, int], ...] = (
    # 'Bi-annual' is twice a year and 'biennial' every two years (Oxford English Dictionary).
    (r"bi-?annual(?:ly)?|semi-?annual(?:ly)?|half[ -]?yearly|every half[ -]?year", 6),
    (rf"twice (?:{_PER_YEAR})", 6),
    (r"bi-?ennial(?:ly)?|every (?:other|second) year", 24),
    (r"triennial(?:ly)?", 36),
    (r"every other month", 2),
    (r"quarterly|(?:each|every|per|once a) quarter", 3),
    (r"termly|(?:each|every|per|once a) (?:school )?term", 4),
    (
        rf"annual(?:ly)?|yearly|once (?:{_PER_YEAR})|(?:each|every|per) (?:financial )?year|per annum|p\.a\.",
        12,
    ),
    (r"monthly|(?:each|every|per|once a) month", 1),
)
_COUNTED: tuple[tuple[str, int, bool], ...] = (
    (rf"every {_N} months?|{_N}[ -]?month-?ly", 1, False),
    (rf"every {_N} years?|{_N}[ -]?yearly", 12, False),
    (rf"{_N} ?(?:times|x) (?:{_PER_YEAR})|x ?{_N} (?:{_PER_YEAR})", 12, True),
)
_MOST = 60
_EITHER = re.compile(r"\bbi-?monthly\b|\bbi-?weekly\b")


def months_in(wording: str) -> int | None:
    """How many months lie between two reports, as a wording says it; None where it does not settle that.

    What comes oftener than monthly is more than a round asks, and what goes on all the time ('ongoing', 'regular')
    names no time. 'Bi-monthly' may be twice a month or every two months.
    """
    text = " ".join(re.sub(r"[‐‑–—−]", "-", wording.lower()).split())
    if _EITHER.search(text):
        return None
    found = {months for months in (*_counted(text), *_named(_without_counted(text))) if months}
    return found.pop() if len(found) == 1 else None


def _counted(text: str) -> list[int | None]:
    return [
        _months(_number_in(match), unit, divides)
        for pattern, unit, divides in _COUNTED
        for match in _whole(pattern).finditer(text)
    ]


def _named(text: str) -> list[int]:
    found = []
    for pattern, months in _WORDINGS:
        text, times = _whole(pattern).subn(" ", text)
        found += [months] * bool(times)
    return found


def _without_counted(text: str) -> str:
    for pattern, _unit, _divides in _COUNTED:
        text = _whole(pattern).sub(" ", text)
    return text


def _months(count: int, unit: int, divides: bool) -> int | None:
    if divides:
        return unit // count if count and unit % count == 0 else None
    return count * unit if 0 < count * unit <= _MOST else None


def _number_in(match: re.Match[str]) -> int:
    said = next(text for text in match.groups() if text)
    return _NUMBERS.get(said) or int(said)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])")
