"""The one door by which a letter is caused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_q.tasks import async_task

from turntide.web.accounts.models import Place
from turntide.web.mail.models import Message

SEND_SOON = "turntide.web.mail.work.send_soon"


@dataclass(frozen=True, slots=True)
class Posting:
    """A letter to be sent: of which kind, why (once), to whom, about what, and not before when."""

    kind: str
    reason: str
    to_email: str
    to_name: str = ""
    about: dict[str, Any] = field(default_factory=dict)
    due_at: datetime | None = None


def queue(place: Place, postings: Iterable[Posting]) -> None:
    """Have letters sent, in the transaction of what causes them. A reason that was given before makes no second one.

    Those due now go out as soon as the transaction is kept; should even that be cut off, with the next tick.
    """
    now = timezone.now()
    wanted = [_message(place, posting, now) for posting in postings]
    Message.objects.bulk_create(wanted, batch_size=500, ignore_conflicts=True)
    if any(message.due_at <= now for message in wanted):
        transaction.on_commit(have_sent, robust=True)


def have_sent() -> None:
    """Have a worker send what is due."""
    async_task(SEND_SOON, task_name="send letters", group="mail")


def _message(place: Place, posting: Posting, now: datetime) -> Message:
    return Message(
        place=place,
        kind=posting.kind,
        reason=posting.reason[:200],
        to_email=posting.to_email.strip().lower(),
        to_name=posting.to_name[:200],
        about=posting.about,
        due_at=posting.due_at or now,
    )
