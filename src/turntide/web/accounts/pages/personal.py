"""What is held about a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Held, Subject
from turntide.web.accounts.models import Place
from turntide.web.accounts.pages.crumbs import Crumbs, crumbs_to_people


@dataclass(frozen=True, slots=True)
class AskPage:
    """About whom one would like to know."""

    template: ClassVar[str] = "accounts/personal_ask.html"
    place: Place
    form: Form

    @property
    def title(self) -> str:
        """The heading."""
        return _("What is held about a person")

    @property
    def back(self) -> Crumbs:
        """The way here."""
        return crumbs_to_people(self.place)


@dataclass(frozen=True, slots=True)
class HeldPage:
    """All of it, to be taken along or erased."""

    template: ClassVar[str] = "accounts/personal_held.html"
    subject: Subject
    held: tuple[Held, ...]
    form: Form

    @property
    def title(self) -> str:
        """The heading."""
        return _("Held about %(email)s") % {"email": self.subject.email}

    @property
    def back(self) -> Crumbs:
        """The way here."""
        ask = (_("What is held about a person"), reverse("personal", args=[self.subject.place.slug]))
        return (*crumbs_to_people(self.subject.place), ask)

    @property
    def names(self) -> str:
        """What they are called here."""
        return ", ".join(self.subject.names)

    @property
    def shown(self) -> tuple[tuple[str, tuple[tuple[tuple[str, str], ...], ...]], ...]:
        """Each kind with its rows, each row as pairs of name and words; what is empty is left out."""
        return tuple(
            (
                str(held.what),
                tuple(tuple((name, words) for name, words in row.items() if words) for row in held.rows),
            )
            for held in self.held
        )


@dataclass(frozen=True, slots=True)
class ErasedPage:
    """That it is done, and what is left to do by hand."""

    template: ClassVar[str] = "accounts/personal_erased.html"
    place: Place
    by_hand: tuple[str, ...]

    @property
    def title(self) -> str:
        """The heading."""
        return _("The person was erased")

    @property
    def back(self) -> Crumbs:
        """The way on."""
        return crumbs_to_people(self.place)
