"""Words that say how often: 'quarterly', '6 monthly', 'twice a year', 'every two years', 'ongoing'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_PER = r"(?:a|per|each|every|/)"
_SIX = r"(?:6|six)"

# 'Bi-annual' is twice a year and 'biennial' every two years (Oxford English Dictionary); 'bi-monthly' may
# mean either, so it is left out.
WORDINGS: tuple[tuple[str, str], ...] = (
    (
        "six-monthly",
        rf"{_SIX}[ -]?month(?:ly|s)?[ -]?ly|{_SIX}[ -]?monthly|every {_SIX} months?|bi-?annual(?:ly)?"
        r"|half[ -]?yearly|semi-?annual(?:ly)?"
        rf"|(?:twice|two times|2 times|2x|x2) ?(?:yearly|annually|{_PER} (?:year|annum))",
    ),
    ("two-yearly", r"bi-?ennial(?:ly)?|(?:2|two)[ -]?yearly|every (?:2|two|other|second) years?"),
    ("three-yearly", r"triennial(?:ly)?|(?:3|three)[ -]?yearly|every (?:3|three|third) years?"),
    (
        "quarterly",
        r"quarterly|quartely|(?:3|three)[ -]?monthly|every (?:3|three) months?|(?:each|every|per) quarter",
    ),
    ("four-monthly", r"(?:4|four)[ -]?monthly|every (?:4|four) months?|three times (?:a|per) year"),
    ("two-monthly", r"(?:2|two)[ -]?monthly|every (?:2|two|other|second) months?"),
    ("monthly", r"monthly|(?:each|every|per|once a) month"),
    ("fortnightly", r"fortnightly|every (?:fortnight|two weeks|2 weeks)|(?:each|per) fortnight"),
    ("weekly", r"weekly|(?:each|every|per|once a) week"),
    ("daily", r"daily|(?:each|every|per) day"),
    ("termly", r"(?:half[ -])?termly|(?:each|every|once a) (?:school )?term"),
    (
        "annual",
        r"annual(?:ly)?|yearly|(?:each|every|once (?:a|per)) year|(?:each|every) (?:financial )?year"
        r"|per annum|p\.a\.|year on year",
    ),
    ("regular", r"regular(?:ly)?|periodic(?:al|ally)?|routine(?:ly)?"),
    ("ongoing", r"on[ -]?going|continu(?:ous|al)(?:ly)?|rolling|business as usual|bau|permanent(?:ly)?"),
)

_ANY = re.compile(
    "|".join(
        f"(?P<r{at}>(?<![A-Za-z0-9])(?:{wording})(?![A-Za-z0-9]))" for at, (_, wording) in enumerate(WORDINGS)
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often, by its name in WORDINGS, and where the words stood."""

    name: str
    start: int
    end: int


@lru_cache(2048)
def recurrences(text: str) -> tuple[Recurrence, ...]:
    """Every word in a text that says how often something comes back, in order."""
    return tuple(
        Recurrence(WORDINGS[int((match.lastgroup or "r0")[1:])][0], match.start(), match.end())
        for match in _ANY.finditer(text)
    )
