"""What stands in the way of asking somebody, so that it can be put right."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from turntide.web.delivery.models import Request, Responsibility, Round
from turntide.web.organisations.models import Contact


def answering(actions: Collection[UUID]) -> Mapping[UUID, Contact]:
    """Who answers for each of these actions, with their body."""
    rows = Responsibility.objects.standing().filter(action__in=actions)
    return {row.action_id: row.contact for row in rows.select_related("contact__organisation")}


def asking_elsewhere(round_: Round, actions: Collection[UUID]) -> Mapping[UUID, Round]:
    """The other open round that asks for each of these actions."""
    open_ = Request.objects.filter(round__in=Round.objects.open(), action__in=actions).exclude(round=round_)
    return {row.action_id: row.round for row in open_.select_related("round")}
