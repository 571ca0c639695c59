"""Drafters' remarks left in cells: 'JB: check', '*REWORD…', '[TBC with finance]', '(?? who leads)'.

Precision comes first: a remark taken for plan text is only a blemish, plan text taken for a remark is a loss.
"""

from __future__ import annotations

import re
from functools import lru_cache

from turntide.reading.wordings.drafting_lines import (
    BRACKETED,
    LABELLED,
    begins_with_editing,
    is_aside,
    is_asked,
    is_initialled,
    is_remark,
    is_starred,
)
from turntide.reading.wordings.stretches import Stretch, cut, lines

_STARRED_RUN = re.compile(
    r"(?:^|(?<=\s))\*+\s*(?P<said>[A-Z][A-Z'’-]+(?:[ ,/&.]+[A-Z0-9'’-]+)+?)[.:!]?(?=\s+(?:[A-Z][a-z]|[AI] [a-z]))"
)
_ENDING = re.compile(
    r"(?<=\s)(?=\*+\s*[A-Z]|[A-Z]{2,3}(?:/[A-Z]{2,3})?\s?[-–—:]\s?\S|\?\?|(?<=[.?!] )Note (?:to|for) )"
)


@lru_cache(2048)
def drafting_notes(text: str) -> tuple[Stretch, ...]:
    """The drafters' remarks in a text: whole lines, bracketed asides, and a starred or initialled ending."""
    found: list[Stretch] = []
    for line in lines(text):
        if is_remark(line.text):
            found.append(line)
        else:
            found += [*_asides(text, line), *_runs(text, line), *_ending(text, line)]
    return _apart(found)


def _asides(text: str, line: Stretch) -> list[Stretch]:
    return [
        cut(text, match.start(), match.end())
        for match in BRACKETED.finditer(text, line.start, line.end)
        if is_aside(match)
    ]


def _runs(text: str, line: Stretch) -> list[Stretch]:
    """A starred run of capitals before a sentence: '*REWORD TO FIT People should…'."""
    runs = _STARRED_RUN.finditer(text, line.start, line.end)
    return [cut(text, run.start(), run.end()) for run in runs if begins_with_editing(run["said"])]


def _ending(text: str, line: Stretch) -> list[Stretch]:
    """A remark that closes a line: ' *REWORD…', ' RT-I think we need to move this…'."""
    for match in _ENDING.finditer(line.text):
        rest = line.text[match.start() :].replace("’", "'")
        if is_starred(rest) or is_initialled(rest) or is_asked(rest) or LABELLED.match(rest):
            return [cut(text, line.start + match.start(), line.end)]
    return []


def _apart(found: list[Stretch]) -> tuple[Stretch, ...]:
    """In order, without those that begin inside one before them."""
    kept: list[Stretch] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)
