"""Milestone cells that hold no milestone, only how often there will be a report."""

from __future__ import annotations

import re

from turntide.reading.wordings.recurrences import Recurrence, recurrences

# What one does again and again to keep somebody informed; a cadence of anything else is part of the work.
_REPORTING = (
    r"(?:progress )?(?:updates?|up-dates?|reports?|reporting|reviews?|meetings?|mtgs?|monitoring|returns?|"
    r"scrutiny|check[ -]?ins?|catch[ -]?ups?|audits?|minutes|feedback|assessments?|evaluations?|"
    r"dashboards?|briefings?|bulletins?|reviewing|meeting|surveys?|supervisions?)"
)
_DOING = (
    r"(?:to be |will be |is |are )?(?:reported|reviewed|monitored|updated|assessed|audited|evaluated|"
    r"discussed|scrutinised|review|report|monitor|update|meet|meets|measured|collected)"
)
_LINK = r"(?:on|to|of|from|at|via|with|for|by|against|through|in|about|regarding|re|within|between|as|across)"
_DONE = re.compile(
    r"\b(?:complet\w+|publish\w*|launch\w*|adopt\w*|approv\w+|agreed|establish\w*|develop\w*|"
    r"in place|sign(?:ed)? off|deliver(?:ed)?|commission(?:ed)|recruit\w*|set up|produced?)\b",
    re.IGNORECASE,
)
_AFTER_NOUN = re.compile(
    rf"\s*(?:(?:and|&|,|/|\+)\s*(?:[\w'’&-]+\s+){{0,4}}?{_REPORTING}\b)*\s*(?:$|\(.*\)$|[-–—:,]\s|{_LINK}\b)",
    re.IGNORECASE,
)
_NOUN = re.compile(rf"\s*-?\s*(?:(?!{_LINK}\b)[\w'’&/-]+\s+){{0,3}}?{_REPORTING}\b", re.IGNORECASE)
_OPENING = re.compile(
    rf"(?:(?:[\w'’&-]+\s+){{0,2}}(?:{_DOING}|{_REPORTING}))\b(?:\s+[\w'’&-]+){{0,6}}?\s*[-–—:,(]?\s*$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\n|;|(?<=[a-z)])\.(?:\s+|$)")
_PLAIN = frozenset({"regular"})


def cadence(text: str) -> str | None:
    """How often, where a milestone cell says only that: 'Quarterly updates' gives 'quarterly'.

    A true milestone that merely holds such a word ('Launch of the quarterly newsletter') gives None, and so
    does a cell that holds a milestone beside a cadence.
    """
    parts = [part.strip(" •*·-–—\t") for part in _PARTS.split(text)]
    found = [_cadence_of(part) for part in parts if part]
    return found[0] if found and all(found) else None


def _cadence_of(part: str) -> str | None:
    seen = recurrences(part)
    if not seen or _DONE.search(part):
        return None
    first = seen[0]
    if first.start == 0:
        return first.name if _stands_alone(part, first) or _governs(part, first) else None
    return first.name if _OPENING.fullmatch(part[: first.start]) and _ends(part, first) else None


def _stands_alone(part: str, word: Recurrence) -> bool:
    return not part[word.end :].strip(" .-–") and word.name not in _PLAIN


def _governs(part: str, word: Recurrence) -> bool:
    """The cadence word is followed by a reporting noun, and nothing after that noun adds a deed."""
    noun = _NOUN.match(part, word.end)
    return noun is not None and _AFTER_NOUN.match(part, noun.end()) is not None


def _ends(part: str, word: Recurrence) -> bool:
    return re.match(rf"\s*(?:$|[).,]|{_LINK}\b)", part[word.end :], re.IGNORECASE) is not None
