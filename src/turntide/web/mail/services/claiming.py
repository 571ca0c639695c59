"""A letter is taken by one worker of many, unless its person has had enough letters for a day."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from turntide.web.accounts.models import Place
from turntide.web.mail.kinds import counted_kinds
from turntide.web.mail.models import Message
from turntide.web.mail.rules.trying import LOST, day_began, next_morning
from turntide.web.mail.store.wordings import posting_rules

_STATE = Message.State


@transaction.atomic
def claim(id_: UUID, now: datetime) -> Message | None:
    """Take a letter to send it; None where another took it, it is no longer due, or it must wait for another day.

    Its state and ``claimed_at`` say that it is ours, and it is given up again by a change of either.
    """
    message = Message.objects.select_related("place").filter(_free(now), pk=id_).first()
    if message is None or _must_wait(message, now):
        return None
    taken = Message.objects.filter(_free(now), pk=id_).update(
        state=_STATE.SENDING, claimed_at=now, attempts=F("attempts") + 1
    )
    if not taken:
        return None
    message.state, message.claimed_at, message.attempts = _STATE.SENDING, now, message.attempts + 1
    return message


def _free(now: datetime) -> Q:
    """It is due, or whoever was sending it is gone."""
    return Q(state=_STATE.WAITING, due_at__lte=now) | Q(state=_STATE.SENDING, claimed_at__lt=now - LOST)


def _must_wait(message: Message, now: datetime) -> bool:
    """Put a letter off to the next morning where its person has had as many as they get a day."""
    if message.kind not in counted_kinds() or message.state != _STATE.WAITING:
        return False
    # One claim of a place at a time: two workers must not both see room for one more.
    Place.objects.select_for_update(no_key=True).get(pk=message.place_id)
    if _had_today(message, now) < posting_rules(message.place).most_a_day:
        return False
    Message.objects.filter(pk=message.pk, state=_STATE.WAITING).update(due_at=next_morning(now))
    return True


def _had_today(message: Message, now: datetime) -> int:
    """Letters that went to this address today, and those on their way."""
    since = day_began(now)
    today = Q(sent_at__gte=since) | Q(state=_STATE.SENDING, claimed_at__gte=since)
    same = Message.objects.filter(place=message.place_id, to_email=message.to_email, kind__in=counted_kinds())
    return same.filter(today).count()
