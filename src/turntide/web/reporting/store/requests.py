"""The requests of a round as a paper of its return rates tells them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone

from turntide.web.delivery.models import Request, Round
from turntide.web.plans.models import Involvement, Part
from turntide.web.reporting.rules.requests import RequestTold

_ANSWERED = (Request.State.ANSWERED, Request.State.APPROVED)


def requests_told(round_: Round) -> tuple[RequestTold, ...]:
    """In the plans' order; two queries. A body that was merged into another is called as that one is."""
    asked = round_.requests.order_by("action__plan__title", "action__plan_id", "action__position", "pk")
    leads = _leads(round_)
    return tuple(
        RequestTold(
            action=str(action),
            ref=ref,
            text=text,
            leads=tuple(leads.get(action, ())),
            body=body,
            answered=state in _ANSWERED,
            in_time=state in _ANSWERED and _in_time(answered_at, round_.due_on),
        )
        for action, ref, text, body, state, answered_at in asked.annotate(
            body=_called("recipient__contact__organisation")
        ).values_list("action_id", "action__ref", "action__text", "body", "state", "answered_at")
    )


def _in_time(answered_at: datetime | None, due_on: date) -> bool:
    return answered_at is not None and timezone.localdate(answered_at) <= due_on


def _leads(round_: Round) -> Mapping[UUID, Sequence[str]]:
    """The bodies that lead each action that was asked about, each once."""
    found: dict[UUID, list[str]] = defaultdict(list)
    led = Involvement.objects.filter(part=Part.LEAD, action__requests__round=round_)
    named = led.order_by("position", "pk").annotate(body=_called("organisation"))
    for action, body in named.values_list("action_id", "body"):
        if body not in found[action]:
            found[action].append(body)
    return found


def _called(organisation: str) -> Coalesce:
    return Coalesce(f"{organisation}__merged_into__name", F(f"{organisation}__name"))
