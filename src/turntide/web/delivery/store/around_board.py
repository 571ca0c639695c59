"""What stands around a board: what there is to choose, what comes next, and one update's history."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q

from turntide.web.delivery.models import Recipient, Request, Round, Saying, Update
from turntide.web.organisations.models import Contact


def plans_asked(round_: Round) -> Sequence[tuple[UUID, str]]:
    """The plans of which a round asks, by title."""
    asked = Request.objects.filter(round=round_).order_by()
    plans = round_.place.plans.filter(pk__in=asked.values("action__plan").distinct())
    return list(plans.order_by("title", "pk").values_list("pk", "title"))


def bodies_asked(round_: Round) -> Sequence[tuple[UUID, str]]:
    """The bodies whose people a round asks, by name."""
    people = Recipient.objects.filter(round=round_).order_by()
    bodies = people.values_list("contact__organisation", "contact__organisation__name").distinct()
    return sorted(bodies, key=lambda body: (body[1].casefold(), str(body[0])))


def next_to_approve(request: Request) -> UUID | None:
    """Another request of the round that waits for the officer: the next in order, or the first of all."""
    waiting = Request.objects.filter(round=request.round_id, state=Request.State.ANSWERED).exclude(
        pk=request.pk
    )
    action = request.action
    after = Q(action__plan=action.plan_id, action__position__gt=action.position)
    in_order = waiting.annotate(comes_after=ExpressionWrapper(after, BooleanField()))
    found = in_order.order_by("-comes_after", "action__plan_id", "action__position", "id")
    return found.values_list("pk", flat=True).first()


def sayings_of(update: Update | None) -> Sequence[Saying]:
    """Each write of an update, in order of its life, with who wrote it."""
    return list(update.sayings.select_related("by", "contact")) if update else []


def contacts_for(asked: Sequence[Request]) -> Sequence[tuple[str, Sequence[tuple[str, str]]]]:
    """Whom one can ask instead, by body, those of the same bodies first; only people with an address."""
    bodies = {each.recipient.contact.organisation_id for each in asked}
    contacts = Contact.objects.filter(
        organisation__place=asked[0].round.place_id, left_at=None, organisation__retired_at=None
    ).exclude(email="")
    people = sorted(
        contacts.select_related("organisation"),
        key=lambda one: (
            one.organisation_id not in bodies,
            one.organisation.name,
            str(one.organisation_id),
            one.name,
        ),
    )
    by_body = groupby(people, key=lambda one: (one.organisation_id, one.organisation.name))
    return [(name, [(str(one.pk), _with_role(one)) for one in theirs]) for (_id, name), theirs in by_body]


def _with_role(contact: Contact) -> str:
    return f"{contact.name}, {contact.role}" if contact.role else contact.name
