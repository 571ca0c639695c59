"""References that begin a text or stand alone: '1.a', 'a)', '(iv)', 'P1.F2.A1', 'CS 1', 'Action 3:'."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UPPER = "[A-ZÀ-ÖØ-Þ]"
_ROMAN = r"(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})"
_ROMAN_UPPER = _ROMAN.replace("x", "X").replace("i", "I").replace("v", "V")
_NOUN = (
    r"(?:Action|Proposal|Priority|Objective|Recommendation|Aim|Theme|Goal|Outcome|Reference|Ref|Number|"
    r"No|Task|"
    r"Step|Measure|Strategy|Policy|Ambition|Pillar|Domain|Target|Project|Initiative|Commitment|Activity|Item)"
)
_DOTTED = r"\d{1,3}(?:\.\d{1,3}){1,4}(?:\.?[a-z](?![a-z]))?|\d{1,3}\.[a-z](?![a-z])(?:\.\d{1,2})?"
_NUMBER_LETTER = r"\d{1,3}\([a-z]\)|\d{1,3}(?:[a-f](?![a-z]))"
_CODE = rf"{_UPPER}{{1,4}}\d{{1,3}}[a-z]?(?:[./-]{_UPPER}{{0,3}}\d{{1,3}}[a-z]?){{0,4}}"
_SPACED_CODE = rf"{_UPPER}{{2}} \d{{1,2}}"
_HYPHEN_CODE = rf"{_UPPER}{{1,4}}[-./]\d{{1,3}}(?:[./-]\d{{1,3}}){{0,3}}"
_COMPOUND = rf"{_HYPHEN_CODE}|{_CODE}|{_SPACED_CODE}|{_DOTTED}|{_NUMBER_LETTER}"
_ANY = rf"(?:{_COMPOUND}|\d{{1,3}}|{_ROMAN}|{_ROMAN_UPPER}|[a-z]|{_UPPER})"

_NEXT_WORD = r"(?=[^\W\d_]|['‘“\"(<*£])"
_DASH = r"(?:\s+[-–—]\s*|[-–—]\s+)"
_BEFORE_CAPITAL = rf"(?=['‘“\"(<*]?{_UPPER})"

# Each form of label that is sure enough to be taken from the front of a sentence, likeliest first.
_LABELS = tuple(
    re.compile(form)
    for form in (
        rf"(?i:{_NOUN})\.?\s*(?i:no\.?|number)?\s*#?(?P<ref>{_ANY})(?:[:.)]+(?!\d)\s*|{_DASH}|\s*[\t\n]\s*)(?=\S)",
        rf"(?i:{_NOUN})\.?\s*(?i:no\.?|number)?\s*#?(?P<ref>{_COMPOUND})\s+{_BEFORE_CAPITAL}",
        r"#(?P<ref>\d{1,3})\b[:.)]?\s+(?=\S)",
        rf"(?P<ref>{_COMPOUND})(?:[:.)]+\s+|\){{1}}|{_DASH}|\s*[\t\n]\s*){_NEXT_WORD}",
        rf"(?P<ref>{_COMPOUND})\s+{_BEFORE_CAPITAL}",
        r"\((?P<ref>\d{1,3}|" + _ROMAN + r"|[a-z])\)\s*" + _NEXT_WORD,
        r"(?P<ref>\d{1,3}|" + _ROMAN + r"|[a-zA-Z])\)\s*" + _NEXT_WORD,
        rf"(?P<ref>\d{{1,3}})\.\s*{_BEFORE_CAPITAL}",
        rf"(?P<ref>\d{{1,3}})[.:]\s+{_NEXT_WORD}",
        rf"(?P<ref>{_ROMAN}|{_ROMAN_UPPER}|[a-z]|{_UPPER})\.\s+{_NEXT_WORD}",
        rf"(?P<ref>\d{{1,3}})(?:{_DASH}|\s*[\t\n]\s*){_NEXT_WORD}",
        rf"(?P<ref>{_UPPER}|[a-z])(?:\s+[–—-]\s+|\s*\t\s*)(?=[^\W\d_]{{2}})",
    )
)
_BARE = re.compile(
    rf"(?:(?i:{_NOUN})\.?\s*(?i:no\.?|number)?\s*)?#?\(?(?P<ref>{_COMPOUND}|\d{{1,3}}|{_ROMAN}|"
    rf"{_ROMAN_UPPER}|[a-z]|{_UPPER})\s?[.):]{{0,2}}"
)
_QUANTITY = re.compile(r"(?:FTE|WTE|KM|MW|GW|TWh|MWh|MWp)\b|million\b|billion\b")
# A quarter, a year, a gas or a size of dust looks like a code but begins a sentence.
_NO_REF = re.compile(r"[QH][1-4]\b(?=\s+(?:of\s+)?(?:19|20)?\d\d)|(?:19|20)\d\d\b|CO2\b|PM\d")


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference: its ``value`` ('1.a'), its ``label`` as written with its marks ('(iv)', 'Action 3:').

    ``start`` and ``end`` bound the label; ``text_at`` is where the words after it begin.
    """

    value: str
    label: str
    start: int
    end: int
    text_at: int


def leading_ref(text: str) -> Ref | None:
    """The reference a text begins with; None for '30 minutes of…', '2022/23', '5 ways to…', 'A pot of…'."""
    start = len(text) - len(text.lstrip())
    body = text[start:]
    if _NO_REF.match(body):
        return None
    for form in _LABELS:
        match = form.match(body)
        if match and not _is_quantity(match["ref"], body[match.end() :]):
            return _ref(text, start, match)
    return None


def is_bare_ref(text: str) -> bool:
    """Whether a whole cell is nothing but a reference ('1.a', '6', 'Ref 3', '#12', '(iv)')."""
    bare = text.strip()
    match = _BARE.fullmatch(bare)
    return match is not None and bare not in {"x", "X"} and not bare.startswith("0")


def bare_ref(text: str) -> str | None:
    """The value of a cell that is nothing but a reference: 'Ref 3' is '3', 'a)' is 'a'; else None."""
    match = _BARE.fullmatch(text.strip())
    return match["ref"] if match and is_bare_ref(text) else None


def _ref(text: str, start: int, match: re.Match[str]) -> Ref:
    label = match.group().rstrip()
    return Ref(match["ref"], label, start, start + len(label), start + match.end())


def _is_quantity(ref: str, rest: str) -> bool:
    """'0.5 FTE' and '2.5 million' are amounts."""
    return bool(re.match(r"0\d*\.", ref)) or bool(_QUANTITY.match(rest))
