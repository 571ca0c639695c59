"""The one door by which a letter is caused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from turntide.web.accounts.models import Place
from turntide.web.mail.models import Message


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
    """Have letters sent, in the transaction of what causes them. A reason that was given before makes no second one."""
    now = timezone.now()
    wanted = [_message(place, posting, now) for posting in postings]
    Message.objects.bulk_create(wanted, batch_size=500, ignore_conflicts=True)


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
