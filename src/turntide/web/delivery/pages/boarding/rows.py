"""The rows of a board: requests, and people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from turntide.web.delivery.models import Request, Round, Update
from turntide.web.delivery.pages.boarding.wording import name_of, reached, short, state_tag, status_tags
from turntide.web.delivery.rules.vocabulary import Words
from turntide.web.delivery.services.approving import doubts_about
from turntide.web.delivery.store.board import PersonCounted
from turntide.web.design.days import day

Address = Callable[[UUID], str]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something an officer should not overlook: ``name`` stands out, ``words`` follow it."""

    name: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A request as the board shows it."""

    id: UUID
    action: str
    url: str
    plan: str
    person: str
    person_url: str
    body: str
    state: SafeString
    status: SafeString
    said: str
    marks: tuple[Mark, ...]
    when: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody asked, as the board shows them."""

    id: UUID
    name: str
    url: str
    body: str
    email: str
    answered: str
    done: bool
    reached: str
    resend: str
    absence: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What rows are drawn with: the round, today, and where things are."""

    round: Round
    today: date
    request: Address
    person: Address


def row_of(request: Request, drawing: Drawing, words: Words) -> Row:
    """A request's row; ``words`` are what its plan calls statuses."""
    update: Update | None = getattr(request, "update", None)
    said = None if update is None or update.state == Update.State.DRAFT else update
    recipient = request.recipient
    return Row(
        id=request.pk,
        action=name_of(request),
        url=drawing.request(request.pk),
        plan=request.action.plan.title,
        person=recipient.contact.name,
        person_url=drawing.person(recipient.pk),
        body=recipient.contact.organisation.name,
        state=state_tag(request, late=drawing.round.is_late(drawing.today)),
        status=status_tags(said, words),
        said=_said(said),
        marks=tuple(_marks(request, said)),
        when=_when(request, said) if said else reached(recipient),
    )


def person_row(one: PersonCounted, drawing: Drawing, resend: Address, absence: Address) -> PersonRow:
    """A person's row."""
    recipient = one.recipient
    words = _("%(answered)d of %(asked)d answered") % {"answered": one.answered, "asked": one.asked}
    return PersonRow(
        id=recipient.pk,
        name=recipient.contact.name,
        url=drawing.person(recipient.pk),
        body=recipient.contact.organisation.name,
        email=recipient.email,
        answered=words,
        done=one.answered == one.asked,
        reached=reached(recipient),
        resend=resend(recipient.pk),
        absence=absence(recipient.pk),
    )


def _said(update: Update | None) -> str:
    if update is None:
        return ""
    if update.no_change:
        return _("No change.")
    return short(update.done or update.next)


def _marks(request: Request, update: Update | None) -> Iterator[Mark]:
    standing = getattr(request.action, "standing", None)
    if request.question:
        yield Mark(_("You asked:"), short(request.question))
    if update is None:
        if standing is not None and standing.missed:
            yield Mark(_missed(standing.missed))
        return
    if update.ask.strip():
        yield Mark(_("Asks for help:"), short(update.ask))
    if request.story:
        yield Mark(_("Worth a story."))
    if request.state == Request.State.ANSWERED:
        for doubt in doubts_about(update, standing.unchanged if standing else 0):
            yield Mark(doubt.sentence) if doubt.grave else Mark(words=doubt.sentence)
    if update.words_wait:
        yield Mark(words=_("Its words wait for a reply before they are published."))


def _missed(rounds: int) -> str:
    if rounds == 1:
        return _("Silent in the last round too.")
    return _("Silent in the last %(rounds)d rounds too.") % {"rounds": rounds}


def _when(request: Request, update: Update) -> str:
    said = day(update.said_at or request.answered_at)
    if update.via == Update.Via.OFFICER:
        return _("%(day)s, entered by an officer") % {"day": said}
    return said
