"""Who has an address for calendar programs."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from turntide.web.accounts.models import Membership, Person, Place
from turntide.web.delivery.models import Link, Links
from turntide.web.organisations.models import Contact

Holder = Person | Contact
"""Whose address it is: a member's of the place, or a contact's, who has no account."""


def feeds_of(place: Place, holder: Holder) -> Links:
    """Every address for a place that somebody had."""
    return Link.objects.filter(place=place, purpose=Link.Purpose.CALENDAR, **named(holder))


def feed_of(place: Place, holder: Holder) -> Link | None:
    """Somebody's address for a place, where they have one that opens."""
    return feeds_of(place, holder).good_at(timezone.now()).first()


def named(holder: Holder) -> dict[str, Any]:
    """The field of a link that names its holder."""
    return {"person" if isinstance(holder, Person) else "contact": holder}


def person_is_member(link: Link) -> bool:
    """Whether the person a link is for still belongs to its place; a contact's link asks for no membership."""
    if link.person_id is None:
        return True
    held = Membership.objects.filter(place=link.place_id, person=link.person_id, person__is_active=True)
    return held.exists()
