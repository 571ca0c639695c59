"""An action with who answers for it, as a line of a list or part of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Responsibility
from turntide.web.delivery.store.answerers_shown import Answering
from turntide.web.organisations.models import Contact, Organisation
from turntide.web.plans.pages.wording import short

FEW = 3
"""People offered for an action; the others are on the action's own page."""
_ANY = UUID(int=0)
Address = Callable[[UUID], str]
STATE_WORDS = {
    "named": _("Named, not yet asked"),
    "asked": _("Asked"),
    "accepted": _("Accepted"),
    "declined": _("Declined"),
    "passed on": _("Passed on"),
    "taken away": _("Taken away"),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody to name with one press."""

    contact: UUID
    name: str
    beside: str
    reachable: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A body that takes part, and where somebody to write to is added."""

    name: str
    url: str
    add_contact: str


@dataclass(frozen=True, slots=True)
class Line:
    """How it stands with one action. ``since`` is when it came to stand so."""

    id: UUID
    text: str
    short: str
    url: str
    plan: str
    leads: tuple[Body, ...]
    partners: tuple[Body, ...]
    edit_leads: str
    change: str
    who: str
    who_beside: str
    state: str
    state_words: str | Promise
    since: datetime | None
    reachable: bool
    returned: bool
    has_left: str
    declined: Responsibility | None
    proposals: tuple[Proposal, ...]
    more: int

    @property
    def declined_words(self) -> str | Promise:
        """What is said of a declining."""
        return STATE_WORDS["declined"]

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Where somebody who answers is looked for."""
        return self.leads or self.partners

    @property
    def somebody(self) -> bool:
        """Whether somebody answers."""
        return bool(self.who)


@dataclass
class Lines:
    """What makes lines of a place: addresses are looked up once, however many lines there are."""

    place: Place
    few: int = FEW

    def of(self, found: Iterable[Answering]) -> tuple[Line, ...]:
        """The lines."""
        return tuple(self._line(each) for each in found)

    def _line(self, each: Answering) -> Line:
        row = None if each.has_left else each.row
        return Line(
            id=each.action.pk,
            text=str(each.action),
            short=short(str(each.action)),
            url=self._action(each.action.pk),
            plan=short(each.action.plan.title),
            leads=tuple(self._body(body) for body in each.leads),
            partners=tuple(self._body(body) for body in each.partners),
            edit_leads=self._edit(each.action.pk),
            change=self._answerer(each.action.pk),
            who=row.contact.name if row else "",
            who_beside=_beside(row.contact) if row else "",
            state=row.state if row else "",
            state_words=STATE_WORDS.get(row.state, "") if row else "",
            since=(row.answered_at or row.asked_at or row.since) if row else None,
            reachable=bool(row and row.contact.email),
            returned=each.returned,
            has_left=each.row.contact.name if each.row and each.has_left else "",
            declined=each.declined if row is None else None,
            proposals=tuple(_proposal(contact) for contact in each.proposals[: self.few]),
            more=max(0, len(each.proposals) - self.few),
        )

    def _body(self, body: Organisation) -> Body:
        return Body(body.name, self._organisation(body.pk), self._add_contact(body.pk))

    @cached_property
    def _action(self) -> Address:
        return _addresses("action", self.place)

    @cached_property
    def _add_contact(self) -> Address:
        return _addresses("contact_add", self.place)

    @cached_property
    def _edit(self) -> Address:
        return _addresses("edit_action_field", self.place, "leads")

    @cached_property
    def _answerer(self) -> Address:
        return _addresses("answerer", self.place)

    @cached_property
    def _organisation(self) -> Address:
        return _addresses("organisation", self.place)


def _addresses(route: str, place: Place, *after: str) -> Address:
    """What gives the address of each thing under a route: the route is looked up once."""
    before, _found, rest = reverse(route, args=[place.slug, _ANY, *after]).partition(str(_ANY))
    return lambda id_: f"{before}{id_}{rest}"


def _proposal(contact: Contact) -> Proposal:
    return Proposal(contact.pk, contact.name, _beside(contact), bool(contact.email))


def _beside(contact: Contact) -> str:
    told = (contact.role, contact.organisation.known_as.name)
    return ", ".join(part for part in told if part)
