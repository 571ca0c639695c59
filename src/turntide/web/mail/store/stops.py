"""Who wants no more letters of a kind, and the link in each letter by which they say so."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.models import Message, Stop

_SALT = "turntide.mail.stop"


def is_stopped(message: Message, kind: LetterKind) -> bool:
    """Whether this person wants no more such letters, and may want that."""
    return kind.may_be_stopped and is_stopped_for(message)


def is_stopped_for(message: Message) -> bool:
    """Whether whoever got this letter said they want no more such."""
    return Stop.objects.filter(place=message.place_id, kind=message.kind, email=message.to_email).exists()


def stop_url(message: Message, kind: LetterKind) -> str:
    """The address that stops letters of this kind to this person; empty where they may not be stopped.

    It names the letter by its id, never the person, and is signed, so that nobody can stop another's letters.
    """
    if not kind.may_be_stopped:
        return ""
    signed = Signer(salt=_SALT).sign(str(message.pk))
    return settings.ADDRESS.origin + reverse("stop_letters", args=[signed])


def message_of(signed: str) -> Message | None:
    """The letter that carried this address."""
    try:
        id_ = UUID(Signer(salt=_SALT).unsign(signed))
    except (BadSignature, ValueError):
        return None
    return Message.objects.select_related("place").filter(pk=id_).first()
