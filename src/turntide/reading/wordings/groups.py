"""The groups of people a measure or action names as those it is for."""

from __future__ import annotations

import re

from turntide.reading.wordings.lists import entries
from turntide.reading.wordings.stretches import Stretch, cut

_HEAD = (
    r"(?:people|persons|adults?|females?|males?|women|men|girls|boys|children|families|carers?|residents|"
    r"parents|pupils|students|veterans|workers|migrants|refugees|prisoners|smokers|babies|infants|mothers|"
    r"fathers|teenagers|adolescents|pensioners|leavers|sleepers|communities|households|tenants|patients|"
    r"minorities|groups|seekers|those|youths?|elderly|unemployed|homeless|housebound)"
)
_WORDED = re.compile(rf"\b{_HEAD}\b|\bdisab\w+|\bdeprived\b|\bLGBT\w*|\bSEND?\b|\bBAME\b", re.IGNORECASE)
_LIST_CUE = re.compile(
    r"\b(?:following|these|target(?:ed)?|priority|identified|under-?represented) (?:target |priority )?"
    r"(?:groups?|cohorts?|communities|populations?)\b\s*(?:of people)?\s*(?:[:\-–—]|\n|(?=\s[A-Z•❖])|"
    r"are\b|include\b)\s*",
    re.IGNORECASE,
)
_SHORT_CUE = re.compile(
    r"(?:\b(?:particularly|especially|in particular|with a focus on|focus(?:ing|ed)? on|targeting|"
    r"targeted at|"
    r"aimed at|prioritising)\s*:?|\bsuch as\b)(?:\s+(?:for|among|amongst|in|by|from|with|at))?\s+",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:;|,(?:\s*and\b|\s*or\b)?)\s*|\s+(?:and|or)\s+(?=(?:[\w'’-]+\s+){0,3}?" + _HEAD + r"\b)", re.I
)
_RUN = re.compile(r"(?<=[a-z)])\s+(?=[A-Z][a-z])|(?<=[A-Z])\s+(?=[A-Z][a-z])")
_ENDS = re.compile(
    r"[.;!?](?:\s|$)|\n|\s[-–—]\s|\b(?:through|via|by|so that|in order to|who will|to increase)\b"
)


def groups(text: str) -> tuple[Stretch, ...]:
    """The groups of people named after a cue ('in the following groups: …', 'particularly females, …').

    Without a cue, or where what follows it is no group of people, there are none.
    """
    if cue := _LIST_CUE.search(text):
        return _listed(text, cue.end())
    found: list[Stretch] = []
    for cue in _SHORT_CUE.finditer(text):
        found += _named(text, cue.end())
    return tuple(dict.fromkeys(found))


def _listed(text: str, start: int) -> tuple[Stretch, ...]:
    """A list after its cue: by marks or lines, by commas, or run together with a capital for each."""
    rest = text[start:]
    marked = entries(rest)
    if len(marked) > 1:
        return tuple(cut(text, start + one.start, start + one.end, " ,;.\n") for one in marked)
    end = start + len(rest.split("\n")[0])
    stop = re.search(r"\.(?:\s|$)", text[start:end])
    end = start + stop.start() if stop else end
    pieces = _between(text, start, end, _SPLIT)
    return tuple(pieces) if len(pieces) > 1 else tuple(_run_together(text, start, end))


def _named(text: str, start: int) -> list[Stretch]:
    """The groups named after 'particularly' and its like, as long as each is one of people."""
    stop = _ENDS.search(text, start)
    pieces = _between(text, start, stop.start() if stop else len(text), _SPLIT)
    if not pieces or not _WORDED.search(pieces[0].text) or len(pieces[0].text.split()) > 10:
        return []
    return [piece for piece in pieces if _is_group(piece.text)]


def _is_group(text: str) -> bool:
    return len(text.split()) <= 10 and bool(_WORDED.search(text) or re.fullmatch(r"[A-Z]{2,6}\+?", text))


def _between(text: str, start: int, end: int, parting: re.Pattern[str]) -> list[Stretch]:
    found, at = [], start
    for match in parting.finditer(text, start, end):
        found.append(cut(text, at, match.start(), " ,;.\n•❖"))
        at = match.end()
    found.append(cut(text, at, end, " ,;.\n•❖"))
    return [piece for piece in found if piece.text]


def _run_together(text: str, start: int, end: int) -> list[Stretch]:
    """'People with a disability Inactive Adults Females': a capital begins a group after a lower-case word,
    and after a word that names people even where that has a capital itself.
    """
    found, at = [], start
    for match in _RUN.finditer(text, start, end):
        before = text[at : match.start()].split()
        word = before[-1] if before else ""
        if (
            word
            and (word[0].islower() or re.fullmatch(_HEAD, word, re.IGNORECASE))
            and word not in {"and", "of"}
        ):
            found.append(cut(text, at, match.start(), " ,;."))
            at = match.end()
    found.append(cut(text, at, end, " ,;.\n"))
    return [piece for piece in found if piece.text]
