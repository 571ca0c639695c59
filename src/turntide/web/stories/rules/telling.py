"""What a story says, and what it lacks before it may be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Told:
    """A story as somebody tells it. ``groups`` were reached, ``where`` names places; ``actions`` are ids."""

    title: str
    situation: str = ""
    did: str = ""
    changed: str = ""
    words: str = ""
    whose: str = ""
    learnt: str = ""
    groups: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    agreed_on: date | None = None
    agreed_how: str = ""
    agreed_to: str = ""
    ready: bool = False
    actions: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Lack:
    """What a story lacks: the field, and what to do."""

    field: str
    sentence: str


def lacks(told: Told) -> tuple[Lack, ...]:
    """What keeps a story from being told; a draft may be as unfinished as it is."""
    return tuple(_lacks(told)) if told.ready else ()


def _lacks(told: Told) -> Iterator[Lack]:
    wanted = {
        "situation": _("Say what the situation was."),
        "did": _("Say what was done."),
        "changed": _("Say what changed for people."),
    }
    for field, sentence in wanted.items():
        if not getattr(told, field).strip():
            yield Lack(field, sentence)
    if told.words.strip() and not told.whose.strip():
        yield Lack("whose", _("Say whose words these are, as they wish to be called."))
    if told.agreed_on is None:
        yield Lack("agreed_on", _("Say when the people in the story agreed that it is told."))
    elif not told.agreed_how.strip():
        yield Lack("agreed_how", _("Say how they agreed: in writing, by e-mail, on a form."))
