"""What became of letters that were caused by an officer's acts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models.functions import Coalesce

from turntide.web.delivery.models import Update
from turntide.web.mail.models import Message


def told_at(updates: Collection[Update]) -> Mapping[UUID, datetime]:
    """When the letter went out that put the words of each update to whoever said them; those not told are left out.

    A letter tells of words that were put forward before it was worded.
    """
    sent = _sent({str(each.request.recipient_id) for each in updates if each.request})
    found: dict[UUID, datetime] = {}
    for update in updates:
        assert update.request is not None
        proposed = update.words_proposed_at
        moments = [
            sent_at
            for worded_at, sent_at in sent[str(update.request.recipient_id)]
            if proposed is not None and worded_at >= proposed
        ]
        if moments:
            found[update.pk] = min(moments)
    return found


def _sent(recipients: Collection[str]) -> Mapping[str, list[tuple[datetime, datetime]]]:
    """Of each recipient the letters about words: when each was worded, and when it went out."""
    found: dict[str, list[tuple[datetime, datetime]]] = defaultdict(list)
    letters = Message.objects.filter(
        kind="words", state=Message.State.SENT, about__recipient__in=list(recipients)
    ).annotate(worded_at=Coalesce("claimed_at", "sent_at"))
    for about, worded_at, sent_at in letters.values_list("about", "worded_at", "sent_at"):
        if sent_at is not None:
            found[about["recipient"]].append((worded_at, sent_at))
    return found
