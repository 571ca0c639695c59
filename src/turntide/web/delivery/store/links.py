"""What a link opens, found by its key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from turntide.web.accounts.links import hash_of
from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Link, Recipient
from turntide.web.delivery.rules.links import Standing, standing
from turntide.web.organisations.models import Contact


@dataclass(frozen=True, slots=True)
class Opened:
    """A link that opens its page, and for whom."""

    link: Link
    place: Place
    contact: Contact | None
    recipient: Recipient | None


def opened(key: str, purpose: str, now: datetime) -> Opened | Standing:
    """What a key opens, or how it stands with a key that opens nothing."""
    found = (
        Link.objects.filter(key_hash=hash_of(key), purpose=purpose)
        .select_related("place", "contact__organisation", "recipient__round", "recipient__contact")
        .first()
    )
    stands = _standing(found, now)
    if found is None or stands is not Standing.GOOD:
        return stands
    return Opened(found, found.place, found.contact, found.recipient)


def _standing(link: Link | None, now: datetime) -> Standing:
    if link is None:
        return Standing.UNKNOWN
    gone = link.contact is not None and _is_somebody_else(link, link.contact)
    expired = link.expires_at is not None and link.expires_at <= now
    return standing(revoked=link.revoked_at is not None, gone=gone, expired=expired)


def _is_somebody_else(link: Link, contact: Contact) -> bool:
    """Whether the contact has left, or has another address than the one the link went to."""
    moved = bool(link.email) and contact.email.strip().lower() != link.email
    return contact.left_at is not None or moved
