"""What was set aside in a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.plans.models import Action, Heading, Plan
from turntide.web.plans.pages.wording import Crumbs, crumbs_to_plan, short


@dataclass(frozen=True, slots=True)
class SetAside:
    """One thing, when it was retired, and where it is restored."""

    name: str
    at: datetime | None
    restore: str


@dataclass(frozen=True, slots=True)
class RetiredPage:
    """Retired headings and actions, each with a button to restore it."""

    template: ClassVar[str] = "plans/changing/retired.html"
    place: Place
    plan: Plan
    retired_headings: tuple[Heading, ...]
    retired_actions: tuple[Action, ...]

    @property
    def title(self) -> str:
        """What is listed."""
        return _("Retired")

    @property
    def caption(self) -> str:
        """Of which plan."""
        return short(self.plan.title)

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_plan(self.place, self.plan)

    @property
    def tree(self) -> str:
        """The plan as it stands."""
        return reverse("plan_tree", args=[self.place.slug, self.plan.pk])

    @property
    def groups(self) -> tuple[tuple[str, tuple[SetAside, ...]], ...]:
        """Headings and actions, those there are."""
        headings = tuple(self._aside(row, "restore_heading") for row in self.retired_headings)
        actions = tuple(self._aside(row, "restore_action") for row in self.retired_actions)
        return tuple(group for group in ((_("Headings"), headings), (_("Actions"), actions)) if group[1])

    def _aside(self, row: Heading | Action, route: str) -> SetAside:
        return SetAside(short(str(row)), row.retired_at, reverse(route, args=[self.place.slug, row.pk]))
