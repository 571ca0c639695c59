"""The officer's side: what is public, what would be, and the forms of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.design.days import moment
from turntide.web.plans.models import Plan
from turntide.web.publishing.models import Publication, PublicPlan, PublicSite
from turntide.web.publishing.pages.frame import Crumbs
from turntide.web.publishing.pages.hints import Hint
from turntide.web.publishing.store.preparing import source_words


def crumbs_to_publishing(place: Place) -> Crumbs:
    """The way to the public page's own page."""
    return (
        (place.name, place.get_absolute_url()),
        (_("Public page"), reverse("public_site", args=[place.slug])),
    )


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan: whether it is to be shown, whether it has a summary, and where that is changed."""

    title: str
    url: str
    words_url: str
    shown: bool
    summarised: bool
    worded: int


@dataclass(frozen=True, slots=True)
class PublicationLine:
    """A publication: its number, when, by whom, from what, and where it is taken back or put back."""

    number: int
    at: str
    by: str
    source: str
    taken_back: str
    is_public: bool
    url: str


@dataclass(frozen=True, slots=True)
class SitePage:
    """What is public now, what is being prepared, and the ways to either."""

    template: ClassVar[str] = "publishing/preparing/site.html"
    place: Place
    site: PublicSite
    publications: Sequence[Publication]
    plans: Sequence[Plan]
    shown: Mapping[UUID, PublicPlan]
    worded: Mapping[UUID, int]
    may_own: bool

    @property
    def title(self) -> str:
        """What it is."""
        return _("Public page")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_publishing(self.place)[:1]

    @property
    def standing(self) -> Publication | None:
        """What the public sees, or would if the page were open."""
        return next((each for each in self.publications if each.taken_back_at is None), None)

    @property
    def since(self) -> str:
        """Since when it stands."""
        return moment(self.standing.at) if self.standing else ""

    @property
    def plan_lines(self) -> tuple[PlanLine, ...]:
        """Every plan of the place."""
        return tuple(self._plan_line(each) for each in self.plans)

    @property
    def lines(self) -> tuple[PublicationLine, ...]:
        """Every publication, latest first."""
        return tuple(self._line(each) for each in self.publications)

    def _plan_line(self, plan: Plan) -> PlanLine:
        public = self.shown.get(plan.pk)
        return PlanLine(
            plan.title,
            self._url("public_plan_settings", plan.pk),
            self._url("public_words", plan.pk),
            bool(public and public.shown),
            bool(public and public.summary),
            self.worded.get(plan.pk, 0),
        )

    def _line(self, publication: Publication) -> PublicationLine:
        back = publication.taken_back_at
        name = "public_put_back" if back else "public_take_back"
        return PublicationLine(
            publication.number,
            moment(publication.at),
            str(publication.by or ""),
            source_words(publication.frozen),
            moment(back),
            publication == self.standing,
            self._url(name, publication.pk),
        )

    def _url(self, name: str, *of: object) -> str:
        return reverse(name, args=[self.place.slug, *of])

    @property
    def address(self) -> str:
        """The public page."""
        return self._url("public_place")

    @property
    def settings(self) -> str:
        """Where its words are changed."""
        return self._url("public_settings")

    @property
    def preview(self) -> str:
        """Where it is looked at and published."""
        return self._url("public_preview")

    @property
    def turn(self) -> str:
        """Where it is opened, or closed."""
        return self._url("public_close" if self.site.open else "public_open")


@dataclass(frozen=True, slots=True)
class PublicFormPage:
    """A form of the public page, with hints on how its text reads."""

    template: ClassVar[str] = "publishing/preparing/form.html"
    place: Place
    title: str
    form: Form
    hints: Sequence[Hint] = ()
    changed_meanwhile: bool = False

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_publishing(self.place)

    @property
    def back(self) -> str:
        """Where nothing is changed."""
        return self.crumbs[-1][1]
