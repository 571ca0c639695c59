"""A change as a list shows it: what was done, by whom, to what, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.accounts.rules import Ruling
from turntide.web.plans.models import Change
from turntide.web.plans.pages.differences import Told, told
from turntide.web.plans.pages.wording import short
from turntide.web.plans.store.recounting import FEW, Recount
from turntide.web.plans.store.states import ACTION

VERBS: dict[str, Promise] = {
    "adopt": gettext_lazy("Brought in"),
    "edit": gettext_lazy("Changed"),
    "edit many": gettext_lazy("Changed together"),
    "add": gettext_lazy("Added"),
    "move": gettext_lazy("Moved"),
    "merge": gettext_lazy("Merged"),
    "split": gettext_lazy("Split"),
    "retire": gettext_lazy("Retired"),
    "restore": gettext_lazy("Restored"),
    "undo": gettext_lazy("Undone"),
}


@dataclass(frozen=True, slots=True)
class Touched:
    """A thing that a change touched, in words."""

    name: str
    url: str
    version: str
    number: int
    made: bool
    differences: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as a list shows it. ``undo`` is the address of its button, ``reason`` why there is none."""

    what: str
    who: str
    at: datetime
    plan: str
    url: str
    touched: tuple[Touched, ...]
    more: int
    undo: str
    reason: str
    redo: bool


def entry_of(
    place: Place, change: Change, recounts: Sequence[Recount], ruling: Ruling | None, *, more: bool = True
) -> Entry:
    """A change in words; without a ruling nobody is offered to take it back."""
    told_of = tuple(_touched(place, each) for each in recounts)
    return Entry(
        what=what_was_done(change),
        who=str(change.by) if change.by else change.process or _("Somebody who has left"),
        at=change.at,
        plan=change.plan.title,
        url=reverse("change", args=[place.slug, change.pk]),
        touched=told_of,
        more=max(change.touched - len(told_of), 0) if more and len(told_of) >= FEW else 0,
        undo=reverse("undo", args=[place.slug, change.pk]) if ruling else "",
        reason=ruling.reason if ruling is not None else "",
        redo=change.undoes_id is not None,
    )


def what_was_done(change: Change) -> str:
    """The act in a word or two."""
    if change.undoes_id and change.undoes and change.undoes.undoes_id:
        return _("Done again")
    return str(VERBS.get(change.verb, change.verb))


def _touched(place: Place, each: Recount) -> Touched:
    is_action = each.thing == ACTION
    return Touched(
        name=short(each.name),
        url=reverse("action", args=[place.slug, each.thing_id]) if is_action else "",
        version=reverse("action_version", args=[place.slug, each.thing_id, each.number]) if is_action else "",
        number=each.number,
        made=each.made,
        differences=() if each.made else told(each.differences),
    )
