"""What the worker does for rounds. Each job may come twice, late, or be killed at any moment."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from turntide.web.delivery.services.digesting import plan_digests
from turntide.web.delivery.services.reminding import plan_reminders
from turntide.web.delivery.services.sending_off import open_in_turn


def open_the_round(round_id: str, saw: int, person_id: str) -> str:
    """Open a round that was sent off; what came of it, for the worker's record."""
    return open_in_turn(UUID(round_id), saw, UUID(person_id))


def look_after_rounds(now: datetime) -> None:
    """Every minute: whoever must be reminded is, and whoever opened a round hears what happened."""
    plan_reminders(now)
    plan_digests(now)
