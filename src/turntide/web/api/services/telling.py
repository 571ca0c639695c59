"""What happened is written down for the webhooks that want to know, in the transaction of what happened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from turntide.web.accounts.models import Place
from turntide.web.api.models import Sending, Webhook
from turntide.web.audit.listening import listen
from turntide.web.audit.models import Entry

EVENTS: Mapping[tuple[str, str], Webhook.Event] = {
    ("publish", "publication"): Webhook.Event.PUBLISHED,
    ("freeze paper", "report"): Webhook.Event.PAPER_FROZEN,
    ("approve update", "update"): Webhook.Event.UPDATE_APPROVED,
    ("close round", "round"): Webhook.Event.ROUND_CLOSED,
}
"""Which acts are told, by their verb and what they are about."""


def listen_for_events() -> None:
    """Be told of these acts from now on. Called when the app is ready."""
    listen({verb for verb, _ in EVENTS}, write_down)


def write_down(entry: Entry, about: models.Model) -> None:
    """Have an act told to every webhook of its place that wants to know. Each act is told once."""
    event = EVENTS.get((entry.verb, entry.about_kind))
    if event is None or (place := _place(entry)) is None:
        return
    wanting = [each for each in Webhook.objects.standing().filter(place=place) if event in each.events]
    if wanting:
        told = _told(event, place, entry, about)
        Sending.objects.bulk_create([_sending(each, event, entry, told) for each in wanting])


def _place(entry: Entry) -> Place | None:
    return Place.objects.only("slug").filter(pk=entry.place_id).first() if entry.place_id else None


def _sending(webhook: Webhook, event: Webhook.Event, entry: Entry, told: dict[str, Any]) -> Sending:
    return Sending(webhook=webhook, event=event, reason=f"act {entry.pk}", told=told, next_at=entry.at)


def _told(event: Webhook.Event, place: Place, entry: Entry, about: models.Model) -> dict[str, Any]:
    """What happened, to what, and when: ids alone, by which a program asks for the rest with its key."""
    action = getattr(about, "action_id", None)
    return {
        "type": event.value,
        "place": place.slug,
        "at": entry.at.isoformat(),
        "about": entry.about_kind,
        "id": entry.about_id,
        **({"action": str(action)} if action else {}),
    }
