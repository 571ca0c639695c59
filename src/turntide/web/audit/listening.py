"""Whoever has to write something in the same transaction as an act says so here when the site starts.

Apps above know what follows from an act that an app beneath does and may not look up to; the act is noted in its own
transaction, so what a listener writes stands or falls with it. A listener sends nothing itself and is quick.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from turntide.web.audit.models import Entry

Listener = Callable[["Entry", models.Model], None]

_LISTENERS: dict[str, list[Listener]] = {}


def listen(verbs: Collection[str], listener: Listener) -> None:
    """Be told of each act with one of these verbs, with its entry and what it is about. More than once is well."""
    for verb in verbs:
        told = _LISTENERS.setdefault(verb, [])
        if listener not in told:
            told.append(listener)


def tell_listeners(entry: Entry, about: models.Model) -> None:
    """Tell of an act, within its transaction."""
    for listener in _LISTENERS.get(entry.verb, ()):
        listener(entry, about)
