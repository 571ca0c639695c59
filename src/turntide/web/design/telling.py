"""What a person is told after they did something, with a way back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import Promise

_UNDO = "undo:"


def done(request: HttpRequest, text: str | Promise, undo: str = "") -> None:
    """Say what was done on the next page; ``undo`` is the address that an Undo button posts to."""
    messages.success(request, str(text), extra_tags=_UNDO + undo if undo else "")


def undo_of(extra_tags: str | None) -> str:
    """The address that takes back what a message tells of, where there is one."""
    for word in (extra_tags or "").split():
        if word.startswith(_UNDO):
            return word.removeprefix(_UNDO)
    return ""
