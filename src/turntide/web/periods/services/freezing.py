"""The one door by which a period is frozen."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.dateparse import parse_datetime

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.periods.models import Frozen
from turntide.web.periods.rules.record import Record
from turntide.web.periods.rules.writing import as_kept


@transaction.atomic
def freeze(*, place: Place, record: Record, by: By) -> Frozen:
    """Keep a record for good."""
    taken_at = parse_datetime(record.taken)
    if taken_at is None:
        raise ValueError(record.taken)
    body, fingerprint = as_kept(record)
    frozen = Frozen.objects.create(
        place=place,
        starts=date.fromisoformat(record.starts),
        ends=date.fromisoformat(record.ends),
        taken_at=taken_at,
        fingerprint=fingerprint,
        body=body,
        by_id=by.person_id,
    )
    note_act("freeze a period", frozen, by=by, place_id=place.pk, fingerprint=frozen.fingerprint)
    return frozen
