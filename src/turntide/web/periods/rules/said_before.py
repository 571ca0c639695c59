"""How an update stood after some of its writes: its history told again up to a moment. Pure.

The verbs are those by which updates are written (`delivery.services`); one that is not known here changes the words
alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from typing import Any

DRAFT, SUBMITTED, SENT_BACK, APPROVED = "draft", "submitted", "sent back", "approved"


@dataclass(frozen=True, slots=True)
class Write:
    """One write of an update, with all that it said afterwards."""

    verb: str
    at: datetime
    said: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Then:
    """An update as it stood. ``said`` is None where nothing was written of it yet: then it says what its row says.

    ``asked``: it answers a request. ``returned``: it was sent back, and taking it back leaves it so.
    """

    state: str = DRAFT
    asked: bool = True
    said: Mapping[str, Any] | None = None
    said_at: datetime | None = None
    approved_at: datetime | None = None
    returned: bool = False
    public: bool = False
    public_words: str = ""
    proposed_at: datetime | None = None
    settled_at: datetime | None = None

    @property
    def is_approved(self) -> bool:
        """Whether it held."""
        return self.state == APPROVED

    @property
    def is_answer(self) -> bool:
        """Whether the request it answers waited no more."""
        return self.state in (SUBMITTED, APPROVED)


def after(begun: Then, writes: Iterable[Write]) -> Then:
    """How it stood after these writes, in their order."""
    return reduce(_after, writes, begun)


def _after(then: Then, write: Write) -> Then:
    now = replace(then, said=write.said)
    step = _STEPS.get(write.verb)
    return step(now, write) if step else now


def _handed_in(then: Then, write: Write) -> Then:
    return replace(then, state=SUBMITTED, said_at=write.at)


def _approved(then: Then, write: Write) -> Then:
    stale = then.proposed_at and then.said_at and then.said_at > then.proposed_at
    kept = _without_words(then) if stale else then
    return replace(kept, state=APPROVED, approved_at=write.at)


def _unapproved(then: Then, write: Write) -> Then:
    return replace(then, state=SUBMITTED, approved_at=None)


def _sent_back(then: Then, write: Write) -> Then:
    return replace(_without_words(then), state=SENT_BACK, returned=True)


def _sending_taken_back(then: Then, write: Write) -> Then:
    return replace(then, state=SUBMITTED, returned=False)


def _taken_back(then: Then, write: Write) -> Then:
    if then.returned:
        return replace(then, state=SENT_BACK)
    return replace(then, state=DRAFT, said_at=None)


def _proposed(then: Then, write: Write) -> Then:
    # Where nobody was asked, words are settled at once.
    settled_at = None if then.asked else write.at
    return replace(then, public=True, public_words=_words(write), proposed_at=write.at, settled_at=settled_at)


def _kept_from_publishing(then: Then, write: Write) -> Then:
    return replace(then, public=False, public_words=_words(write), proposed_at=None, settled_at=None)


def _corrected(then: Then, write: Write) -> Then:
    return replace(then, public_words=_words(write), settled_at=write.at)


def _settled(then: Then, write: Write) -> Then:
    return replace(then, settled_at=write.at)


def _without_words(then: Then) -> Then:
    return replace(then, public=False, public_words="", proposed_at=None, settled_at=None)


def _words(write: Write) -> str:
    return str(write.said.get("public_words", ""))


_STEPS = {
    "hand in": _handed_in,
    "approve": _approved,
    "take approval back": _unapproved,
    "send back": _sent_back,
    "take sending back": _sending_taken_back,
    "take back": _taken_back,
    "propose words": _proposed,
    "keep from publishing": _kept_from_publishing,
    "correct words": _corrected,
    "agree words": _settled,
    "settle words": _settled,
}
