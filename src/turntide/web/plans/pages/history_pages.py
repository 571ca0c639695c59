"""Pages of history: who changed what and when, with the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.core.paginator import Page
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.accounts.rules import Ruling
from turntide.web.plans.models import Action, Change, Plan, Version
from turntide.web.plans.pages.differences import told
from turntide.web.plans.pages.history import Entry, entry_of, what_was_done
from turntide.web.plans.pages.wording import Crumbs, crumbs_to_plan, short
from turntide.web.plans.store.recounting import Recount


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
    act: Sequence[Change]

    @property
    def title(self) -> str:
        """What was done."""
        return what_was_done(self.change)

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
    def beside(self) -> tuple[tuple[str, str], ...]:
        """What the same act did in other plans: each plan's title and the address of its change."""
        others = (each for each in self.act if each.pk != self.change.pk)
        return tuple(
            (short(each.plan.title), reverse("change", args=[self.place.slug, each.pk])) for each in others
        )

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
