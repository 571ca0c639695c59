"""Addresses by which a calendar program fetches milestones: one a person and place, one a contact."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet

from turntide.web.accounts.models import Person, Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Link
from turntide.web.delivery.services.linking import links_for, revoke
from turntide.web.organisations.models import Contact


def make_feed(*, place: Place, person: Person, by: By) -> Link:
    """Give a person an address for this place; one they had before opens nothing any more."""
    return _made(Link(place=place, purpose=Link.Purpose.CALENDAR, person=person), by)


def make_contact_feed(*, contact: Contact, by: By) -> Link:
    """Give a contact an address for the actions they answer for; one they had before opens nothing any more."""
    place = contact.organisation.place
    return _made(Link(place=place, purpose=Link.Purpose.CALENDAR, contact=contact), by)


@transaction.atomic
def end_feed(*, place: Place, person: Person, by: By) -> bool:
    """Let a person's address for this place open nothing any more; whether one did."""
    standing = _held(place).filter(person=person, revoked_at=None).first()
    if standing is None:
        return False
    revoke(Link.objects.filter(pk=standing.pk))
    note_act("end calendar feed", standing, by=by, place_id=place.pk)
    return True


@transaction.atomic
def bring_back_feed(*, place: Place, person: Person, by: By) -> Link | None:
    """Let a person's last address open again in place of the one they have now: renewing or ending is undone."""
    held = list(_held(place).filter(person=person).select_for_update().order_by("-made_at", "-pk"))
    standing = [link for link in held if link.revoked_at is None]
    ended = [link for link in held if link.revoked_at is not None]
    if not ended:
        return None
    revoke(Link.objects.filter(pk__in=[link.pk for link in standing]))
    last = max(ended, key=lambda link: (link.revoked_at, link.made_at))
    last.revoked_at = None
    last.save(update_fields=["revoked_at"])
    note_act("bring back calendar feed", last, by=by, place_id=place.pk)
    return last


@transaction.atomic
def _made(link: Link, by: By) -> Link:
    before = _held(link.place).filter(person=link.person, contact=link.contact)
    revoke(before.select_for_update())
    (made,) = links_for([link])
    note_act("make calendar feed", made, by=by, place_id=link.place_id)
    return made


def _held(place: Place) -> QuerySet[Link]:
    return Link.objects.filter(place=place, purpose=Link.Purpose.CALENDAR)
