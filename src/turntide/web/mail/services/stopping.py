"""Somebody wants no more letters of a kind, or wants them again. The link in a letter is their word for it."""

from __future__ import annotations

from django.db import transaction

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.mail.models import Message, Stop

_BY = By.work("link in a letter")


@transaction.atomic
def stop_letters(message: Message) -> None:
    """No more letters of this kind to this person. Those that wait are not sent either."""
    stop, made = Stop.objects.get_or_create(place=message.place, kind=message.kind, email=message.to_email)
    if made:
        note_act("stop letters", stop, by=_BY, place_id=message.place_id, kind=message.kind)


@transaction.atomic
def start_letters(message: Message) -> None:
    """They want them again."""
    stop = Stop.objects.filter(place=message.place, kind=message.kind, email=message.to_email).first()
    if stop is not None:
        note_act("start letters again", stop, by=_BY, place_id=message.place_id, kind=message.kind)
        stop.delete()
