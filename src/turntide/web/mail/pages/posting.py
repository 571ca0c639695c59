"""The rules of posting, and the page that a letter's stop link opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.mail.models import Message
from turntide.web.mail.pages.naming import Crumbs, crumbs_to_letters, kind_label


@dataclass(frozen=True, slots=True)
class PostingPage:
    """How the place posts."""

    template: ClassVar[str] = "mail/posting.html"
    place: Place
    form: Form

    @property
    def title(self) -> str:
        """What is said here."""
        return _("Rules for posting")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_letters(self.place)


@dataclass(frozen=True, slots=True)
class StopPage:
    """Stop letters of a kind, or have them again. It names no address: whoever was forwarded the letter sees it too."""

    template: ClassVar[str] = "mail/stop.html"
    message: Message
    stopped: bool

    @property
    def title(self) -> str:
        """What is asked, or what was done."""
        return _("You get no more of these letters") if self.stopped else _("Stop these letters?")

    @property
    def kind(self) -> str:
        """The letters that are meant."""
        return kind_label(self.message.kind)

    @property
    def place(self) -> str:
        """Who sends them."""
        return self.message.place.name


@dataclass(frozen=True, slots=True)
class NoSuchLetterPage:
    """The address is not whole, or the letter is no longer kept."""

    template: ClassVar[str] = "mail/stop_unknown.html"

    @property
    def title(self) -> str:
        """What is wrong."""
        return _("This link opens nothing")
