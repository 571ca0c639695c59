"""What is said of a draft, and that it is settled."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.reporting.models import Remark, Report
from turntide.web.reporting.services.writing import locked_draft


@transaction.atomic
def remark_on(*, report: Report, part: str, text: str, by: By) -> Remark:
    """Say something of a draft, of one part or of the whole. Raises RefusedError."""
    locked = locked_draft(report)
    remark = Remark.objects.create(report=locked, part=part, text=text.strip(), by_id=by.person_id)
    note_act("remark on paper", locked, by=by, place_id=locked.place_id, remark=remark.pk)
    return remark


@transaction.atomic
def settle_remark(*, remark: Remark, by: By) -> Remark:
    """What was said is seen to. Raises RefusedError."""
    return _set(remark, "settle remark on paper", by, settled=True)


@transaction.atomic
def reopen_remark(*, remark: Remark, by: By) -> Remark:
    """Undo settling it. Raises RefusedError."""
    return _set(remark, "reopen remark on paper", by, settled=False)


def _set(remark: Remark, verb: str, by: By, *, settled: bool) -> Remark:
    report = locked_draft(remark.report)
    remark.settled_at = timezone.now() if settled else None
    remark.settled_by_id = by.person_id if settled else None
    remark.save(update_fields=["settled_at", "settled_by"])
    note_act(verb, report, by=by, place_id=report.place_id, remark=remark.pk)
    return remark
