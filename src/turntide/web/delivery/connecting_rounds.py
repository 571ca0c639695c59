"""What rounds have done every minute, told when the site starts."""

from __future__ import annotations

from turntide.web.delivery.work import look_after_rounds
from turntide.web.mail.ticks import every_tick


def connect() -> None:
    """Called once, when the app is ready."""
    every_tick(look_after_rounds)
