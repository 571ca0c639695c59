"""What every public page has around it: the place, the menu, the languages, and where a preview is, that it is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.conf import settings
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from turntide.web.design.days import day
from turntide.web.periods.rules.finding import Index
from turntide.web.periods.rules.record import PlanThen, Record
from turntide.web.publishing.models import PublicSite
from turntide.web.publishing.pages.addresses import Addresses
from turntide.web.publishing.rules.about import About
from turntide.web.publishing.rules.contents import Contents

Crumbs = tuple[tuple[str, str], ...]
"""The way to a page: words and addresses."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the pages are told from. ``slug`` is the place's; ``published`` is when, None in a preview."""

    slug: str
    contents: Contents
    published: datetime | None = None

    @property
    def record(self) -> Record:
        """The public record."""
        return self.contents.record

    @property
    def about(self) -> About:
        """What stands beside it."""
        return self.contents.about

    @property
    def index(self) -> Index:
        """Where things are in the record."""
        return self.contents.index


@dataclass(frozen=True, slots=True)
class Choice:
    """The same page in a language, under that language's own name."""

    language: str
    name: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """Around a page. ``path`` is what stands after the base in its address; ``languages`` lead to the same page.

    ``preview`` is where the preview is left; empty on the public page. ``exported``: a file of its own, with no site
    behind it that could search.
    """

    told: Told
    at: Addresses
    path: str = ""
    languages: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    preview: str = ""
    exported: bool = False

    @property
    def name(self) -> str:
        """The place."""
        return self.told.about.name or self.told.record.place

    @property
    def slug(self) -> str:
        """The place, in addresses."""
        return self.told.slug

    @property
    def menu(self) -> tuple[tuple[str, str, bool], ...]:
        """Words, address, and whether the page is there or beneath it."""
        every = [(_("Overview"), self.at.base), (_("What changed"), self.at.changes)]
        if self.told.record.stories:
            every.append((_("Stories"), self.at.stories))
        every.append((_("The figures"), self.at.figures))
        here = self.at.base + self.path
        return tuple(
            (words, url, here.startswith(url) if url != self.at.base else here == url) for words, url in every
        )

    @property
    def across(self) -> str:
        """The plans of all places of this site, side by side, in the same language."""
        other = self.language and self.language != settings.LANGUAGE_CODE
        return reverse("public_across", args=[self.language] if other else [])

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The languages, each in its own name."""
        return tuple(
            Choice(code, get_language_info(code.split("-")[0])["name_local"], url, code == self.language)
            for code, url in self.languages.items()
        )

    @property
    def licence(self) -> str:
        """Under which this may be used again, in words."""
        known = dict(PublicSite.Licence.choices)
        return str(known.get(self.told.about.licence, self.told.about.licence))

    @property
    def stands(self) -> str:
        """As of which day all this is."""
        return day(self.today)

    @property
    def published(self) -> str:
        """When it was published."""
        return day(self.told.published)

    @property
    def today(self) -> date:
        """The day the record was taken: pages never look at the clock, so that they stay as they were published."""
        taken = parse_datetime(self.told.record.taken)
        return taken.date() if taken else date.fromisoformat(self.told.record.ends)

    def plan(self, id_: str) -> PlanThen:
        """A plan of the record."""
        return self.told.index.plan(id_) or PlanThen(id_, "")

    def plain(self, id_: str, wording: str) -> str:
        """A heading or action in plain words, else in the plan's own."""
        return self.told.about.plain(id_, wording)


@dataclass(frozen=True, slots=True)
class BeneathFront:
    """A page directly beneath the front of a place."""

    frame: Frame

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return ((self.frame.name, self.frame.at.base),)
