"""What every write of a draft has in common: it is locked, still a draft, and still what the writer saw."""

from __future__ import annotations

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.reporting.models import Report
from turntide.web.reporting.rules.signing import may_write
from turntide.web.reporting.services.refusing import ChangedMeanwhileError, require
from turntide.web.reporting.store.states import state_of


def locked_draft(report: Report) -> Report:
    """The draft, locked in the caller's transaction. Raises RefusedError."""
    locked = Report.objects.select_for_update(of=("self",)).select_related("place").get(pk=report.pk)
    require(may_write(frozen=locked.is_frozen, thrown=locked.thrown_at is not None))
    return locked


def draft_to_write(report: Report, saw: int) -> Report:
    """The draft, locked, with its next version and what it was kept for undoing.

    Raises RefusedError, and ChangedMeanwhileError where it is not the version that the writer saw.
    """
    locked = locked_draft(report)
    if locked.version != saw:
        raise ChangedMeanwhileError(locked)
    locked.previous = dict(state_of(locked))
    locked.version += 1
    return locked


def written(report: Report, verb: str, by: By) -> Report:
    """Note a write of a draft."""
    note_act(f"{verb} paper", report, by=by, place_id=report.place_id, version=report.version)
    return report
