"""What was reported when: the entries of a cell that each begin with their date ('Jan 26: Survey done.')."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from turntide.reading.wordings.moments import moments
from turntide.reading.wordings.spans import MONTH, PART

LONGEST_LABEL = 40
_BEGINS = re.compile(r"(?:^|\n)[ \t]*(?:[•●▪◦○■□❖*o–-][ \t]+)?(?=\S)|(?<=[.!?;])[ \t]+(?=\S)")
# What parts a date from its words: a colon, a dash, a bracket, the end of its line; a space where it names a day.
_SIGN = re.compile(
    r"[)\]]?\s*:(?=\s|[A-Z])|[)\]]?\s[-–—](?=\s)|(?<=\d)[-–—](?=[ \t][A-Z])|[)\]](?=\s)|[ \t]*\n(?=\s*\w)|"
    r"[ \t](?=[A-Z])"
)
_ABOUT = re.compile(
    r"^(?:(?:latest|quarterly|progress)\s+)?(?:update|position|progress|status)?\s*(?:as\s+)?(?:at|of|on|from|for|in)?\b\s*"
    r"|\s+(?:progress\s+)?(?:update|position|report)s?$"
)
_PART = re.compile(rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH}|{PART}")
# A line that ends in one of these goes on in the next one, which begins with a date only by chance.
_LEADS_ON = re.compile(
    r"(?:,|\b(?:by|in|on|from|until|till|to|of|since|the|and|or|before|after|for|at|during|early|mid|late|"
    r"spring|summer|autumn|winter|is|was|are|were|between|end))\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DatedEntry:
    """One entry: characters ``start`` to ``end`` of the cell; ``label`` is the date it begins with, or ''."""

    start: int
    end: int
    label: str = ""


@lru_cache(2048)
def dated_entries(text: str) -> tuple[DatedEntry, ...]:
    """The entries of a cell that each begin with a date; a cell with none is one entry.

    An entry begins with a line. It may also begin within one, behind a sentence, where the line's first entry is
    dated too. Words before the first date are an entry without one.
    """
    begun: list[tuple[int, int, str]] = []
    dated = False
    for place in _BEGINS.finditer(text):
        at, line = place.end(), place.start() == 0 or "\n" in place.group()
        label = "" if line and _LEADS_ON.search(text[: place.start()]) else date_before(text[at:], line)
        dated = bool(label) if line else dated
        if label and (line or dated):
            begun.append((place.start(), at, label))
    if not begun or text[: begun[0][0]].strip():
        begun.insert(0, (0, 0, ""))
    ends = [start for start, _, _ in begun[1:]] + [len(text)]
    return tuple(DatedEntry(at, end, label) for (_, at, label), end in zip(begun, ends, strict=True))


def date_before(text: str, line: bool = True) -> str:
    """The date that a text begins with and goes on from in words; '' where there is none.

    ``line`` is whether it begins a line: within one, only a colon or a dash parts a date from what it dates.
    """
    for end in _label_ends(text):
        label, sign = text[: end[0]].strip("([ "), text[end[0] : end[1]]
        if sign.isspace() and not (line and ("\n" in sign or _names_a_day(label))):
            continue
        if says_when(label) and any(char.isalpha() for char in text[end[1] :]):
            return label
    return ""


def _label_ends(text: str) -> list[tuple[int, int]]:
    """Every place where a label could end, the nearest first."""
    found, at = [], 2
    head = text[: LONGEST_LABEL + 4]
    while match := _SIGN.search(head, at):
        found.append(match.span())
        at = match.start() + 1
        if "\n" in match.group() or ":" in match.group():
            break
    return found


def says_when(label: str) -> bool:
    """Whether a label is a date, a month, a season or a quarter, or an update of one, and nothing else."""
    text = _bare(label)
    if not text or len(text) > LONGEST_LABEL:
        return False
    found = moments(text)
    return _PART.fullmatch(text) is not None or (
        len(found) == 1 and found[0].start == 0 and found[0].end == len(text)
    )


def _names_a_day(label: str) -> bool:
    found = moments(_bare(label))
    return len(found) == 1 and found[0].first is not None and found[0].first == found[0].last


def _bare(label: str) -> str:
    text = re.sub(r"[‐‑‒–—−]", "-", " ".join(label.lower().split())).replace("’", "'")
    return _ABOUT.sub("", text).strip(" .,:-()[]")
