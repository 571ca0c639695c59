"""A request goes to a colleague, or the whole letter came to the wrong person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.accounts.rules import Ruling
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Link, Recipient, Request, Round
from turntide.web.delivery.rules.taking_back import may_pass_on
from turntide.web.delivery.services.colleagues import colleague_at, let_go_of
from turntide.web.delivery.services.linking import links_for, revoke
from turntide.web.delivery.services.opening import answer_link
from turntide.web.delivery.services.refusing import RefusedError, require
from turntide.web.delivery.store.feeds import feeds_of
from turntide.web.delivery.store.holding import held_request
from turntide.web.mail.services.queueing import Posting, queue
from turntide.web.organisations.models import Contact
from turntide.web.organisations.services.contacts import Reached

LETTER = "passed on"
"""The kind of letter that a colleague gets."""
_WAITS = (Request.State.ASKED, Request.State.SENT_BACK)


@dataclass(frozen=True, slots=True)
class Colleague:
    """Whom a request is passed on to."""

    name: str
    email: str


@transaction.atomic
def pass_on(*, request: Request, to: Colleague, by: By) -> Recipient:
    """Let a colleague answer for this action in this round: they get a letter with a link of their own.

    A draft goes with it. Raises RefusedError.
    """
    asked = held_request(request)
    giver, email = asked.recipient, to.email.strip().lower()
    require(_may_pass_on(asked, own=email == giver.email.strip().lower()))
    reached = Reached(name=to.name.strip(), email=to.email.strip())
    colleague = colleague_at(giver.contact.organisation.known_as, reached, by)
    taker = _recipient(asked.round, colleague, email)
    asked.recipient, asked.passed_by = taker, giver.contact
    asked.save(update_fields=["recipient", "passed_by"])
    now = timezone.now()
    queue(asked.round.place, [_posting(asked, taker, now)])
    note_act("pass on request", asked, by=by, place_id=asked.round.place_id, to=str(colleague.pk))
    return taker


@transaction.atomic
def take_passing_back(*, request: Request, giver: Recipient, by: By) -> Request:
    """Answer oneself after all; a colleague who was added for this alone is forgotten.

    Raises RefusedError: the colleague has answered, or it is theirs no more.
    """
    asked = held_request(request)
    if asked.passed_by_id != giver.contact_id or asked.round_id != giver.round_id:
        raise RefusedError(_("This has gone on to somebody else. Write to the person who asked you."))
    if asked.state not in _WAITS:
        raise RefusedError(_("Your colleague has answered this, so it stays with them."))
    taker = asked.recipient
    asked.recipient, asked.passed_by = giver, None
    asked.save(update_fields=["recipient", "passed_by"])
    if not let_go_of(taker, by) and not taker.requests.exists():
        revoke(Link.objects.filter(recipient=taker))
    note_act("take passing on back", asked, by=by, place_id=asked.round.place_id)
    return asked


@transaction.atomic
def say_not_for_me(*, recipient: Recipient, by: By) -> None:
    """Whoever opened the link is not whom it was for: it opens nothing any more, and the officer sees it."""
    held = (
        Recipient.objects.select_for_update(of=("self",))
        .select_related("round__place", "contact")
        .get(pk=recipient.pk)
    )
    now = timezone.now()
    held.wrong_at = held.wrong_at or now
    held.save(update_fields=["wrong_at"])
    revoke(Link.objects.filter(recipient=held), now=now)
    # Whoever has the wrong letter may have made a calendar's address by it.
    revoke(feeds_of(held.round.place, held.contact), now=now)
    note_act("not for me", held, by=by, place_id=held.round.place_id)


def _may_pass_on(asked: Request, *, own: bool) -> Ruling:
    return may_pass_on(waits=asked.state in _WAITS, round_is_open=asked.round.is_open, own=own)


def _recipient(round_: Round, colleague: Contact, email: str) -> Recipient:
    """The colleague in this round, asked once however often, with a link that opens."""
    recipient, _made = Recipient.objects.get_or_create(
        round=round_, email=email, defaults={"contact": colleague}
    )
    if recipient.contact.left_at is not None or recipient.wrong_at is not None:
        recipient.contact, recipient.wrong_at = colleague, None
        recipient.save(update_fields=["contact", "wrong_at"])
    good = recipient.links.good_at(timezone.now()).filter(purpose=Link.Purpose.ANSWER, contact__left_at=None)
    if not good.exists():
        links_for([answer_link(recipient)])
    return recipient


def _posting(asked: Request, taker: Recipient, now: datetime) -> Posting:
    return Posting(
        kind=LETTER,
        reason=f"{LETTER} {asked.pk} {taker.pk} {now.timestamp()}",
        to_email=taker.email,
        to_name=taker.contact.name,
        about={"request": str(asked.pk), "recipient": str(taker.pk)},
    )
