"""Whose sheets there are in a place."""

from __future__ import annotations

from django.db.models import QuerySet

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Recipient


def recipients_in(place: Place) -> QuerySet[Recipient]:
    """Everybody who was asked in the place's rounds, with what a sheet of theirs needs."""
    return Recipient.objects.filter(round__place=place).select_related("contact", "round__place")
