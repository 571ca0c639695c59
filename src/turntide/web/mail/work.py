"""What the worker does of mail. Each job may come twice, late, or be killed at any moment."""

from __future__ import annotations

from datetime import datetime

from turntide.web.mail.services.returning import ask_receipts
from turntide.web.mail.services.sending import send_due


def send_soon() -> str:
    """Send what is due; what came of it, for the worker's record."""
    return f"{send_due()} sent"


def look_for_returned(now: datetime) -> None:
    """Ask whether letters arrived, where the way out can be asked."""
    ask_receipts(now)
