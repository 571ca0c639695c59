"""What happened to one update, write by write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.delivery.models import Saying
from turntide.web.delivery.store.said_before import said_in

_VERBS: Mapping[str, str | Promise] = {
    "draft": gettext_lazy("Begun"),
    "hand in": gettext_lazy("Handed in"),
    "approve": gettext_lazy("Approved"),
    "take approval back": gettext_lazy("Approval taken back"),
    "send back": gettext_lazy("Sent back"),
    "take sending back": gettext_lazy("No longer sent back"),
    "ask back": gettext_lazy("Asked"),
    "take question back": gettext_lazy("Question taken back"),
    "propose words": gettext_lazy("Words put forward"),
    "keep from publishing": gettext_lazy("Kept from publishing"),
    "correct words": gettext_lazy("Words put right"),
    "agree words": gettext_lazy("Words agreed"),
    "settle words": gettext_lazy("Words settled, as nobody replied"),
}
_TEXTS: Mapping[str, str | Promise] = {
    "reason": gettext_lazy("Why it is red or amber"),
    "done": gettext_lazy("What was done"),
    "next": gettext_lazy("What is next"),
    "in_the_way": gettext_lazy("What is in the way"),
    "ask": gettext_lazy("What is asked of the board"),
}


@dataclass(frozen=True, slots=True)
class Changed:
    """A wording that a write changed."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Happened:
    """One write: what, who, when, the words that went with it, and what it changed of what was said."""

    what: str
    who: str
    at: datetime
    words: str
    changed: tuple[Changed, ...]


def happened(sayings: Iterable[Saying]) -> tuple[Happened, ...]:
    """The writes of an update, latest first; they come in order of its life."""
    pairs = pairwise((None, *sayings))
    found = [_happened(before, now) for before, now in pairs if now is not None]
    return tuple(reversed(found))


def _happened(before: Saying | None, now: Saying) -> Happened:
    return Happened(
        what=str(_VERBS.get(now.verb, now.verb.capitalize())),
        who=_who(now),
        at=now.at,
        words=_words(now),
        changed=tuple(_changes(before, now)) if before is not None else (),
    )


def _who(saying: Saying) -> str:
    if saying.by is not None:
        return str(saying.by)
    return saying.contact.name if saying.contact is not None else ""


def _words(saying: Saying) -> str:
    kept = saying.said
    worded = saying.verb in ("propose words", "correct words")
    names = ["public_words"] if worded else ["comment", "question"]
    return next((str(kept[name]) for name in names if kept.get(name)), "")


def _changes(before: Saying, now: Saying) -> Iterator[Changed]:
    then, since = said_in(before), said_in(now)
    for field, name in _TEXTS.items():
        old, new = getattr(then, field), getattr(since, field)
        if old != new:
            yield Changed(str(name), old, new)
    for field, words in (("lifecycle", _("How far it is")), ("confidence", _("How sure it is"))):
        old, new = getattr(then, field), getattr(since, field)
        if old != new:
            yield Changed(words, old, new)
