"""The kinds of letters there are. Each app above tells its own when the site starts (`tell`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.functional import Promise

from turntide.web.mail.letters import Contents

if TYPE_CHECKING:
    from turntide.web.mail.models import Message

Words = str | Promise


def _nothing(message: Message) -> None:
    """What follows where nothing need follow."""


def _no_matter(message: Message, until: date | None) -> None:
    """What follows where it does not matter that somebody is away."""


@dataclass(frozen=True, slots=True)
class LetterKind:
    """A kind of letter: its name, what it is for, its wording and how it is filled.

    ``fields`` are the names its wording may use as ``{{ name }}``, each with what it says and an example.
    ``subject`` and ``body`` are the wording a place has before it writes its own: plain text, a blank line between
    paragraphs, ``* `` before a list's items; a field that is a link stands alone on its line.
    ``compose`` gives what this letter says now, or None where it is no longer needed.
    ``may_be_stopped``: people may want no more of it. Letters that ask for what was promised may not be stopped.
    ``counts``: it counts against what a person gets a day at most, and waits for another day where that is reached.
    ``returned`` is called, in one transaction with the letter's state, when it could not be delivered.
    ``away`` is called when a machine answers that the person is away, with the last day it names, where it names one.
    """

    name: str
    label: Words
    purpose: Words
    fields: Mapping[str, tuple[Words, Words]]
    subject: Words
    body: Words
    compose: Callable[[Message], Contents | None]
    may_be_stopped: bool = False
    counts: bool = True
    returned: Callable[[Message], None] = _nothing
    away: Callable[[Message, date | None], None] = _no_matter


_KINDS: dict[str, LetterKind] = {}


def tell(*kinds: LetterKind) -> None:
    """Say what letters an app writes. Called once, when the app is ready."""
    _KINDS.update({kind.name: kind for kind in kinds})


def kind_named(name: str) -> LetterKind:
    """The kind with this name. Raises KeyError."""
    return _KINDS[name]


def all_kinds() -> tuple[LetterKind, ...]:
    """Every kind, in the order told."""
    return tuple(_KINDS.values())


def counted_kinds() -> tuple[str, ...]:
    """The names of those that count against what a person gets a day."""
    return tuple(kind.name for kind in _KINDS.values() if kind.counts)
