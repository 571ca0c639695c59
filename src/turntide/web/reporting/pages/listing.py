"""The papers of a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.core.paginator import Page
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.reporting.models import Report
from turntide.web.reporting.pages.wording import Crumbs, crumbs_to_papers, period_of, state_of


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper in the list. ``status`` is the look of its ``state``."""

    title: str
    url: str
    kind: str
    period: str
    status: str
    state: str


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The papers that a person may see."""

    template: ClassVar[str] = "reporting/papers.html"
    place: Place
    paging: Page[Report]
    may_edit: bool

    @property
    def title(self) -> str:
        """What the page lists."""
        return _("Papers")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_papers(self.place)[:1]

    @property
    def lines(self) -> tuple[PaperLine, ...]:
        """The papers of this page of the list."""
        return tuple(self._line(report) for report in self.paging.object_list)

    @property
    def board(self) -> str:
        """Where the board's paper is written."""
        return reverse("paper_board", args=[self.place.slug])

    @property
    def new(self) -> str:
        """Where another paper is begun."""
        return reverse("paper_new", args=[self.place.slug])

    @property
    def letterheads(self) -> str:
        """Where letterheads are kept."""
        return reverse("letterheads", args=[self.place.slug])

    def _line(self, report: Report) -> PaperLine:
        status, state = state_of(report)
        kind = str(report.get_kind_display())
        about = f"{kind}, {report.group}" if report.group else kind
        url = reverse("paper", args=[self.place.slug, report.pk])
        return PaperLine(report.title, url, about, period_of(report), status, state)
