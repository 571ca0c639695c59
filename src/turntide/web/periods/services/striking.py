"""The one door by which a frozen period is written again: somebody who has a right to it is struck out."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.accounts.holding import Subject
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.design.days import day
from turntide.web.periods.models import Frozen
from turntide.web.periods.rules.writing import as_bytes, fingerprint, from_data
from turntide.web.periods.store.people import person_of, written_with


@transaction.atomic
def strike_from_periods(subject: Subject, *, by: By) -> Sequence[str]:
    """Strike somebody out of a place's frozen periods; sentences on what was given out before and still names them.

    A period keeps the fingerprint it was frozen with beside the one of what is left, and the audit keeps both.
    """
    ids = list(Frozen.objects.filter(place=subject.place).values_list("pk", flat=True))
    struck = [_strike(id_, subject, by) for id_ in ids]
    return [sentence for sentence in struck if sentence]


def _strike(id_: UUID, subject: Subject, by: By) -> str:
    held = Frozen.objects.select_for_update().get(pk=id_)
    written = written_with(held, subject)
    without = person_of(subject).out_of(written)
    if without == written:
        return ""
    left = from_data(without)
    now = fingerprint(left)
    Frozen.objects.filter(pk=id_).strike(body=as_bytes(left), fingerprint=now, struck_at=timezone.now())
    note_act(
        "strike out of a period", held, by=by, place_id=held.place_id, was=held.fingerprint, fingerprint=now
    )
    words = {"starts": day(held.starts), "ends": day(held.ends)}
    return (
        _("What was frozen of %(starts)s to %(ends)s named the person; copies given out before still do.")
        % words
    )
