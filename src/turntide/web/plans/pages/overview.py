"""The overview of a plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.plans.models import Plan
from turntide.web.plans.pages.addresses import addresses
from turntide.web.plans.pages.exports import Exports, plan_exports
from turntide.web.plans.pages.left_over import Told
from turntide.web.plans.pages.overview_lines import BodyLine, EditionLine, StatusLine, body_line
from turntide.web.plans.pages.place import Figure, FreshCounts, fresh_figures, gap_figures, shape_figures
from turntide.web.plans.pages.places_in_files import place_in_file
from turntide.web.plans.pages.wording import Crumbs, crumbs_to_plans
from turntide.web.plans.store.counting import Involved, Said, Shape, When
from turntide.web.plans.store.filters import LOOSE, NO_DATE


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted of a plan."""

    shape: Shape
    involved: list[Involved]
    when: When
    statuses: list[Said]
    programmes: list[tuple[str, int]]
    fresh: FreshCounts


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """A plan's shape, its gaps, who is involved, when, and where it comes from."""

    template: ClassVar[str] = "plans/overview.html"
    place: Place
    plan: Plan
    counts: Counts
    editions: tuple[EditionLine, ...]
    unplaced: tuple[Told, ...]
    findings: tuple[Told, ...]
    notes: tuple[tuple[str | Promise, tuple[Told, ...]], ...]

    @property
    def title(self) -> str:
        """The plan's own."""
        return self.plan.title

    @property
    def caption(self) -> str:
        """The years the plan covers, in its words."""
        return str((self.plan.period or {}).get("wording", ""))

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_plans(self.place)

    @property
    def tree(self) -> str:
        """The whole plan as a tree."""
        return reverse("plan_tree", args=[self.place.slug, self.plan.pk])

    @property
    def table(self) -> str:
        """The whole plan as a table."""
        return reverse("plan_table", args=[self.place.slug, self.plan.pk])

    @property
    def exports(self) -> Exports:
        """The plan as files."""
        return plan_exports(self.place, self.plan, paper=not self.counts.shape.empty)

    @property
    def shape(self) -> tuple[Figure, ...]:
        """How many of each level, and actions."""
        return shape_figures(self.place, self.plan, self.counts.shape)

    @property
    def gaps(self) -> tuple[Figure, ...]:
        """How many actions lack what."""
        return gap_figures(self.place, self.plan, self.counts.shape)

    @property
    def fresh(self) -> tuple[Figure, ...]:
        """How many actions are how fresh, the silent first; none where nobody was ever asked."""
        return fresh_figures(self.place, self.plan, self.counts.shape, self.counts.fresh)

    @property
    def bodies(self) -> tuple[BodyLine, ...]:
        """Who is involved."""
        table, page_of = self.table, addresses("organisation", self.place)
        words = (_("leads"), _("takes part"))
        return tuple(
            body_line(body, page_of(body.body), f"{table}?owner={body.body}", words)
            for body in self.counts.involved
        )

    @property
    def years(self) -> tuple[Figure, ...]:
        """When: actions by financial year, and those that have none."""
        when = self.counts.when
        years = [self._figure(many, year, when=year) for year, many in when.years]
        loose = [self._figure(when.loose, _("No certain date"), when=LOOSE)] if when.loose else []
        none = [self._figure(when.no_date, _("No date given"), when=NO_DATE)] if when.no_date else []
        return tuple(years + loose + none)

    @property
    def statuses(self) -> tuple[StatusLine, ...]:
        """How it goes, in the plan's words; nothing where no action has a status."""
        if all(not (said.wording or said.lifecycle or said.confidence) for said in self.counts.statuses):
            return ()
        return tuple(self._status(said) for said in self.counts.statuses)

    @property
    def programmes(self) -> tuple[Figure, ...]:
        """Joint undertakings."""
        return tuple(self._figure(many, name, programme=name) for name, many in self.counts.programmes)

    @property
    def budget(self) -> tuple[tuple[str, str], ...]:
        """The lines of the budget, each with where it stands."""
        return tuple((line["text"], place_in_file(line.get("source"))) for line in self.plan.budget)

    @property
    def actors(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """In a workshop's record: who was named together, and what was asked of them."""
        return tuple(
            (_texts(group.get("actors", ())), _texts(group.get("behaviours", ())))
            for group in self.plan.actors
        )

    @property
    def takeaways(self) -> tuple[str, ...]:
        """In a workshop's record: what was taken away."""
        return _texts(self.plan.takeaways)

    def _figure(self, number: int, words: str, **query: str) -> Figure:
        return Figure(number, words, f"{self.table}?{urlencode(query)}")

    def _status(self, said: Said) -> StatusLine:
        query = {"said": said.wording} if said.wording else {"status": said.lifecycle or "none"}
        return StatusLine(
            said.wording, said.lifecycle, said.confidence, self._figure(said.actions, said.wording, **query)
        )


def _texts(parts: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(str(part["text"]) for part in parts)
