"""What became of a letter is noted. Each note holds only while the letter is still what the writer took it for."""

from __future__ import annotations

import logging
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.design.days import day
from turntide.web.mail.kinds import LetterKind, kind_named
from turntide.web.mail.models import Message, Messages
from turntide.web.mail.rules.trying import next_try
from turntide.web.mail.services.composing import Ready

logger = logging.getLogger(__name__)
_STATE = Message.State
_ON_ITS_WAY = (_STATE.SENDING, _STATE.SENT)


def note_sent(message: Message, now: datetime, reference: str, kept: Ready | None) -> bool:
    """It went out. Its words are kept, where there still are any to keep."""
    words = {"subject": kept.subject, "text": kept.text} if kept else {}
    return bool(
        _held(message).update(state=_STATE.SENT, sent_at=now, reference=reference[:200], fault="", **words)
    )


def note_not_needed(message: Message) -> bool:
    """Nothing is left to say, or the person wants no more of these."""
    return bool(_held(message).update(state=_STATE.NOT_NEEDED, fault=""))


def note_not_sent(message: Message, now: datetime, fault: str) -> None:
    """It did not go this time: it waits and is tried again, or is given up."""
    again = next_try(message.attempts, now)
    if again is not None:
        _held(message).update(state=_STATE.WAITING, due_at=again, claimed_at=None, fault=fault)
        return
    logger.warning("letter %s (%s) is given up after %s tries", message.pk, message.kind, message.attempts)
    _held(message).update(state=_STATE.GIVEN_UP, fault=fault)


def note_undelivered(message: Message, fault: str) -> bool:
    """It was handed over and did not arrive, for a reason that may pass: a full mailbox."""
    gone = Message.objects.filter(pk=message.pk, state__in=_ON_ITS_WAY)
    return bool(gone.update(state=_STATE.GIVEN_UP, fault=fault))


@transaction.atomic
def note_returned(message: Message, fault: str) -> bool:
    """There is nobody at the address. What follows from that is done in the same transaction, once."""
    gone = Message.objects.filter(pk=message.pk, state__in=_ON_ITS_WAY)
    if not gone.update(state=_STATE.RETURNED, returned_at=timezone.now(), fault=fault):
        return False
    message.refresh_from_db()
    note_act("letter returned", message, by=By.work("mail"), place_id=message.place_id, kind=message.kind)
    kind = _kind(message)
    if kind is not None:
        kind.returned(message)
    return True


@transaction.atomic
def note_absence(message: Message, until: date | None) -> bool:
    """A machine answered that the person is away. The letter arrived; whoever waits for an answer is told."""
    said = _("An automatic answer came: the person is away.")
    if until is not None:
        said = _("An automatic answer came: the person is away until %(day)s.") % {"day": day(until)}
    if not Message.objects.filter(pk=message.pk, state__in=_ON_ITS_WAY).update(fault=said):
        return False
    note_act("person away", message, by=By.work("mail"), place_id=message.place_id, kind=message.kind)
    kind = _kind(message)
    if kind is not None:
        kind.away(message, until)
    return True


def _held(message: Message) -> Messages:
    """The letter, as long as nobody else has taken it or noted something else meanwhile."""
    return Message.objects.filter(pk=message.pk, state=_STATE.SENDING, claimed_at=message.claimed_at)


def _kind(message: Message) -> LetterKind | None:
    try:
        return kind_named(message.kind)
    except KeyError:
        return None
