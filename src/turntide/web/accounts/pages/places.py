"""Naming a place, and making another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.accounts.pages.crumbs import Crumbs, crumbs_to_people


@dataclass(frozen=True, slots=True)
class RenamePage:
    """What the place is called."""

    template: ClassVar[str] = "accounts/form.html"
    form: Form
    place: Place

    @property
    def title(self) -> str:
        """The heading."""
        return _("Name of the place")

    @property
    def back(self) -> Crumbs:
        """The way here."""
        return crumbs_to_people(self.place)


@dataclass(frozen=True, slots=True)
class NewPlacePage:
    """Another place on this installation."""

    template: ClassVar[str] = "accounts/form.html"
    form: Form

    @property
    def title(self) -> str:
        """The heading."""
        return _("Make another place")

    @property
    def lead(self) -> str:
        """What a place is for."""
        return _("A place sees its own plans, organisations and people, and nothing of any other place.")

    @property
    def back(self) -> Crumbs:
        """The way here."""
        return ((_("Your account"), reverse("account")),)
