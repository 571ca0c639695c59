"""How a place posts."""

from __future__ import annotations

from django.db import transaction

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.mail.models import PostingRules


@transaction.atomic
def set_posting_rules(
    *, place: Place, most_a_day: int, reply_to: str, signature: str, by: By
) -> PostingRules:
    """Say how many letters a person gets a day at most, where answers go, and how letters end."""
    wanted = {"most_a_day": most_a_day, "reply_to": reply_to.strip(), "signature": signature.strip()}
    rules, _ = PostingRules.objects.update_or_create(place=place, defaults=wanted)
    note_act("set posting rules", rules, by=by, place_id=place.pk, most_a_day=most_a_day)
    return rules
