"""What a list of actions is narrowed to, as an address says it: pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from turntide.plan.model import CONFIDENCES, LIFECYCLES
from turntide.web.design.statuses import FRESHNESS

OVERDUE, NO_DATE, LOOSE = "overdue", "none", "loose"
NOT_REPORTED = "none"
LEADS, PARTNERS = "lead", "partner"
GAPS = ("owner", "date", "measure", "milestone")
SORTS = ("action", "owner", "when", "status")
_YEAR = re.compile(r"(\d{4})/(\d{2})")


class UnknownFilterError(ValueError):
    """An address asks for what there is not; the text says what."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; what is empty does not narrow.

    ``plan`` and ``theme`` are ids; ``owner`` is a body's id or words of its name; ``programme`` is a name or words
    of one. ``when`` is a financial year ("2026/27") or one of OVERDUE, NO_DATE, LOOSE. ``said`` is a status in the
    plan's own words. ``fresh`` is how fresh what is known is. ``sort`` is one of SORTS, with "-" before it the
    other way round.
    """

    plan: str = ""
    theme: str = ""
    owner: str = ""
    part: str = ""
    when: str = ""
    status: str = ""
    said: str = ""
    confidence: str = ""
    fresh: str = ""
    programme: str = ""
    lacks: tuple[str, ...] = ()
    words: str = ""
    sort: str = ""

    @classmethod
    def of(cls, query: QueryDict) -> Filters:
        """From an address. Raises UnknownFilterError."""
        single = {name: query.get(name, "").replace("\0", "").strip() for name in NAMES if name != "lacks"}
        lacks = tuple(gap for gap in GAPS if gap in query.getlist("lacks"))
        found = cls(lacks=lacks, **single)
        _refuse_unknown(found, query.getlist("lacks"))
        return found

    def without(self, name: str, value: str = "") -> Filters:
        """The same without one filter, or without one of several values of it."""
        if name == "lacks":
            return replace(self, lacks=tuple(gap for gap in self.lacks if gap != value))
        blank: dict[str, Any] = {name: ""}
        return replace(self, **blank)

    def as_query(self) -> str:
        """For an address; empty where nothing narrows."""
        return urlencode(list(self.given()))

    def given(self) -> Iterator[tuple[str, str]]:
        """Names and values of what is asked for."""
        for name in NAMES:
            value = getattr(self, name)
            yield from ((name, each) for each in ((value,) if isinstance(value, str) else value) if each)

    @property
    def narrowing(self) -> bool:
        """Whether anything but the order is asked for."""
        return any(name != "sort" for name, _ in self.given())


NAMES = tuple(field.name for field in fields(Filters))


def year_named(wording: str) -> tuple[date, date] | None:
    """The first and last day of a financial year: "2026/27"."""
    found = _YEAR.fullmatch(wording)
    first = int(found[1]) if found else 0
    if not found or not 1900 <= first <= 2200 or int(found[2]) != (first + 1) % 100:
        return None
    return date(first, 4, 1), date(first + 1, 3, 31)


def year_name(first: int) -> str:
    """The financial year that begins in April of this year."""
    return f"{first}/{(first + 1) % 100:02}"


def _refuse_unknown(filters: Filters, lacks: Sequence[str]) -> None:
    known: Mapping[str, tuple[str, ...]] = {
        "part": (LEADS, PARTNERS),
        "status": (*LIFECYCLES, NOT_REPORTED),
        "confidence": (*CONFIDENCES, NOT_REPORTED),
        "fresh": (*FRESHNESS, NOT_REPORTED),
        "sort": (*SORTS, *(f"-{sort}" for sort in SORTS)),
    }
    for name, values in known.items():
        _refuse(name, getattr(filters, name), values)
    if not year_named(filters.when):
        _refuse("when", filters.when, (OVERDUE, NO_DATE, LOOSE))
    for gap in lacks:
        _refuse("lacks", gap, GAPS)


def _refuse(name: str, value: str, known: Sequence[str]) -> None:
    if value and value not in known:
        raise UnknownFilterError(f"There is no {value!r} to choose for {name!r}.")
