"""How a plan is reported on, and how often single actions of it are asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Cadence
from turntide.web.delivery.pages.arranging.wording import crumbs_to_reporting
from turntide.web.delivery.rules.paces import pace
from turntide.web.delivery.store.proposing import Proposed
from turntide.web.plans.models import Action, Plan
from turntide.web.plans.pages.wording import Crumbs, crumbs_to_plan, short


@dataclass(frozen=True, slots=True)
class CadenceLine:
    """An action with its pace, or with the pace its plan's wording proposes."""

    id: str
    text: str
    url: str
    pace: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class ReportingPage:
    """How a plan is reported on. ``proposed`` are the first of ``more_proposed`` + as many as are shown."""

    template: ClassVar[str] = "delivery/arranging/reporting.html"
    place: Place
    plan: Plan
    form: Form
    own: tuple[CadenceLine, ...]
    proposed: tuple[CadenceLine, ...]
    more_proposed: int
    find_form: Form
    words: str
    found: tuple[CadenceLine, ...]
    changed_meanwhile: bool = False

    @property
    def title(self) -> str:
        """What is arranged here."""
        return _("How this plan is reported")

    @property
    def caption(self) -> str:
        """The plan."""
        return short(self.plan.title)

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_plan(self.place, self.plan)

    @property
    def back(self) -> str:
        """Where to go without saving."""
        return self.crumbs[-1][1]

    @property
    def vocabulary(self) -> str:
        """The plan's words for statuses."""
        return reverse("vocabulary", args=[self.place.slug, self.plan.pk])

    @property
    def take_over(self) -> str:
        """Where proposals are taken over."""
        return reverse("reporting_proposals", args=[self.place.slug, self.plan.pk])


@dataclass(frozen=True, slots=True)
class CadencePage:
    """How often one action is asked."""

    template: ClassVar[str] = "delivery/arranging/cadence.html"
    place: Place
    plan: Plan
    action: Action
    form: Form
    proposed: Proposed | None

    @property
    def title(self) -> str:
        """What is arranged here."""
        return _("How often this action is asked")

    @property
    def caption(self) -> str:
        """The action."""
        return short(str(self.action))

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_reporting(self.place, self.plan)

    @property
    def back(self) -> str:
        """Where to go without saving."""
        return reverse("action", args=[self.place.slug, self.action.pk])

    @property
    def proposed_pace(self) -> str:
        """The pace that the plan's wording proposes."""
        return pace(self.proposed.months) if self.proposed else ""


def own_lines(place: Place, cadences: Iterable[Cadence]) -> tuple[CadenceLine, ...]:
    """Actions that are asked at a pace of their own."""
    return tuple(_line(place, each.action, pace(each.months)) for each in cadences)


def proposed_lines(place: Place, proposed: Iterable[Proposed]) -> tuple[CadenceLine, ...]:
    """Actions of which the plan says how often they are reported."""
    return tuple(_line(place, each.action, pace(each.months), each.wording) for each in proposed)


def found_lines(place: Place, actions: Iterable[Action]) -> tuple[CadenceLine, ...]:
    """Actions that somebody looked for."""
    return tuple(_line(place, action) for action in actions)


def _line(place: Place, action: Action, often: str = "", wording: str = "") -> CadenceLine:
    url = reverse("cadence", args=[place.slug, action.pk])
    return CadenceLine(str(action.pk), short(str(action), 160), url, often, wording)
