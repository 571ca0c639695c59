"""Joint undertakings an action belongs to: 'Pilot as part of the … hub', 'linking into the … pilot'."""

from __future__ import annotations

import re

from turntide.reading.wordings.stretches import Stretch, cut

_NOUN = (
    r"(?:hubs?|programmes?|programs?|schemes?|projects?|pilots?|initiatives?|campaigns?|networks?|"
    r"consorti(?:um|a)|collaborative)"
)
_CUE = (
    r"(?:(?:as |being |forms? )?(?:a )?part of|link(?:s|ing|ed)?(?: up)? (?:in)?(?: ?to|with)|in "
    r"conjunction with|"
    r"tie[sd]? in(?:to)? with|feed(?:s|ing)? into|build(?:s|ing)? on|alongside|under|pilot(?:ed|ing)? "
    r"(?:with|in|through)|"
    r"delivered (?:through|under)|(?-i:through)|being|becoming)"
)
_NAME = re.compile(
    rf"\b{_CUE}\s+(?:(?:the|a|an|our|this|their|new|local|existing|wider|broader)\s+)*"
    rf"(?P<name>(?:[^\W_][\w&'’@/-]*\s+){{1,6}}?{_NOUN}\b(?:\s+(?:{_NOUN}|approach)\b)*)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s+(?:approach|pilots?)$", re.IGNORECASE)
_STOP = re.compile(
    r"\b(?:to|for|and then|by|with|that|which|from|is|are|will|who|on|at|into|as|in|can|could|how|is)\b|"
    r"[.,;:]",
    re.IGNORECASE,
)
_FIRM = re.compile(r"\b(?:part of|link\w*|tie|pilot\w*|being|becoming)\b", re.IGNORECASE)
_VAGUE = re.compile(
    rf"^(?:\w+ing|the|this|that|a|an|our|each|other|various|several|many|any|these|those|future|all)\b|"
    rf"^{_NOUN}$",
    re.IGNORECASE,
)


def programmes(text: str) -> tuple[Stretch, ...]:
    """The names of the undertakings a text says it is part of, linked to or a pilot of, in order.

    A name needs a capital, or a firm cue ('part of', 'link to', 'pilot') before it; 'a project', 'other
    programmes' and plans or strategies are none.
    """
    found = [_named(text, match) for match in _NAME.finditer(text)]
    return tuple(stretch for stretch in found if stretch is not None)


def _named(text: str, match: re.Match[str]) -> Stretch | None:
    name = match["name"]
    tail = _TAIL.search(name)
    if tail and re.search(rf"{_NOUN}$", name[: tail.start()], re.IGNORECASE):
        name = name[: tail.start()]
    if _STOP.search(name) or _VAGUE.search(name):
        return None
    capital = any(word[0].isupper() for word in name.split())
    firm = _FIRM.search(match.group()[: match.start("name") - match.start()]) is not None
    few = len(name.split()) >= 2
    if not (few and (capital or firm)):
        return None
    return cut(text, match.start("name"), match.start("name") + len(name))
