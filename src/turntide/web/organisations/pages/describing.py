"""Forms of the register, each on a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.organisations.models import Organisation
from turntide.web.organisations.pages.history import Changed
from turntide.web.organisations.pages.wording import Crumbs, body_url, crumbs_to_body, crumbs_to_register


@dataclass(frozen=True, slots=True)
class Offer:
    """A way out of a refusal: the words and where it leads."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class DescribingPage:
    """Describe a body, or add one. ``meanwhile`` is what stands now where it differs from what was typed."""

    template: ClassVar[str] = "organisations/describe.html"
    place: Place
    form: Form
    names: tuple[str, ...]
    body: Organisation | None = None
    meanwhile: tuple[Changed, ...] | None = None
    offer: Offer | None = None

    @property
    def title(self) -> str:
        """What is done here."""
        return _("Change %(name)s") % {"name": self.body.name} if self.body else _("Add an organisation")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_body(self.body) if self.body else crumbs_to_register(self.place)

    @property
    def back(self) -> str:
        """Where to go without saving."""
        return self.crumbs[-1][1]


@dataclass(frozen=True, slots=True)
class MergingPage:
    """Choose the body that this one is one with."""

    template: ClassVar[str] = "organisations/merge.html"
    form: Form
    body: Organisation
    names: tuple[str, ...]

    @property
    def title(self) -> str:
        """What is done here."""
        return _("Merge %(name)s with another organisation") % {"name": self.body.name}

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_body(self.body)

    @property
    def back(self) -> str:
        """Where to go without merging."""
        return body_url(self.body.place, self.body)


@dataclass(frozen=True, slots=True)
class ContactPage:
    """Somebody to write to."""

    template: ClassVar[str] = "organisations/contact.html"
    form: Form
    body: Organisation
    name: str = ""
    changed_meanwhile: bool = False

    @property
    def title(self) -> str:
        """What is done here."""
        return _("Change %(name)s") % {"name": self.name} if self.name else _("Add a contact")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_body(self.body)

    @property
    def back(self) -> str:
        """Where to go without saving."""
        return body_url(self.body.place, self.body)
