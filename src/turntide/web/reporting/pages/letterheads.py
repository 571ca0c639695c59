"""A place's own Word templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.design.days import day
from turntide.web.reporting.models import Letterhead
from turntide.web.reporting.pages.wording import Crumbs, crumbs_to_papers


@dataclass(frozen=True, slots=True)
class LetterheadLine:
    """A letterhead in the list."""

    name: str
    file: str
    brought: str
    save: str
    rename: str
    retire: str


@dataclass(frozen=True, slots=True)
class LetterheadsPage:
    """The letterheads of a place, and the form for a new one."""

    template: ClassVar[str] = "reporting/letterheads.html"
    place: Place
    form: Form
    letterheads: Sequence[Letterhead]

    @property
    def title(self) -> str:
        """What the page lists."""
        return _("Letterheads")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_papers(self.place)

    @property
    def lines(self) -> tuple[LetterheadLine, ...]:
        """Those in use."""
        return tuple(self._line(each) for each in self.letterheads)

    def _line(self, one: Letterhead) -> LetterheadLine:
        routes = ("letterhead_save", "letterhead_rename", "letterhead_retire")
        urls = (reverse(route, args=[self.place.slug, one.pk]) for route in routes)
        return LetterheadLine(one.name, one.original.name, _brought(one), *urls)


@dataclass(frozen=True, slots=True)
class LetterheadNamePage:
    """What a letterhead is called."""

    template: ClassVar[str] = "reporting/letterhead_name.html"
    place: Place
    form: Form

    @property
    def title(self) -> str:
        """What is done."""
        return _("Rename the letterhead")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return (*crumbs_to_papers(self.place), (_("Letterheads"), self.back))

    @property
    def back(self) -> str:
        """The list."""
        return reverse("letterheads", args=[self.place.slug])


def _brought(one: Letterhead) -> str:
    words = {"who": one.by, "day": day(one.at)}
    return _("%(who)s, %(day)s") % words if one.by else day(one.at)
