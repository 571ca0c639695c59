"""Drafts thrown away, and back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.audit.by import By
from turntide.web.reporting.models import Report
from turntide.web.reporting.services.refusing import RefusedError
from turntide.web.reporting.services.writing import locked_draft, written


@transaction.atomic
def throw_away_paper(*, report: Report, by: By) -> Report:
    """Throw a draft away; it can come back. Raises RefusedError."""
    locked = locked_draft(report)
    locked.thrown_at = timezone.now()
    locked.save(update_fields=["thrown_at"])
    return written(locked, "throw away", by)


@transaction.atomic
def bring_back_paper(*, report: Report, by: By) -> Report:
    """Undo throwing a draft away. Raises RefusedError."""
    locked = Report.objects.select_for_update(of=("self",)).select_related("place").get(pk=report.pk)
    if locked.thrown_at is None:
        raise RefusedError(_("This draft was not thrown away."))
    locked.thrown_at = None
    locked.save(update_fields=["thrown_at"])
    return written(locked, "bring back", by)
