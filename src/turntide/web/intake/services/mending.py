"""Mending a reading: each mend is kept as an instruction, and the document is read again with all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from turntide.documents.document import Document
from turntide.mending import Mend, as_data, said
from turntide.web.accounts.rules import Ruling
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.intake.documents_kept import document_from_data
from turntide.web.intake.models import Intake, Mended, Seen
from turntide.web.intake.rules import may_mend
from turntide.web.intake.services.bringing import wait_again
from turntide.web.intake.services.reading import Outcome, mended_outcome, put_outcome

QUICK = 2_500
"""Cells and paragraphs that are read again while a person waits (under a second); more is the worker's."""


class NotNowError(Exception):
    """It cannot be done as things stand; the text says why, for a person."""

    def __init__(self, ruling: Ruling) -> None:
        super().__init__(ruling.reason)


class MendedMeanwhileError(Exception):
    """Somebody else changed the reading first; nothing was written. ``since`` is what they did."""

    def __init__(self, intake: Intake, saw: int) -> None:
        super().__init__("The reading was changed meanwhile.")
        self.intake = intake
        self.since = tuple(intake.mends.since(saw).select_related("by"))


class IdleMendError(Exception):
    """The mend found nothing in the document to act on, so it was not kept."""


@dataclass(frozen=True, slots=True)
class Done:
    """A mend that was made. ``later``: the document is long, so the worker reads it again."""

    mended: Mended
    later: bool


def make_mend(*, intake: Intake, mend: Mend, saw: int, by: By) -> Done:
    """Mend the reading, and read the document again with it.

    Raises MendedMeanwhileError where ``saw`` is no longer the intake's version, NotNowError where the reading is
    closed, IdleMendError where the document has nothing that the mend speaks of.
    """
    _fresh(intake, saw)
    outcome = None
    if intake.units <= QUICK:
        outcome = _tried(intake, mend)
    with transaction.atomic():
        row = _fresh(_locked(intake), saw)
        row.version += 1
        mended = _kept(row, mend, by)
        note_act("mend", row, by=by, place_id=row.place_id, said=said(mend))
        _read_again(row, outcome)
    return Done(mended, later=outcome is None)


def _tried(intake: Intake, mend: Mend) -> Outcome:
    rows = list(intake.mends.standing())
    position = _next_position(intake)
    new = Mended(intake=intake, position=position, mend=as_data(mend))
    outcome = mended_outcome(_document(intake), [*rows, new])
    if position in outcome.idle:
        raise IdleMendError(said(mend))
    return outcome


def take_back(*, mended: Mended, by: By) -> Mended:
    """Take a mend back: the document is read without it. Doing it twice does it once."""
    return _stand(mended, back=True, by=by)


def put_back(*, mended: Mended, by: By) -> Mended:
    """Let a mend that was taken back stand again."""
    return _stand(mended, back=False, by=by)


@transaction.atomic
def _stand(mended: Mended, *, back: bool, by: By) -> Mended:
    intake = _fresh(_locked(mended.intake), None)
    row = intake.mends.get(pk=mended.pk)
    if (row.taken_back_at is not None) == back:
        return row
    intake.version += 1
    row.taken_back_at = timezone.now() if back else None
    row.taken_back_in_version = intake.version if back else 0
    row.made_in_version = row.made_in_version if back else intake.version
    row.save()
    note_act("take back mend" if back else "put back mend", intake, by=by, place_id=intake.place_id)
    read_again(intake)
    return row


def read_again(intake: Intake) -> bool:
    """Read a locked intake's document with the mends it has now; whether the worker does it later."""
    quick = intake.document is not None and intake.units <= QUICK
    outcome = mended_outcome(_document(intake), list(intake.mends.standing())) if quick else None
    _read_again(intake, outcome)
    return outcome is None


def _read_again(row: Intake, outcome: Outcome | None) -> None:
    if outcome is None:
        wait_again(row)
    else:
        put_outcome(row, outcome)
        row.save()


@transaction.atomic
def leave_as_it_is(*, intake: Intake, findings: Sequence[str], by: By) -> int:
    """Findings somebody has looked at, by their keys; how many of them were not seen before."""
    known = set(intake.seen.filter(finding__in=findings).values_list("finding", flat=True))
    new = [key for key in dict.fromkeys(findings) if key not in known]
    rows = [Seen(intake=intake, finding=key, by_id=by.person_id) for key in new]
    Seen.objects.bulk_create(rows, ignore_conflicts=True)
    if new:
        note_act("leave findings", intake, by=by, place_id=intake.place_id, findings=len(new))
    return len(new)


@transaction.atomic
def look_again(*, intake: Intake, findings: Sequence[str], by: By) -> None:
    """Findings that are to be looked at after all."""
    gone, _kinds = intake.seen.filter(finding__in=findings).delete()
    if gone:
        note_act("look again", intake, by=by, place_id=intake.place_id, findings=gone)


def _locked(intake: Intake) -> Intake:
    return Intake.objects.select_for_update().get(pk=intake.pk)


def _fresh(intake: Intake, saw: int | None) -> Intake:
    ruling = may_mend(intake.stage)
    if saw is not None and saw != intake.version:
        raise MendedMeanwhileError(intake, saw)
    if not ruling:
        raise NotNowError(ruling)
    return intake


def _kept(intake: Intake, mend: Mend, by: By) -> Mended:
    return Mended.objects.create(
        intake=intake,
        position=_next_position(intake),
        mend=as_data(mend),
        by_id=by.person_id,
        made_in_version=intake.version,
    )


def _next_position(intake: Intake) -> int:
    return (intake.mends.aggregate(last=Max("position"))["last"] or 0) + 1


def _document(intake: Intake) -> Document:
    """The file as laid out. An export of ours was taken in as it is, so there is nothing to mend in it."""
    if intake.document is None:
        raise IdleMendError
    return document_from_data(intake.document)
