"""A long list on pages of its own addresses, so that each can be kept and exported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Other = TypeVar("Other")
PAGE = 40


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Thing]):
    """One page of a list. ``before`` and ``after`` are addresses, empty at the ends."""

    things: Sequence[Thing]
    number: int
    pages: int
    before: str
    after: str

    def holding(self, things: Sequence[Other]) -> Sheet[Other]:
        """The same page with these things in place of those."""
        return Sheet(things, self.number, self.pages, self.before, self.after)


def number_asked(words: str) -> int:
    """The page that an address asks for: the first, where that is no number that could be one."""
    return int(words) if words.isdecimal() and len(words) < 6 else 1


class NoSuchPageError(Exception):
    """The list has no such page."""


def sheet_of(things: Sequence[Thing], number: int, url: str, joint: str = "page-{}/") -> Sheet[Thing]:
    """A page of a list whose first page is at ``url``; the others at ``url`` with ``joint``. Raises NoSuchPageError."""
    pages = max(1, -(-len(things) // PAGE))
    if not 1 <= number <= pages:
        raise NoSuchPageError
    part = things[(number - 1) * PAGE : number * PAGE]
    return Sheet(
        part, number, pages, _at(url, number - 1, joint), _at(url, number + 1 if number < pages else 0, joint)
    )


def _at(url: str, number: int, joint: str) -> str:
    if number == 0:
        return ""
    return url if number == 1 else url + joint.format(number)
