"""What is a label, and what is said under one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from turntide.reading.passage import EMPTY, Passage
from turntide.reading.vocabulary import Meaning, best_meaning
from turntide.reading.wordings.timescales import timescale

M = Meaning
SURE = 0.9
"""How well a label must fit the vocabulary to be one: a telling word in it is not enough within prose."""
EXACT = 0.97
"""How well it must fit where no colon says that it is a label."""
MOST_WORDS = 7
LONGEST_DATE = 40

_NAMED = re.compile(r"(?:[A-Za-z]+ ){1,2}(?:\d+(?:\.\w+)*|[A-Za-z]|[ivx]+)$", re.IGNORECASE)
OWNING = {M.LEAD, M.OWNER, M.PARTNER}


@dataclass(frozen=True)
class Said:
    """Words under a label, with what the label means; the label is empty where the words tell it themselves."""

    label: Passage
    meaning: Meaning | None
    value: Passage


def known_label(text: str, least: float = SURE) -> Meaning | None:
    """What a label means; None where it is none, or numbers a part of the plan ("Priority 1", "Action 2.3")."""
    meaning, weight = best_meaning(text)
    if (
        weight < least
        or ":" in text.strip(" :")
        or (_NAMED.match(text.strip()) and meaning in {M.LEVEL, M.ACTION, M.MEASURE, M.DETAIL})
    ):
        return None
    return meaning


def is_label(text: str, least: float = EXACT) -> bool:
    """Whether a text is nothing but a label."""
    return len(text.split()) <= MOST_WORDS and known_label(text.strip(" :"), least) is not None


def with_date(said: Said) -> Iterator[Said]:
    """Under a label for owners, "Parks; by March 2026" says when, too."""
    cut = max((match.start() for match in re.finditer(r"[;,|]", said.value.text)), default=0)
    if said.meaning in OWNING and cut and is_date(said.value.text[cut + 1 :]):
        yield replace(said, value=said.value[:cut].strip())
        yield Said(EMPTY, M.TIMESCALE, said.value[cut + 1 :].strip(" .\n\t"))
    else:
        yield said


def is_date(text: str) -> bool:
    """Whether a few words are a date or a span of time, and no more."""
    dates = timescale(text)
    return len(text.strip()) < LONGEST_DATE and bool(dates.start or dates.end or dates.recurs)
