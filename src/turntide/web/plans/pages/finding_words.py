"""What a finding says, in the language of the page.

The library speaks English, and knows nothing of languages. It says what it found in one sentence about one place;
in another language the kind of finding is told instead, of the same place, with the library's own sentence beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from turntide.web.plans.pages.finding_kinds import KINDS
from turntide.web.plans.pages.wording import short

_LONGEST_NAME = 60


_BY_KIND = {words.kind: words for words in KINDS}


@dataclass(frozen=True, slots=True)
class FindingSaid:
    """A finding in words. ``original`` is the library's sentence in English where ``sentence`` is not that itself."""

    sentence: str
    original: str = ""


def finding_said(finding: Mapping[str, Any], about: str = "") -> FindingSaid:
    """A finding of a reading, in the standard; ``about`` names the action or heading it is about."""
    message = str(finding.get("message", ""))
    words = _BY_KIND.get(str(finding.get("kind", "")))
    meaning = gettext(words.meaning) if words else ""
    if words is None or meaning == words.meaning:
        return FindingSaid(message)
    if about:
        meaning = gettext("“%(name)s”: %(finding)s") % {
            "name": short(about, _LONGEST_NAME),
            "finding": meaning,
        }
    return FindingSaid(meaning, message)


def kind_words(kind: str) -> str:
    """What a kind of finding is called."""
    return gettext(kind) if kind in _BY_KIND else kind


def remedy_words(kind: str) -> str:
    """What a person can do about findings of a kind; empty for one there is not."""
    words = _BY_KIND.get(kind)
    return gettext(words.remedy) if words else ""
