"""A letter that did not arrive is sent again."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.mail.models import Message
from turntide.web.mail.services.queueing import have_sent
from turntide.web.mail.services.refusing import RefusedError

FAILED = (Message.State.RETURNED, Message.State.GIVEN_UP)


@transaction.atomic
def send_again(*, message: Message, by: By) -> None:
    """Have a letter sent once more, worded as things stand now. Raises RefusedError: it went, or waits to go."""
    done = Message.objects.filter(pk=message.pk, state__in=FAILED).update(
        state=Message.State.WAITING,
        due_at=timezone.now(),
        attempts=0,
        claimed_at=None,
        sent_at=None,
        returned_at=None,
        fault="",
    )
    if not done:
        raise RefusedError(_("This letter is not one that failed, so it is not sent again."))
    note_act("send letter again", message, by=by, place_id=message.place_id, kind=message.kind)
    transaction.on_commit(have_sent, robust=True)
