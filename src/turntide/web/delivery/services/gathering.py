"""Letters that wait a little, so that a person gets one for all that an officer does in a sitting."""

from __future__ import annotations

from datetime import datetime, timedelta

from turntide.web.delivery.models import Recipient
from turntide.web.mail.models import Message
from turntide.web.mail.services.queueing import Posting, queue

GATHERS = timedelta(minutes=10)
"""How long a letter waits for more to tell, and for what caused it to be taken back."""


def write_gathered(kind: str, recipient: Recipient, why: str, now: datetime) -> None:
    """Have a letter sent that tells all that waits for this person; none where one that will is on its way.

    ``why`` makes its reason. A letter that waits is held still here, so that it is not worded before this is kept.
    """
    place = recipient.round.place
    waiting = Message.objects.select_for_update().filter(
        place=place,
        to_email=recipient.email.strip().lower(),
        kind=kind,
        state=Message.State.WAITING,
        about__recipient=str(recipient.pk),
    )
    if list(waiting.values_list("pk", flat=True)):
        return
    letter = Posting(
        kind=kind,
        reason=f"{kind} {recipient.pk} {why}",
        to_email=recipient.email,
        to_name=recipient.contact.name,
        about={"recipient": str(recipient.pk)},
        due_at=now + GATHERS,
    )
    queue(place, [letter])
