"""Who has an address for calendar programs."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone

from turntide.web.accounts.models import Membership, Person, Place
from turntide.web.delivery.models import Link
from turntide.web.organisations.models import Contact


def feed_of(place: Place, person: Person) -> Link | None:
    """A person's address for a place, where they have one that opens."""
    return _standing(place).filter(person=person).first()


def contact_feed_of(contact: Contact) -> Link | None:
    """A contact's address, where they have one that opens."""
    return _standing(contact.organisation.place).filter(contact=contact).first()


def person_is_member(link: Link) -> bool:
    """Whether the person a link is for still belongs to its place; a contact's link asks for no membership."""
    if link.person_id is None:
        return True
    held = Membership.objects.filter(place=link.place_id, person=link.person_id, person__is_active=True)
    return held.exists()


def _standing(place: Place) -> QuerySet[Link]:
    return Link.objects.filter(place=place, purpose=Link.Purpose.CALENDAR).good_at(timezone.now())
