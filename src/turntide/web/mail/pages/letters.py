"""Letters: all of a place, and one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from django.core.paginator import Page
from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.design.days import moment
from turntide.web.design.summaries import Row
from turntide.web.mail.models import Message
from turntide.web.mail.pages.naming import Crumbs, crumbs_to_letters, kind_label
from turntide.web.mail.services.again import FAILED
from turntide.web.mail.store.listing import Filters

_STATE = Message.State


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter in the list."""

    url: str
    to: str
    name: str
    kind: str
    state: str
    failed: bool
    when: str


@dataclass(frozen=True, slots=True)
class LettersPage:
    """The letters of a place, narrowed to what was asked for."""

    template: ClassVar[str] = "mail/letters.html"
    place: Place
    filter_form: Form
    filters: Filters
    paging: Page[Message]
    lines: tuple[LetterLine, ...]
    holds_any: bool
    may_own: bool

    @property
    def title(self) -> str:
        """What the page lists."""
        return _("Letters")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_letters(self.place)[:1]

    @property
    def chips(self) -> tuple[tuple[str, str], ...]:
        """What narrows the list, each with the address without it."""
        given = dict(self.filters.given())
        return tuple((_words_of(name, value), _without(name, given)) for name, value in given.items())

    @property
    def urls(self) -> Mapping[str, str]:
        """Where one can go from here."""
        return {
            name: reverse(name, args=[self.place.slug]) for name in ("letters", "wordings", "posting_rules")
        }


@dataclass(frozen=True, slots=True)
class LetterPage:
    """One letter: what became of it, and what it said."""

    template: ClassVar[str] = "mail/one_letter.html"
    place: Place
    message: Message

    @property
    def title(self) -> str:
        """What it said it was about, or what it is."""
        return self.message.subject or kind_label(self.message.kind)

    @property
    def caption(self) -> str:
        """Whom it is for."""
        return _("Letter to %(person)s") % {"person": self.message.to_name or self.message.to_email}

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_letters(self.place)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is known of it; what is not known is left out."""
        message = self.message
        found = (
            Row(_("To"), message.to_email),
            Row(_("Letter"), kind_label(message.kind)),
            Row(_("What became of it"), str(message.get_state_display())),
            Row(_("Why"), message.fault),
            Row(_("Asked for"), moment(message.made_at)),
            Row(_("Goes out"), moment(message.due_at) if message.state == _STATE.WAITING else ""),
            Row(_("Went out"), moment(message.sent_at)),
            Row(_("Came back"), moment(message.returned_at)),
            Row(_("Tries"), str(message.attempts) if message.attempts > 1 else ""),
        )
        return tuple(row for row in found if row.value)

    @property
    def paragraphs(self) -> str:
        """What it said."""
        return self.message.text

    @property
    def again(self) -> str:
        """Where one has it sent again; empty where it did not fail."""
        if self.message.state not in FAILED:
            return ""
        return reverse("letter_again", args=[self.place.slug, self.message.pk])

    @property
    def to_come(self) -> bool:
        """Whether it is still to be written."""
        return self.message.state in (_STATE.WAITING, _STATE.SENDING)


def line_of(place: Place, message: Message) -> LetterLine:
    """A letter as a line of the list."""
    shown = message.sent_at or (message.due_at if message.state == _STATE.WAITING else message.made_at)
    return LetterLine(
        url=reverse("letter", args=[place.slug, message.pk]),
        to=message.to_email,
        name=message.to_name,
        kind=kind_label(message.kind),
        state=str(message.get_state_display()),
        failed=message.state in FAILED,
        when=moment(shown),
    )


def _words_of(name: str, value: str) -> str:
    if name == "state":
        return str(dict(_STATE.choices).get(value, value))
    return kind_label(value) if name == "kind" else value


def _without(name: str, given: Mapping[str, str]) -> str:
    return f"?{urlencode({key: value for key, value in given.items() if key != name})}"
