"""Whoever wants to know when a place published something gives themselves here when the site starts.

A listener runs within the transaction of the act: what it writes stands or falls with it, and it sends nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable

from turntide.web.audit.by import By
from turntide.web.publishing.models import Publication

Listener = Callable[[Publication, By], None]

_LISTENERS: list[Listener] = []


def when_published(listener: Listener) -> None:
    """Be told of each publication. Called once, when an app is ready."""
    if listener not in _LISTENERS:
        _LISTENERS.append(listener)


def tell_published(publication: Publication, by: By) -> None:
    """Say that something was published."""
    for listener in _LISTENERS:
        listener(publication, by)
