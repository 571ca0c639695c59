"""Sums of money in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SIGNS = {"£": "GBP", "€": "EUR", "$": "USD"}
_TIMES = {"k": 1e3, "m": 1e6, "bn": 1e9, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:\s?(?P<scale>thousand|million|billion|bn|m|k)(?![A-Za-z]))?"
_CODE = r"GBP|EUR|USD"
_BEFORE = re.compile(
    rf"(?P<sign>[£€$]|\b(?:{_CODE}))\s?(?P<low>{_NUMBER})"
    rf"(?:\s?[-–—]\s?[£€$]?\s?(?P<high>{_NUMBER}))?{_SCALE}",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?<![\d.,£€$])(?P<low>{_NUMBER}){_SCALE}\s?(?P<sign>€|(?:{_CODE}|pounds|euros?)\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum as worded; ``amount`` in units of the currency (ISO 4217). A range gives its lower end.

    ``upper`` is the upper end of a range ('£2-3k' runs from 2,000 to 3,000), else None.
    """

    wording: str
    amount: float
    currency: str
    start: int
    end: int
    upper: float | None = None


def sums(text: str) -> tuple[Sum, ...]:
    """Every sum that names its currency, in order; '5,000 leaflets' is none."""
    found = [_sum(match) for match in _BEFORE.finditer(text)]
    taken = [range(one.start, one.end) for one in found]
    found += [
        _sum(match) for match in _AFTER.finditer(text) if not any(match.start() in span for span in taken)
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def _sum(match: re.Match[str]) -> Sum:
    times = _TIMES.get((match["scale"] or "").lower(), 1.0)
    high = match.groupdict().get("high")
    return Sum(
        wording=match.group(),
        amount=_scaled(match["low"], times),
        currency=_currency(match["sign"]),
        start=match.start(),
        end=match.end(),
        upper=_scaled(high, times) if high else None,
    )


def _scaled(number: str, times: float) -> float:
    return round(float(number.replace(",", "")) * times, 2)


def _currency(sign: str) -> str:
    if sign in _SIGNS:
        return _SIGNS[sign]
    return {"pounds": "GBP", "euro": "EUR", "euros": "EUR"}.get(sign.lower(), sign.upper())
