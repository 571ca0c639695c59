"""What of a document's reports is new, and what the timeline has: nothing is said twice, nothing is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Protocol

from turntide.web.delivery.rules.dated import opening

_STOCK = 6
"""Fewer words than these are said again and again ("No change"): without a date they do not stand for one dated."""

_SENTENCE = re.compile(r"(?:[.!?;…)\]][)\]”’\"']*\s+|\n\s*)")
_WORD = re.compile(r"\w+")
_ENDS = re.compile(r"[.!?;:\n–—]|\s-")
_EDGE = " \t\r\n-–—;,•*·▪●"
_CLOSES, _OPENS = ".!?:…)]}”’\"'", "([{“‘\"'"


@dataclass(frozen=True, slots=True)
class Report:
    """What a cell, or a dated part of one, reports; ``dated_as`` is the wording of its date."""

    text: str
    on: date | None = None
    dated_as: str = ""


class Dates(Protocol):
    """What works a day out of the wording of a date."""

    def __call__(self, wording: str) -> date | None: ...  # noqa: D102


def parts(cell: Report, day_of: Dates) -> tuple[Report, ...]:
    """A cell as the reports in it: a line or sentence that opens with a date begins one; all words of it stay."""
    starts = [0, *(at for at in _sentences(cell.text) if opening(cell.text[at:].split("\n", 1)[0]))]
    spans = zip(starts, [*starts[1:], len(cell.text)], strict=True)
    found = (cell.text[start:end].strip() for start, end in spans)
    return tuple(_dated(replace(cell, text=text), day_of) for text in found if text)


def news(report: Report, known: Sequence[Report], day_of: Dates) -> tuple[Report, ...]:
    """What of a report the timeline does not have yet: all of it, what was added before or after, or nothing."""
    words = _words(report.text)
    if not words:
        return () if not _says(report.text) or _told(report, known) else (report,)
    alike = _alike(report, known)
    opens = len(_words(opening(report.text)))
    if any(_is_told_in(words[at:], longer) for longer in alike for at in {0, opens}):
        return ()
    told = {_words(text) for text in alike} - {()}
    start, end = min((_left(words, at, _breaks(report.text), told) for at in {0, opens}), key=_length)
    if start >= end:
        return ()
    if start <= opens and end == len(words):
        return (report,)
    rest = parts(replace(report, text=_cut(report.text, start if start > opens else 0, end)), day_of)
    return rest if len(rest) == 1 else _news_of(rest, known, day_of)


def same_words(one: str, other: str) -> bool:
    """Whether two texts say the same, whatever their case, spaces and marks."""
    return _words(one) == _words(other) and (bool(_words(one)) or one.strip() == other.strip())


def _news_of(reports: Iterable[Report], known: Sequence[Report], day_of: Dates) -> tuple[Report, ...]:
    found: list[Report] = []
    for report in reports:
        found += news(report, [*known, *found], day_of)
    return tuple(found)


def _dated(report: Report, day_of: Dates) -> Report:
    own = opening(report.text)
    return replace(report, on=day_of(own), dated_as=own) if own else report


def _told(report: Report, known: Iterable[Report]) -> bool:
    return any(same_words(each.text, report.text) and _same_date(each, report) for each in known)


def _may_stand_for(known: Report, report: Report) -> bool:
    """Whether words that are known may be the same report's: of the same date, or with their date among them."""
    if _same_date(known, report) or opening(known.text):
        return True
    if report.on is None and not report.dated_as:
        return True
    return _undated(known) and min(len(_words(known.text)), len(_words(_body(report.text)))) >= _STOCK


def _alike(report: Report, known: Iterable[Report]) -> frozenset[str]:
    """What is known that may be the same report; of the same date also without the date it opens with."""
    found: set[str] = set()
    for each in known:
        if _may_stand_for(each, report):
            found.add(each.text)
            if _same_date(each, report):
                found.add(_body(each.text))
    return frozenset(found)


@lru_cache(maxsize=5000)
def _body(text: str) -> str:
    """A report without the date that it opens with."""
    opens = len(_words(opening(text)))
    return _cut(text, opens, len(_words(text))) if opens else text


@lru_cache(maxsize=5000)
def _sentences(text: str) -> tuple[int, ...]:
    """Where a line or sentence begins, but for the first."""
    return tuple(found.end() for found in _SENTENCE.finditer(text))


def _length(stretch: tuple[int, int]) -> tuple[int, int]:
    return stretch[1] - stretch[0], stretch[0]


def _undated(report: Report) -> bool:
    return report.on is None and not report.dated_as


def _same_date(one: Report, other: Report) -> bool:
    if one.on is not None and one.on == other.on:
        return True
    if _words(one.dated_as) or _words(other.dated_as):
        return _words(one.dated_as) == _words(other.dated_as)
    return one.on == other.on


@lru_cache(maxsize=5000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word[0].casefold() for word in _WORD.finditer(text))


def _says(text: str) -> bool:
    """Whether a text without words says something all the same: a tick, a smiling face."""
    return any(not character.isspace() and character not in _MARKS for character in text)


_MARKS = frozenset("-–—_.,;:!?'\"’‘“”()[]{}/\\|*•·▪●…&+=~^`<>#")


def _is_told_in(words: tuple[str, ...], longer: str) -> bool:
    """Whether a longer text that is known begins or ends with these words, as a whole sentence or line."""
    told, breaks = _words(longer), _breaks(longer)
    begins = told[: len(words)] == words and len(words) in breaks
    return begins or (told[-len(words) :] == words and len(told) - len(words) in breaks)


@lru_cache(maxsize=5000)
def _breaks(text: str) -> frozenset[int]:
    """After how many words of a text a sentence, a line or a clause ends."""
    spans = [found.span() for found in _WORD.finditer(text)]
    between = enumerate(zip(spans, spans[1:], strict=False), start=1)
    inner = {at for at, (one, other) in between if _ENDS.search(text, one[1], other[0])}
    return frozenset({0, len(spans)} | inner)


def _left(
    words: tuple[str, ...], first: int, breaks: frozenset[int], told: Set[tuple[str, ...]]
) -> tuple[int, int]:
    """The shortest stretch from a word on that is left when known texts are taken off its ends, again and again."""
    open_ = [(first, len(words))]
    for start, end in open_:
        begin = {
            (start + len(each), end) for each in told if words[start : min(start + len(each), end)] == each
        }
        finish = {
            (start, end - len(each)) for each in told if words[max(end - len(each), start) : end] == each
        }
        open_ += sorted(left for left in begin | finish if {*left} <= breaks | {first} and left not in open_)
    return min(open_, key=_length)


def _cut(text: str, start: int, end: int) -> str:
    """The text from one word to another, without the marks that close what stands before or open what comes after."""
    spans = [found.span() for found in _WORD.finditer(text)]
    first = spans[start - 1][1] if start else 0
    last = spans[end][0] if end < len(spans) else len(text)
    cut = text[first:last]
    cut = cut.lstrip(_CLOSES + _EDGE) if start else cut
    return (cut.rstrip(_OPENS + _EDGE) if end < len(spans) else cut).strip()
