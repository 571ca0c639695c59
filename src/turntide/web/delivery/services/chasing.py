"""Reaching somebody who has not answered: the letter again, and what is known of why none comes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Recipient, Round
from turntide.web.delivery.services.opening import request_posting
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.mail.models import Message
from turntide.web.mail.services.queueing import queue

LETTER = "request"
"""The kind of letter that asks."""
_ON_ITS_WAY = (Message.State.WAITING, Message.State.SENDING)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of why somebody does not answer: away until a day, or their letter came back."""

    away_until: date | None = None
    returned: bool = False


@transaction.atomic
def resend(*, recipient: Recipient, by: By) -> bool:
    """Send the letter that asks once more, to the address the contact has now.

    False where one is on its way already: nobody gets two for two presses of a button. Raises RefusedError.
    """
    held = _held(recipient)
    _require_reachable(held)
    letters = Message.objects.filter(place=held.round.place, kind=LETTER, about__recipient=str(held.pk))
    if letters.filter(state__in=_ON_ITS_WAY).exists():
        return False
    _written_to_now(held)
    queue(held.round.place, [request_posting(held, again=f"again {letters.count()}")])
    note_act("resend request", held, by=by, place_id=held.round.place_id)
    return True


def resend_many(*, round_: Round, requests: Collection[UUID], by: By) -> tuple[int, int]:
    """Send the letter again to everybody who has not answered one of these: how many were, and how many could not."""
    waiting = round_.requests.outstanding().filter(pk__in=requests).values("recipient")
    sent = refused = 0
    for recipient in round_.recipients.filter(pk__in=waiting):
        try:
            sent += resend(recipient=recipient, by=by)
        except RefusedError:
            refused += 1
    return sent, refused


@transaction.atomic
def note_absence(*, recipient: Recipient, known: Known, by: By) -> Known:
    """Note why somebody does not answer, or that nothing stands in the way any more; what was known before."""
    held = _held(recipient)
    before = Known(held.away_until, held.returned_at is not None)
    held.away_until = known.away_until
    if known.returned != before.returned:
        held.returned_at = timezone.now() if known.returned else None
    held.save(update_fields=["away_until", "returned_at"])
    note_act("note absence", held, by=by, place_id=held.round.place_id)
    return before


def _held(recipient: Recipient) -> Recipient:
    return (
        Recipient.objects.select_for_update(of=("self",))
        .select_related("round__place", "contact")
        .get(pk=recipient.pk)
    )


def _require_reachable(held: Recipient) -> None:
    if not held.round.is_open:
        raise RefusedError(_("This round is closed, so nobody can answer. Reopen it first."))
    if held.contact.left_at is not None:
        raise RefusedError(
            _("%(name)s has left. Choose somebody else to answer.") % {"name": held.contact.name}
        )
    if not _address(held):
        raise RefusedError(
            _("No address is known for %(name)s. Add one first.") % {"name": held.contact.name}
        )
    others = held.round.recipients.exclude(pk=held.pk)
    if others.filter(email=_address(held)).exists():
        raise RefusedError(_("Somebody else is asked in this round at the same address."))


def _written_to_now(held: Recipient) -> None:
    """The address as it is now; what was noted of the old one is of no account any more."""
    held.email, held.returned_at, held.wrong_at = _address(held), None, None
    held.save(update_fields=["email", "returned_at", "wrong_at"])


def _address(held: Recipient) -> str:
    return held.contact.email.strip().lower()
