"""What was put to whom in a place: the rows that the board's views may reach."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Recipient, Request, Round
from turntide.web.organisations.models import Contact


def requests_of(place: Place) -> QuerySet[Request]:
    """What the opened rounds of a place ask, each with whom it was put to and what came of it."""
    opened = Request.objects.filter(round__place=place).exclude(round__opened_at=None)
    return opened.select_related(
        *("round__place", "round__group", "action__plan__place", "action__standing"),
        *("recipient__round__place", "recipient__contact__organisation__place", "passed_by"),
        *("update__author", "update__entered_by", "update__approved_by", "update__vocabulary"),
    )


def recipients_of(place: Place) -> QuerySet[Recipient]:
    """Who is asked in the rounds of a place."""
    people = Recipient.objects.filter(round__place=place)
    return people.select_related("round__place", "contact__organisation")


def contacts_of(place: Place) -> QuerySet[Contact]:
    """Whom one can ask in a place."""
    contacts = Contact.objects.filter(organisation__place=place, left_at=None)
    return contacts.select_related("organisation__place")


def unanswered_of(round_: Round, ids: Sequence[UUID]) -> Sequence[Request]:
    """Those of a round's requests that nobody has answered yet, in the order of the plan."""
    waiting = Request.objects.outstanding().filter(round=round_, pk__in=ids)
    rows = waiting.select_related("round__place", "action__plan", "recipient__contact__organisation")
    return list(rows.order_by("action__plan_id", "action__position", "id"))
