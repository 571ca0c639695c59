"""The rounds of a place, with how far each is."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Request, Responsibility, Round

ANSWERED = (Request.State.ANSWERED, Request.State.APPROVED)


def rounds_of(place: Place) -> QuerySet[Round]:
    """The rounds of a place that were not thrown away, the latest period first, each with how many actions it
    asks for and were answered.
    """
    answered = Count("requests", filter=Q(requests__state__in=ANSWERED))
    found = place.rounds.all().kept().annotate(asked=Count("requests"), answered=answered)
    return found.order_by("-ends", "-made_at")


def open_rounds(place: Place) -> QuerySet[Round]:
    """The rounds that still take answers, the first due first, each with how many actions it asks for, how many were
    answered, and how many of these answers nobody has looked at yet.
    """
    answered = Count("requests", filter=Q(requests__state__in=ANSWERED))
    waiting = Count("requests", filter=Q(requests__state=Request.State.ANSWERED))
    found = place.rounds.all().kept().open()
    return found.annotate(asked=Count("requests"), answered=answered, waiting=waiting).order_by("due_on")


def anybody_answers(place: Place) -> bool:
    """Whether anybody is named who answers for an action of the place."""
    return Responsibility.objects.standing().filter(action__plan__place=place).exists()
