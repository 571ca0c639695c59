"""Freezing a paper: the period and every word of it are kept for good, and its files are made once and kept."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.periods.services.freezing import freeze
from turntide.web.reporting.models import KeptPaper, Printing, Report
from turntide.web.reporting.rules.keeping import fingerprint_of_bytes, paper_as_bytes
from turntide.web.reporting.rules.naming import frozen_state
from turntide.web.reporting.rules.paper import Paper
from turntide.web.reporting.services.printing import make_file
from turntide.web.reporting.services.refusing import RefusedError
from turntide.web.reporting.services.signing import holding
from turntide.web.reporting.services.writing import locked_draft
from turntide.web.reporting.store.telling import Told, paper_of, told_of, version_of


@transaction.atomic
def freeze_paper(*, report: Report, saw: str, by: By) -> Report:
    """Freeze a draft as it was seen: ``saw`` is its fingerprint. Raises RefusedError."""
    locked = locked_draft(report)
    told = told_of(locked)
    require_seen(told, saw)
    paper = _as_frozen(locked, told)
    locked.printings.all().delete()
    locked.frozen = freeze(place=locked.place, record=told.record, by=by)
    locked.frozen_at, locked.frozen_by_id, locked.previous = timezone.now(), by.person_id, None
    locked.save()
    _keep(locked, paper)
    note_act(
        "freeze paper", locked, by=by, place_id=locked.place_id, fingerprint=locked.kept_paper.fingerprint
    )
    for format_ in Printing.Format.values:
        make_file(report=locked, format_=format_, by=by)
    return locked


def require_seen(told: Told, saw: str) -> None:
    """Go on where the paper tells what somebody saw. Raises RefusedError."""
    if told.fingerprint != saw:
        raise RefusedError(
            _("The paper changed since you looked at it. Look at it as it is now, and freeze it then.")
        )


def _as_frozen(report: Report, told: Told) -> Paper:
    signed = holding(report.signatures.select_related("by"), report, told.fingerprint)
    with translation.override(report.language):
        state = frozen_state(timezone.localdate(), version_of(report))
    return paper_of(report, told, state, signed, draft=False)


def _keep(report: Report, paper: Paper) -> None:
    body = paper_as_bytes(paper)
    KeptPaper.objects.create(report=report, body=body, fingerprint=fingerprint_of_bytes(body))
