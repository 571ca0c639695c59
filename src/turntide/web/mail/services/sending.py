"""Letters are sent: those due, and those a worker left that is gone.

Each is taken by one worker, worded as things stand now, handed over outside any transaction, and noted. Killed at any
moment, it is taken again later; a mail server then knows it by its Message-ID, and Notify is asked whether it went.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from time import monotonic, sleep
from uuid import UUID

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.utils import timezone, translation

from turntide.web.mail.faults import told_of
from turntide.web.mail.kinds import LetterKind, kind_named
from turntide.web.mail.models import Message
from turntide.web.mail.rules.trying import LOST, MOST_TRIES
from turntide.web.mail.services.claiming import claim
from turntide.web.mail.services.composing import Ready, ready
from turntide.web.mail.services.noting import note_not_needed, note_not_sent, note_returned, note_sent
from turntide.web.mail.store.stops import is_stopped
from turntide.web.mail.transports.choosing import open_transport
from turntide.web.mail.transports.way import AddressRefusedError, NotSentError, Transport, UnreachableError

logger = logging.getLogger(__name__)
AT_ONCE = 100
NOTE_PAUSES = (0.1, 0.5, 2.0, 5.0)
LASTS = 300.0
"""Seconds after which no further letter is begun: a job that lasts too long is ended by the worker."""


def send_due(now: datetime | None = None) -> int:
    """Send every letter that is due; how many went. Any number of workers may do it at once.

    Where the way out is closed, the others are left for the next time instead of failing one by one.
    """
    sent, end = 0, monotonic() + LASTS
    with open_transport() as way, translation.override(settings.LANGUAGE_CODE):
        for id_ in _due(now):
            try:
                sent += _send(id_, way, now or timezone.now())
            except UnreachableError:
                break
            if monotonic() > end:
                break
    return sent


def _due(now: datetime | None) -> Iterator[UUID]:
    """Letters to be sent, looked up anew until there are none; each is given once."""
    given: set[UUID] = set()
    while True:
        moment = now or timezone.now()
        left = Message.objects.begun_before(moment - LOST).exclude(pk__in=given)
        due = Message.objects.due(moment).exclude(pk__in=given)
        ids = [*left.values_list("pk", flat=True)[:AT_ONCE], *due.values_list("pk", flat=True)[:AT_ONCE]]
        if not ids:
            return
        given = set(ids)
        yield from ids


def _send(id_: UUID, way: Transport, now: datetime) -> bool:
    """Send one letter; whether it went. Raises UnreachableError once that is noted."""
    message = claim(id_, now)
    if message is None:
        return False
    gone = _handed_over(message, way, now)
    return gone is not None and _noted(message, now, gone)


@dataclass(frozen=True, slots=True)
class _Gone:
    reference: str
    kept: Ready | None


def _noted(message: Message, now: datetime, gone: _Gone) -> bool:
    """A note that is lost is a letter that goes twice, so a database that is away for a moment is waited for.

    Should it stay away, the letter is left as a killed worker leaves it: it is not one that did not go.
    """
    for pause in NOTE_PAUSES:
        try:
            return note_sent(message, now, gone.reference, gone.kept)
        except OperationalError:
            sleep(pause)
            connection.close_if_unusable_or_obsolete()
    return note_sent(message, now, gone.reference, gone.kept)


def _handed_over(message: Message, way: Transport, now: datetime) -> _Gone | None:
    """Hand a letter over. Where it does not go, what becomes of it is noted here."""
    try:
        return _tried(message, way)
    except AddressRefusedError as refused:
        _returned(message, str(refused))
    except NotSentError as fault:
        note_not_sent(message, now, str(fault))
        if isinstance(fault, UnreachableError):
            logger.warning(
                "letters cannot be sent: the way out is closed (%s)", type(fault.__cause__).__name__
            )
            raise
    except Exception as fault:
        # A letter that cannot be worded must not keep others from going. Its words may hold an address: not logged.
        logger.error("letter %s (%s) could not be sent: %s", message.pk, message.kind, told_of(fault))
        note_not_sent(message, now, told_of(fault))
    return None


def _tried(message: Message, way: Transport) -> _Gone | None:
    kind = kind_named(message.kind)
    went = way.went(str(message.pk)) if message.attempts > 1 else ""
    letter = _worded(message, kind)
    if went:
        return _Gone(went, letter)
    if letter is None:
        note_not_needed(message)
        return None
    if message.attempts > MOST_TRIES:
        raise NotSentError("its worker was cut off again and again")
    return _Gone(way.send(letter.letter), letter)


def _worded(message: Message, kind: LetterKind) -> Ready | None:
    if is_stopped(message, kind):
        return None
    with transaction.atomic():
        contents = kind.compose(message)
    return ready(message, kind, contents) if contents is not None else None


def _returned(message: Message, fault: str) -> None:
    try:
        note_returned(message, fault)
    except Exception as wrong:
        logger.error("what follows from letter %s coming back failed: %s", message.pk, told_of(wrong))
