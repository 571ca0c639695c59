"""How a place runs its rounds, and how each of its plans is reported on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Arrangements, Reporting
from turntide.web.delivery.pages.arranging.wording import way_told
from turntide.web.delivery.rules.paces import kept, pace
from turntide.web.design.summaries import Row
from turntide.web.plans.models import Plan

Crumbs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan, and how it is reported on."""

    title: str
    url: str
    pace: str
    told: str
    words: str


@dataclass(frozen=True, slots=True)
class ArrangementsPage:
    """How rounds are run here."""

    template: ClassVar[str] = "delivery/arranging/arrangements.html"
    place: Place
    now: Arrangements
    plans: tuple[PlanLine, ...]
    may_own: bool

    @property
    def title(self) -> str:
        """What the page tells."""
        return _("How this place reports")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return ((self.place.name, self.place.get_absolute_url()),)

    @property
    def edit(self) -> str:
        """Where it is changed."""
        return reverse("arrangements_edit", args=[self.place.slug])

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is arranged."""
        days = self.now.reply_days
        return (
            Row(_("Whose bank holidays hold"), str(Arrangements.Nation(self.now.nation).label)),
            Row(
                _("Partners may correct what is to be published within"),
                ngettext("%(number)d working day", "%(number)d working days", days) % {"number": days},
            ),
            Row(_("What is known of people in closed rounds is kept"), kept(self.now.keep_months)),
        )


@dataclass(frozen=True, slots=True)
class ArrangementsFormPage:
    """The same, to change."""

    template: ClassVar[str] = "delivery/arranging/form.html"
    place: Place
    form: Form
    changed_meanwhile: bool = False

    @property
    def title(self) -> str:
        """What is done here."""
        return _("Change how this place reports")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        page = (_("How this place reports"), self.back)
        return ((self.place.name, self.place.get_absolute_url()), page)

    @property
    def back(self) -> str:
        """Where to go without saving."""
        return reverse("arrangements", args=[self.place.slug])


def plan_lines(
    place: Place, plans: Iterable[Plan], reporting: Mapping[UUID, Reporting]
) -> tuple[PlanLine, ...]:
    """Plans with how each is reported on."""
    return tuple(_line(place, plan, reporting.get(plan.pk) or Reporting()) for plan in plans)


def _line(place: Place, plan: Plan, reporting: Reporting) -> PlanLine:
    return PlanLine(
        title=plan.title,
        url=reverse("reporting", args=[place.slug, plan.pk]),
        pace=pace(reporting.months),
        told=way_told(reporting),
        words=reverse("vocabulary", args=[place.slug, plan.pk]),
    )
