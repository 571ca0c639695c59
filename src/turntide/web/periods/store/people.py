"""Where frozen periods name somebody."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from typing import Any

from turntide.web.accounts.holding import FORGOTTEN, Subject
from turntide.web.periods.models import Frozen
from turntide.web.periods.rules.striking import Person


def person_of(subject: Subject) -> Person:
    """Somebody as they may stand in a record."""
    return Person(subject.names, lambda text: str(subject.struck_from(text)), FORGOTTEN)


def written_with(frozen: Frozen, subject: Subject) -> Any:
    """What was frozen as JSON where it may name somebody; None where it certainly does not.

    A period of thousands of actions is then searched as a text, and only one that may name them is read.
    """
    text = zlib.decompress(bytes(frozen.body)).decode()
    folded = text.casefold()
    return json.loads(text) if any(probe in folded for probe in _probes(subject)) else None


def mentions_of(subject: Subject) -> Iterator[tuple[Frozen, tuple[str, ...]]]:
    """The frozen periods of a place that name somebody, with the texts in which they do; one period at a time."""
    person = person_of(subject)
    for frozen in Frozen.objects.filter(place=subject.place).iterator(1):
        found = tuple(dict.fromkeys(person.mentions(written_with(frozen, subject))))
        if found:
            yield frozen, found


def _probes(subject: Subject) -> set[str]:
    """Of each name the longest part that no writing of it as JSON changes."""
    parts = (re.findall(r"\w+", each.casefold()) for each in (*subject.names, subject.email))
    return {max(some, key=len) for some in parts if some}
