"""A body's name taken apart into the words that tell it from others: pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

SMALL = frozenset(("the", "of", "and", "for", "in", "at", "to", "a", "an", "on", "by", "with"))
KINDS = frozenset(
    (
        *("council", "authority", "team", "department", "dept", "directorate", "division", "service"),
        *("section", "unit", "office", "limited", "ltd", "plc", "cic", "llp"),
    )
)
"""What kind of thing a body is, which one plan says and the next leaves out: 'Public Health team'."""
TIERS = frozenset(
    (
        *("district", "county", "borough", "city", "metropolitan", "unitary", "parish", "town"),
        *("combined", "regional", "national"),
    )
)
"""What tells a council from the next one up or down."""
QUARTERS = frozenset(
    (
        *("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"),
        *("upper", "lower", "inner", "outer", "greater"),
    )
)
_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"(?P<outside>[^()\[\]]+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]\s*")
_ACRONYM = re.compile(r"(?=(?:[a-z&]*[A-Z]){2})[A-Za-z&]{2,8}")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name in the form in which names are compared.

    ``words`` are all but the small ones, in order and in the singular; ``telling`` the same as a set; ``bare``
    without kinds and tiers. ``acronym`` is set where the name is one; ``initials`` are those that stand for it.
    """

    words: tuple[str, ...]
    telling: frozenset[str]
    bare: frozenset[str]
    acronym: str
    initials: frozenset[str]
    figures: frozenset[str]
    quarters: frozenset[str]
    tiers: frozenset[str]


def spelled(name: str) -> Iterator[Spelled]:
    """A name taken apart; one that explains its acronym in brackets gives both."""
    found = _BRACKETS.fullmatch(name.strip())
    if found and _ACRONYM.fullmatch(found["inside"].strip()):
        yield _one(found["outside"])
        yield _one(found["inside"].strip())
    else:
        yield _one(name)


def _one(name: str) -> Spelled:
    acronym = name.strip().casefold() if _ACRONYM.fullmatch(name.strip()) else ""
    every = tuple(_singular(word) for word in _words(name))
    words = tuple(word for word in every if word not in SMALL)
    telling = frozenset(words)
    return Spelled(
        words=words,
        telling=telling,
        bare=telling - KINDS - TIERS,
        acronym="".join(_WORD.findall(acronym)),
        initials=frozenset(_initials(every, words)),
        figures=frozenset(word for word in words if word.isdecimal()),
        quarters=telling & QUARTERS,
        tiers=telling & TIERS,
    )


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    return _WORD.findall(re.sub(r"['’]", "", plain))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _initials(every: tuple[str, ...], words: tuple[str, ...]) -> Iterator[str]:
    """The first letters of all words, of all but the small ones, and of those without a kind at the end."""
    for some in (every, words, tuple(word for word in words if word not in KINDS)):
        if len(some) > 1:
            yield "".join(word[0] for word in some)
