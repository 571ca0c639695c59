"""What the headings of plans mean: the field's wordings for each meaning a column or label can have.

The wordings come from reading about 75 published plans; a heading that is not among them is matched by its
words. Several meanings may fit one wording ("Objective" is where an action sits in one plan and the action
itself in another), so each match carries a weight and the columns are named together (see `columns`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from turntide.reading.heading_words import MODIFIERS, ROLES, TELLING, WORDINGS, Meaning
from turntide.reading.welsh_wordings import WELSH
from turntide.reading.wordings.spans import MONTH

__all__ = ["Meaning", "best_meaning", "key_of", "meanings_of"]

M = Meaning

TELLING_WEIGHT = 0.6
LATER_LOSS = 0.12
LONGEST_HEADING = 9
REMEMBERED = 1 << 16
"""Texts whose meaning is kept in mind: every cell of a table is asked about several times."""

# 'Number of actions' heads a count of them, whatever is counted.
_COUNT = re.compile(r"(?:total|count|sum|number|no|percentage|proportion|share|average) (?:no |number )?of\b")

_MONTH = re.compile(rf"\b{MONTH}")
_BODIES = re.compile(
    r"(?:organisation|organization|agenc|department|service|team|officer|bod|partner|person|director|directorate|"
    r"manager|authorit|stakeholder|sponsor|institution|entit|unit|division|group|member|contact)(?:s|y|ies)?"
)


def key_of(heading: str) -> str:
    """A heading without case, marks and doubled spaces: 'Target/Outcome:' is 'target outcome'."""
    plain = re.sub(r"[^a-z0-9#]+", " ", heading.lower().replace("'", "").replace("’", ""))
    return " ".join(plain.split())


@cache
def _by_key() -> dict[str, tuple[Meaning, ...]]:
    known = {key_of(word): meanings for meanings, words in WELSH for word in words.split("|")}
    return known | {key_of(word): meanings for meanings, words in WORDINGS for word in words.split("|")}


@cache
def _by_letters() -> dict[str, tuple[Meaning, ...]]:
    """For headings that a narrow column split inside a word ('Prop osal ID')."""
    return {key.replace(" ", ""): meanings for key, meanings in _by_key().items() if len(key) > 3}


@lru_cache(maxsize=REMEMBERED)
def meanings_of(heading: str) -> Mapping[Meaning, float]:
    """How well each meaning fits a heading, from 0 to 1; empty where nothing fits."""
    key = key_of(heading)
    if not key:
        return {}
    for known, weight in ((_by_key().get(key), 1.0), (_by_letters().get(key.replace(" ", "")), 0.97)):
        if known:
            return _weighed(known, weight)
    if _COUNT.match(key):
        return {}
    found = _numbered(key) or _of_month(key) or _by_parts(heading) or _in_role(key) or _modified(key)
    return found or _near(key) or _begun(key) or _telling(key)


def _modified(key: str) -> dict[Meaning, float]:
    """'Anticipated completion' is known without the word that modifies it."""
    words = key.split()
    at = next((at for at, word in enumerate(words) if not MODIFIERS.fullmatch(word)), 0)
    known = _by_key().get(" ".join(words[at:])) if at else None
    return _weighed(known, 0.9) if known else {}


def _begun(key: str) -> dict[Meaning, float]:
    """'What we will do to get there' is known by the wording of three words or more that it begins with."""
    words = key.split()
    if len(words) > LONGEST_HEADING:
        return {}
    for end in range(len(words) - 1, 2, -1):
        if known := _by_key().get(" ".join(words[:end])):
            return _weighed(known, 0.85)
    return {}


def _in_role(key: str) -> dict[Meaning, float]:
    """'Supporting departments' is known by its role, whatever the body is called."""
    role, *bodies = key.split()
    known = 0 < len(bodies) <= 3 and all(word in ROLES or _BODIES.fullmatch(word) for word in bodies)
    if role not in ROLES or not known or not any(_BODIES.fullmatch(word) for word in bodies):
        return {}
    return {ROLES[role]: 0.95}


def _weighed(meanings: tuple[Meaning, ...], weight: float) -> dict[Meaning, float]:
    return {meaning: weight - LATER_LOSS * later for later, meaning in enumerate(meanings)}


def _numbered(key: str) -> dict[Meaning, float]:
    """'Year 3 weighting (%)' or 'Q2 2024/25 update' is known by the wording without its numbers."""
    if not re.search(r"\d", key) or not re.search(r"[a-z]{3}", key):
        return {}
    known = _by_key().get(_without_numbers(key))
    return _weighed(known, 0.95) if known else {}


def _without_numbers(key: str) -> str:
    return " ".join(re.sub(r"\b(?:q?\d+\w*|year|quarter|percent|per cent)\b", " ", key).split())


def _of_month(key: str) -> dict[Meaning, float]:
    """'January update' or 'Update May 2026': reports of a month. Of anything else a month makes a date."""
    known = _by_key().get(_without_numbers(_MONTH.sub(" ", key))) if _MONTH.search(key) else None
    return _weighed(known, 0.95) if known and known[0] is M.PROGRESS else {}


def _by_parts(heading: str) -> dict[Meaning, float]:
    """'Lead / Partners' is known by its parts; a bracketed remark after a known wording is left out."""
    bare = re.sub(r"[(\[].*?[)\]]", " ", heading)
    if bare != heading and key_of(bare) != key_of(heading):
        return {meaning: weight * 0.97 for meaning, weight in meanings_of(bare).items()}
    parts = map(key_of, re.split(r"[/&,;:]|\band\b", heading, flags=re.IGNORECASE))
    found = [_by_key().get(part) for part in parts if part]
    if len(found) < 2:
        return {}
    if not all(found):
        return {}
    kinds = {meanings[0] for meanings in found if meanings}
    if kinds <= {M.LEAD, M.PARTNER, M.OWNER} and len(kinds) > 1:
        return {M.OWNER: 0.95}
    first = found[0] or ()
    return _weighed(first, 0.9)


def _near(key: str) -> dict[Meaning, float]:
    """A wording that differs by a letter or a plural, or by the order of its words."""
    if len(key) < 5 or len(key.split()) > LONGEST_HEADING:
        return {}
    from rapidfuzz import fuzz, process

    known, in_order = _long_keys()
    best = process.extractOne(_ordered(key), in_order, scorer=fuzz.ratio, score_cutoff=88)
    return _weighed(_by_key()[known[best[2]]], best[1] / 100 - 0.05) if best else {}


@cache
def _long_keys() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The wordings long enough to be known in spite of a slip, and each with its words in order."""
    keys = tuple(key for key in _by_key() if len(key) > 4)
    return keys, tuple(map(_ordered, keys))


def _ordered(key: str) -> str:
    return " ".join(sorted(key.split()))


def _telling(key: str) -> dict[Meaning, float]:
    words = key.split()
    if len(words) > LONGEST_HEADING:
        return {}
    for word, meaning in TELLING:
        if word in words:
            return {meaning: TELLING_WEIGHT}
    return {}


@lru_cache(maxsize=REMEMBERED)
def best_meaning(heading: str) -> tuple[Meaning | None, float]:
    """The likeliest meaning of a heading on its own, and how well it fits."""
    found = meanings_of(heading)
    if not found:
        return None, 0.0
    best = max(found, key=lambda meaning: found[meaning])
    return best, found[best]
