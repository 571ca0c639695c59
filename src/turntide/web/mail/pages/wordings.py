"""Wordings: of every letter, and one to be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.design.days import moment
from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.models import Wording
from turntide.web.mail.pages.naming import Crumbs, crumbs_to_letters, crumbs_to_wordings
from turntide.web.mail.services.composing import Previewed


@dataclass(frozen=True, slots=True)
class KindLine:
    """A letter in the list: what it is, what for, and whether the place words it itself."""

    label: str | Promise
    purpose: str | Promise
    url: str
    changed: str


@dataclass(frozen=True, slots=True)
class WordingsPage:
    """Every letter that is sent, each with its wording."""

    template: ClassVar[str] = "mail/wordings.html"
    place: Place
    lines: tuple[KindLine, ...]

    @property
    def title(self) -> str:
        """What the page lists."""
        return _("Wording of letters")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_letters(self.place)


@dataclass(frozen=True, slots=True)
class FieldLine:
    """What a wording may use, and what stands there in a letter."""

    written: str
    says: str | Promise
    example: str


@dataclass(frozen=True, slots=True)
class Former:
    """A wording the place had before. ``url`` brings it back; empty for the one that holds."""

    when: str
    by: str
    subject: str
    body: str
    url: str


@dataclass(frozen=True, slots=True)
class WordingPage:
    """Word one letter, and see how it looks."""

    template: ClassVar[str] = "mail/wording.html"
    place: Place
    kind: LetterKind
    form: Form
    fields: tuple[FieldLine, ...]
    preview: Previewed | None
    formers: tuple[Former, ...]
    is_own: bool

    @property
    def title(self) -> str:
        """The letter."""
        return str(self.kind.label)

    @property
    def caption(self) -> str:
        """What is done here."""
        return _("Wording of a letter")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_wordings(self.place)

    @property
    def url(self) -> str:
        """This page."""
        return reverse("wording", args=[self.place.slug, self.kind.name])

    @property
    def own(self) -> str:
        """Where one goes back to the letter's own wording; empty where that holds."""
        return "" if self.is_own else reverse("wording_own", args=[self.place.slug, self.kind.name])


@dataclass(frozen=True, slots=True)
class PreviewPart:
    """The preview alone, for a page that is open."""

    template: ClassVar[str] = "mail/parts/preview.html"
    preview: Previewed | None
    faults: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """It heads nothing."""
        return ""


def former(place: Place, wording: Wording, *, holds: bool) -> Former:
    """A row of the history."""
    again = reverse("wording_again", args=[place.slug, wording.kind, wording.pk])
    return Former(
        when=moment(wording.at),
        by=str(wording.by) if wording.by else _("somebody"),
        subject=wording.subject,
        body=wording.body,
        url="" if holds else again,
    )
