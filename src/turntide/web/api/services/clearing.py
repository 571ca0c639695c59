"""What is no longer needed of programs is let go, little by little."""

from __future__ import annotations

from datetime import datetime, timedelta

from turntide.web.api.models import Answered, Sending, Spent
from turntide.web.api.rules.telling import KEPT

_COUNTS_KEPT = timedelta(hours=1)
_ANSWERS_KEPT = timedelta(days=7)
"""For how long a write may be asked for again under the same key."""


def clear_old(now: datetime) -> None:
    """Let go of old counts and answers, and of what was told long ago."""
    Spent.objects.filter(minute__lt=now - _COUNTS_KEPT).delete()
    Answered.objects.filter(at__lt=now - _ANSWERS_KEPT).delete()
    old = Sending.objects.filter(made_at__lt=now - KEPT)
    old.exclude(sent_at=None).delete()
    old.exclude(given_up_at=None).delete()
