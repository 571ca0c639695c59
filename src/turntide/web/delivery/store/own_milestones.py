"""The milestones of one person."""

from __future__ import annotations

from django.db.models import Q

from turntide.web.delivery.models import Request, Responsibility, Round
from turntide.web.delivery.store.milestones import Dated, milestones_of
from turntide.web.organisations.models import Contact


def milestones_for(contact: Contact) -> Dated:
    """The milestones of the actions that somebody answers for, or is asked for now: at whichever of their bodies."""
    place, who = contact.organisation.place, Q(contact=contact)
    if contact.email:
        who |= Q(contact__email__iexact=contact.email, contact__organisation__place=place)
    theirs = Responsibility.objects.standing().filter(who).order_by().values("action")
    asked = Request.objects.filter(round__in=Round.objects.open(), recipient__contact=contact)
    now = Q(action__in=theirs) | Q(action__in=asked.order_by().values("action"))
    return milestones_of(place).filter(now)
