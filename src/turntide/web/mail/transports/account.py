"""How GOV.UK Notify is reached, where the settings name it. Its client is loaded only where letters go that way."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True, slots=True)
class NotifyAccount:
    """Its API key, the template, where it is, and which of its reply addresses to use."""

    key: str
    template: str
    url: str
    reply_to: str = ""


def notify_account() -> NotifyAccount | None:
    """The account that the settings name; None where letters go by mail."""
    if not (settings.NOTIFY_KEY and settings.NOTIFY_TEMPLATE):
        return None
    return NotifyAccount(
        settings.NOTIFY_KEY, settings.NOTIFY_TEMPLATE, settings.NOTIFY_URL, settings.NOTIFY_REPLY_TO
    )
