"""What a section's heading says of the lines beneath it: that they are no actions, that they are, how they go."""

from __future__ import annotations

import re

from turntide.reading.rows.section_status import tells_status
from turntide.reading.vocabulary import Meaning, best_meaning

M = Meaning
_ASIDE_WORDS = (
    r"introduction|background|context|foreword|contents|glossary|membership|members|governance|consultation|"
    r"purpose|references|key facts|definitions|legend|acronyms|abbreviations|principles|vision|values|summary|"
    r"executive summary|achievements|contacts|acknowledgements|arrangements|indicators?|monitoring"
)
_NO_ACTIONS = re.compile(
    rf"^(?:\d[\d.]*\s+)?(?:(?:the|our|a|an|key|guiding|policy|local|national)\s+)*(?:(?:{_ASIDE_WORDS})\b|"
    r"about (?:this|the|us|our)\b|appendix\b|annex\b|measuring\b|"
    r"how we (?:will )?(?:measure|work|wrote|made|developed)\b|"
    r"what (?:we|you|people|residents|partners) (?:told|heard|said|did|know|have)\b|our approach\b|evidence$|"
    r"where (?:we|are we)\b|document control|version\b|why (?:this|it|we)\b|further (?:reading|information)|"
    rf"links? (?:to|with)\b|evidence base\b|who we are)|\b(?:{_ASIDE_WORDS})$",
    re.IGNORECASE,
)
_PLAN_ONLY = re.compile(
    r"^(?:(?:the|our|draft|appendix\s*\w*|annex\s*\w*|\d+\.?|action|delivery|implementation|plan|strategy|table|"
    r"[–:-])\s*)+$",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:will|shall|plan to|intend to|aim to|commit(?:ted)? to|(?:the|our|following|key|these) actions?)\b.*:$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:measure|know|monitor|report|read|contain|include[sd]?|cover)\b", re.IGNORECASE)
_LEVEL_WORD = re.compile(
    r"^(?P<word>[A-Za-z]+(?: area)?)\s+(?:[0-9]+(?:\.\w+)*|[A-Z]|[ivx]+)\b\s*[:.–-]?", re.IGNORECASE
)
LONGEST_PROMISE = 25
SURE = 0.95


def is_barren(heading: str) -> bool:
    """Whether what stands under a heading is plainly no list of things to be done."""
    return bool(_NO_ACTIONS.search(heading.strip(" :.")))


def names_the_plan(heading: str) -> bool:
    """A heading that only says that the plan begins: 'Action plan', 'Appendix 1: our delivery plan'."""
    return bool(_PLAN_ONLY.match(heading))


def promises(text: str) -> bool:
    """A sentence that leads to a list of actions: 'To make this happen we will:'."""
    short = len(text.split()) <= LONGEST_PROMISE
    return short and bool(_PROMISE.search(text)) and not _ASIDE.search(text)


def label_meaning(heading: str) -> Meaning | None:
    """What a heading says stands under it, where it is a label ('Actions', 'Measures of success')."""
    if tells_status(heading):
        return None
    meaning, weight = best_meaning(heading.strip(" :"))
    return meaning if weight >= SURE and meaning is not M.LEVEL else None


def level_name(heading: str, default: str = "Section") -> str:
    """The plan's own name for a heading's level: the word before its number ("Theme 2: …"), else a default."""
    word = _LEVEL_WORD.match(heading)
    if word and best_meaning(word.group("word"))[0] in {M.LEVEL, M.MEASURE, M.ACTION}:
        return word.group("word").capitalize()
    return default
