"""The pages of open data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.publishing.pages.frame import BeneathFront, Crumbs, Frame
from turntide.web.publishing.rules.giving import LICENCES, Licence
from turntide.web.publishing.rules.giving_files import File, files_of
from turntide.web.publishing.rules.giving_tables import TABLES, Table


@dataclass(frozen=True, slots=True)
class Link:
    """A file to take away."""

    file: File
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """The files of a plan, or of all plans together."""

    id: str
    title: str
    whole: tuple[Link, ...]
    tables: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DataPage(BeneathFront):
    """All data of a place."""

    template: ClassVar[str] = "publishing/public/giving_data.html"

    @property
    def title(self) -> str:
        """What is given."""
        return _("Open data")

    @property
    def licence(self) -> Licence:
        """Under which it is given."""
        return LICENCES.get(self.frame.told.about.licence, LICENCES["OGL-UK-3.0"])

    @property
    def groups(self) -> Iterator[Group]:
        """All plans together, then each."""
        yield self._group("", _("All plans"))
        for plan in self.frame.told.record.plans:
            yield self._group(plan.id, plan.title)

    @property
    def dictionary(self) -> str:
        """What the columns hold."""
        return f"{self.frame.at.base}data/dictionary/"

    @property
    def catalogue(self) -> str:
        """The catalogue's address."""
        return settings.ADDRESS.origin + reverse("public_catalogue", args=[self.frame.slug])

    def _group(self, plan: str, title: str) -> Group:
        links = tuple(Link(file, _address(self.frame.slug, plan, file)) for file in files_of(plan))
        whole = tuple(each for each in links if each.file.table is None)
        return Group(
            plan or "all", title, whole, tuple(each for each in links if each.file.table is not None)
        )


@dataclass(frozen=True, slots=True)
class DictionaryPage:
    """What every table and column holds."""

    template: ClassVar[str] = "publishing/public/giving_dictionary.html"
    frame: Frame
    tables: ClassVar[tuple[Table, ...]] = TABLES

    @property
    def title(self) -> str:
        """What is explained."""
        return _("What the data hold")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return ((self.frame.name, self.frame.at.base), (_("Open data"), f"{self.frame.at.base}data/"))


def _address(slug: str, plan: str, file: File) -> str:
    if plan:
        return reverse("public_plan_data", args=[slug, plan, file.name])
    return reverse("public_place_data", args=[slug, file.name])
