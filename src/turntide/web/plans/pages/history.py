"""Who changed what and when, in words, with the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from django.core.paginator import Page
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.accounts.rules import Ruling
from turntide.web.plans.models import Action, Change, Plan, Version
from turntide.web.plans.pages.differences import Told, told
from turntide.web.plans.pages.wording import Crumbs, crumbs_to_plan, short
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
        what=_what(change),
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


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Changes, newest first, of a place, a plan or an action."""

    template: ClassVar[str] = "plans/changing/history.html"
    place: Place
    plan: Plan | None
    title: str
    caption: str
    changes: Sequence[Change]
    recounts: Mapping[UUID, Sequence[Recount]]
    rulings: Mapping[UUID, Ruling]
    paging: Page[Any]
    may_edit: bool

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        if self.plan:
            return crumbs_to_plan(self.place, self.plan)
        return ((self.place.name, self.place.get_absolute_url()),)

    @property
    def across(self) -> bool:
        """Whether changes of several plans are listed, so that each is named."""
        return self.plan is None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The changes of this page of the list."""
        return tuple(self._entry(change) for change in self.changes)

    def _entry(self, change: Change) -> Entry:
        ruling = self.rulings.get(change.pk) if self.may_edit else None
        return entry_of(self.place, change, self.recounts.get(change.pk, ()), ruling)


@dataclass(frozen=True, slots=True)
class ChangePage:
    """One change, with all it touched."""

    template: ClassVar[str] = "plans/changing/change.html"
    place: Place
    change: Change
    recounts: Sequence[Recount]
    paging: Page[Any]
    ruling: Ruling
    may_edit: bool

    @property
    def title(self) -> str:
        """What was done."""
        return _what(self.change)

    @property
    def caption(self) -> str:
        """To which plan."""
        return short(self.change.plan.title)

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        plan = self.change.plan
        history = reverse("plan_history", args=[self.place.slug, plan.pk])
        return (*crumbs_to_plan(self.place, plan), (_("History"), history))

    @property
    def entry(self) -> Entry:
        """The change in words."""
        ruling = self.ruling if self.may_edit else None
        return entry_of(self.place, self.change, self.recounts, ruling, more=False)


@dataclass(frozen=True, slots=True)
class VersionPage:
    """An action as it stood once."""

    template: ClassVar[str] = "plans/changing/version.html"
    place: Place
    action: Action
    version: Version
    recount: Recount

    @property
    def title(self) -> str:
        """Which version."""
        return _("Version %(number)d") % {"number": self.version.number}

    @property
    def caption(self) -> str:
        """Of which action."""
        return short(self.recount.name)

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        history = reverse("action_history", args=[self.place.slug, self.action.pk])
        return (*crumbs_to_plan(self.place, self.action.plan), (_("History of this action"), history))

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """All it said."""
        return tuple((each.name, each.new) for each in told(self.recount.differences))

    @property
    def who(self) -> str:
        """Who made it so."""
        return str(self.version.change.by or self.version.change.process)

    @property
    def now(self) -> str:
        """The action as it stands."""
        return reverse("action", args=[self.place.slug, self.action.pk])


def _what(change: Change) -> str:
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
