"""Decisions: recording one, and those of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.core.paginator import Page
from django.forms import BaseForm
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Decision
from turntide.web.design.days import day
from turntide.web.plans.models import Action, Plan
from turntide.web.plans.pages.wording import Crumbs, crumbs_to_plan, short


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """A decision to be recorded, of an action or of a whole plan."""

    template: ClassVar[str] = "delivery/timeline/decision.html"
    place: Place
    plan: Plan
    action: Action | None
    form: BaseForm

    @property
    def title(self) -> str:
        """What is done here."""
        return _("Record a decision")

    @property
    def caption(self) -> str:
        """Of what."""
        return short(str(self.action or self.plan))

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_plan(self.place, self.plan)

    @property
    def back(self) -> str:
        """Where to go without recording one."""
        if self.action:
            return reverse("action", args=[self.place.slug, self.action.pk])
        return reverse("decisions", args=[self.place.slug, self.plan.pk])


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as a row; ``about`` is the action it is of, where it is of one."""

    on: date
    text: str
    who: str
    recorded: str
    about: str
    url: str
    take_back: str


@dataclass(frozen=True, slots=True)
class DecisionsPage:
    """All that was decided of a plan and its actions."""

    template: ClassVar[str] = "delivery/timeline/decisions.html"
    place: Place
    plan: Plan
    decisions: Sequence[Decision]
    paging: Page[Decision]
    may_edit: bool

    @property
    def title(self) -> str:
        """What is listed."""
        return _("Decisions")

    @property
    def caption(self) -> str:
        """Of which plan."""
        return short(self.plan.title)

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_plan(self.place, self.plan)

    @property
    def decide(self) -> str:
        """Where one is recorded, for those who may."""
        return reverse("plan_decision_new", args=[self.place.slug, self.plan.pk]) if self.may_edit else ""

    @property
    def rows(self) -> tuple[Decided, ...]:
        """The decisions, latest first."""
        return tuple(self._row(decision) for decision in self.decisions)

    def _row(self, decision: Decision) -> Decided:
        slug, action = self.place.slug, decision.action
        recorder = decision.by or _("somebody who has left")
        return Decided(
            on=decision.on,
            text=decision.text,
            who=str(decision.group) if decision.group else _("No group was named"),
            recorded=_("Recorded by %(who)s, %(day)s") % {"who": recorder, "day": day(decision.at)},
            about=short(str(action)) if action else "",
            url=reverse("action", args=[slug, action.pk]) if action else "",
            take_back=reverse("decision_take_back", args=[slug, decision.pk]) if self.may_edit else "",
        )
