"""What actions are asked for."""

from __future__ import annotations

from typing import TypedDict


class Narrowed(TypedDict, total=False):
    """What is asked for; what is left out does not narrow.

    ``theme`` is a heading's id at any level, ``body`` an id or a name. Axes take the standard's words, or
    "not reported".
    """

    plan: str
    theme: str
    body: str
    lifecycle: str
    confidence: str
    freshness: str
    words: str
