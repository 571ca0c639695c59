"""Correcting a frozen paper: a new draft stands in for it, and says what was wrong."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from turntide.web.audit.by import By
from turntide.web.reporting.models import Report
from turntide.web.reporting.rules.signing import may_correct
from turntide.web.reporting.services.refusing import RefusedError, require
from turntide.web.reporting.services.writing import written
from turntide.web.reporting.store.states import chosen_of, put_chosen


@transaction.atomic
def begin_correction(*, report: Report, wrong: str, by: By) -> Report:
    """Begin the paper that corrects a frozen one; ``wrong`` says what was wrong. Raises RefusedError.

    A draft that corrects it already is gone on with.
    """
    old = Report.objects.select_for_update(of=("self",)).select_related("place").get(pk=report.pk)
    standing_in = old.corrections.all().kept()
    require(may_correct(frozen=old.is_frozen, corrected=standing_in.frozen().exists()))
    if not wrong.strip():
        raise RefusedError(_("Say what was wrong, so that whoever read the paper knows."))
    there = standing_in.drafts().first()
    if there is not None:
        return there
    new = Report(place=old.place, kind=old.kind, corrects=old, made_by_id=by.person_id)
    new.correction, new.parts, new.words = wrong.strip(), old.parts, old.words
    put_chosen(new, chosen_of(old))
    return written(new, "begin correction of", by)
