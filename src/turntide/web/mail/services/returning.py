"""Letters that came back: reports by mail, and receipts that are asked for."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from turntide.web.mail.models import Message
from turntide.web.mail.rules.coming_back import What, read_returned
from turntide.web.mail.services.noting import note_absence, note_returned, note_undelivered
from turntide.web.mail.transports.account import notify_account

RECEIPTS_FOR = timedelta(days=7)
"""How long Notify tells what became of a letter."""


def take_in(body: bytes, today: date) -> str:
    """Take in a mail that came back; one sentence on what it was. The same mail twice changes nothing more."""
    came = read_returned(body, today)
    message = Message.objects.filter(pk=came.letter).first() if came.letter else None
    if message is None:
        return "It answers no letter of this site."
    if came.what is What.FAILED:
        done = note_returned(message, came.fault)
        return f"Letter {message.pk} could not be delivered{'' if done else ', as was known'}."
    if came.what is What.AWAY:
        note_absence(message, came.until)
        return f"The person of letter {message.pk} is away{f' until {came.until}' if came.until else ''}."
    if came.what is What.DELAYED:
        return f"Letter {message.pk} is delayed; the mail server goes on trying."
    return f"A mail about letter {message.pk} that is neither a report nor an automatic answer."


def ask_receipts(now: datetime) -> int:
    """Ask Notify which letters did not arrive; how many that were. Does nothing where letters go another way."""
    account = notify_account()
    lately = Message.objects.filter(state=Message.State.SENT, sent_at__gte=now - RECEIPTS_FOR)
    if account is None or not lately.exists():
        return 0
    from turntide.web.mail.transports.by_notify import ByNotify

    way, found = ByNotify(account), 0
    try:
        for one in way.undelivered():
            message = lately.filter(reference=one.reference).first()
            if message is not None:
                note = note_returned if one.for_good else note_undelivered
                found += note(message, one.status)
    finally:
        way.close()
    return found
