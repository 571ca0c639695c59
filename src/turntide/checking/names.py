"""A body's name taken apart: the words that tell it from others, and its acronym where it gives one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

SMALL = re.compile("the|of|and|for|in|at|to|a|an|on")
UNIT = re.compile("team|department|directorate|division|service|section|unit|office|limited|ltd|plc|cic")
"""What kind of thing it is, which one cell says and the next leaves out: 'Public Health team'."""
ABBREVIATIONS = {
    "dept": "department",
    "depts": "department",
    "assoc": "association",
    "govt": "government",
    "st": "saint",
    "mgmt": "management",
    "uni": "university",
    "univ": "university",
    "centre": "center",
    "svcs": "service",
    "cttee": "committee",
}
ACRONYM = re.compile(r"(?=(?:[a-z&]*[A-Z]){2})[A-Za-z&]{2,8}")
"""Two to eight letters, at least two of them capitals: 'PH', 'LPT', 'DfE', 'CCGs'."""
BRACKETED = re.compile(r"(?P<outside>.*?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]\s*")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the form in which names are compared.

    ``words`` are its telling words, each in the singular; ``full`` has the small words and kinds of unit too.
    ``acronyms`` are those the name itself explains ("Carers' Forum (CF)"). ``short`` is set where the whole
    name is an acronym. ``capitals`` marks the words written as an acronym.
    """

    words: tuple[str, ...]
    plain: tuple[str, ...]
    full: tuple[str, ...]
    capitals: frozenset[str]
    acronyms: frozenset[str]
    short: str | None = None


@lru_cache(maxsize=4096)
def name_of(text: str) -> Name:
    """Take a name apart."""
    outside, acronyms = _explained(" ".join(text.split()))
    full = tuple(_words(outside))
    capitals = frozenset(
        _singular(_plain(word)) for word in outside.split() if _is_acronym(word.strip(".,;:"))
    )
    short = next(iter(full)) if len(full) == 1 and full[0] in capitals else None
    words = _telling(full)
    return Name(words, _without_legal_form(full, words), full, capitals, acronyms, short)


def initials_fit(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether an acronym is made of the first letters of words; small words, 'NHS' and units may be left out.

    >>> initials_fit("lpt", ("larkshire", "partnership", "nhs", "trust"))
    True
    """
    if not words:
        return not acronym
    head, rest = words[0], words[1:]
    if acronym and head[0] == acronym[0] and initials_fit(acronym[1:], rest):
        return True
    return may_be_left_out(head) and initials_fit(acronym, rest)


def may_be_left_out(word: str) -> bool:
    """Whether an acronym may pass over a word: 'of', 'service', 'NHS'."""
    return bool(SMALL.fullmatch(word) or UNIT.fullmatch(word)) or word in ("nhs", "foundation")


def _explained(text: str) -> tuple[str, frozenset[str]]:
    """The long form of 'Long Form (LF)' or 'LF (Long Form)', and its acronym."""
    found = BRACKETED.fullmatch(text)
    if found is None:
        return text, frozenset()
    outside, inside = found["outside"], found["inside"]
    for long, short in ((outside, inside), (inside, outside)):
        plain = _singular(_plain(short))
        if _is_acronym(short) and _subsequence(plain, "".join(word[0] for word in _words(long))):
            return long, frozenset([plain])
    return text, frozenset()


def _is_acronym(word: str) -> bool:
    return bool(ACRONYM.fullmatch(word)) and word != "NHS"


def _subsequence(short: str, letters: str) -> bool:
    """Whether the letters of ``short`` come in this order among the first letters, from the first one on."""
    left = iter(letters)
    return (
        letters[:1] == short[:1]
        and len(letters) <= 2 * len(short)
        and all(letter in left for letter in short)
    )


def _words(text: str) -> list[str]:
    spaced = re.sub(r"[-–—/,;:()\[\]|]", " ", text.replace("&", " and "))
    words = (_singular(_plain(word)) for word in spaced.split())
    return [ABBREVIATIONS.get(word, word) for word in words if word]


def _plain(word: str) -> str:
    return re.sub(r"[^\w]", "", word.casefold())


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return re.sub(r"is(?=(e|ed|ing|ation)$)", "iz", word)


def _telling(full: tuple[str, ...]) -> tuple[str, ...]:
    words = [word for word in full if not SMALL.fullmatch(word)]
    words = words[1:] if len(words) > 2 and words[0] == "nhs" else words
    for legal in ("foundation", "nhs"):
        pairs = zip_longest(words, words[1:], fillvalue="")
        words = [word for word, after in pairs if (word, after) != (legal, "trust")]
    return tuple(word for word in words if not UNIT.fullmatch(word)) or tuple(words)


def _without_legal_form(full: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    """'University Hospitals of Larkshire NHS Trust' goes by 'University Hospitals of Larkshire'."""
    is_nhs_trust = "nhs" in full[1:] and words[-1:] == ("trust",) and len(words) > 2
    return words[:-1] if is_nhs_trust else words
