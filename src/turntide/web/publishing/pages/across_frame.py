"""What the pages across places have around them, and how they lead into the places' own pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from turntide.web.publishing.pages.addresses import Addresses
from turntide.web.publishing.pages.frame import Choice, Crumbs, Frame, Told
from turntide.web.publishing.store.published import Shown


@dataclass(frozen=True, slots=True)
class AcrossAddresses:
    """The pages beneath ``base``: "/across/", or "/across/cy/"."""

    base: str

    @property
    def search(self) -> str:
        """Searching."""
        return f"{self.base}search/"

    @property
    def compare(self) -> str:
        """Plans side by side."""
        return f"{self.base}compare/"

    @property
    def involved(self) -> str:
        """Who is involved where."""
        return f"{self.base}involved/"

    def searching(self, words: str, plan: str = "") -> str:
        """A search for words, in one plan where one is named."""
        return f"{self.search}?{urlencode({'q': words, **({'plan': plan} if plan else {})})}"


@dataclass(frozen=True, slots=True)
class AcrossFrame:
    """Around a page. ``path`` is what stands after the base in its address; ``languages`` lead to the same page."""

    at: AcrossAddresses
    among: tuple[Shown, ...]
    path: str = ""
    language: str = ""
    languages: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What these pages are."""
        return _("Plans side by side")

    @property
    def crumbs(self) -> Crumbs:
        """The way to a page beneath the front."""
        return ((self.name, self.at.base),)

    @property
    def menu(self) -> tuple[tuple[str, str, bool], ...]:
        """Words, address, and whether the page is there."""
        every = (
            (_("Places and plans"), self.at.base),
            (_("Search"), self.at.search),
            (_("Compare plans"), self.at.compare),
            (_("Who is involved where"), self.at.involved),
        )
        return tuple((words, url, url == self.at.base + self.path) for words, url in every)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The languages, each in its own name."""
        return tuple(
            Choice(code, get_language_info(code.split("-")[0])["name_local"], url, code == self.language)
            for code, url in self.languages.items()
        )

    def of_place(self, shown: Shown) -> Frame:
        """The frame of a place's own pages, in the same language."""
        base = f"/in/{shown.place.slug}/"
        if self.language and self.language != settings.LANGUAGE_CODE:
            base += f"{self.language}/"
        told = Told(shown.place.slug, shown.contents, shown.publication.at)
        return Frame(told, Addresses(base), language=self.language)
