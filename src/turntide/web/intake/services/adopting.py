"""Adoption: what a person confirmed becomes a plan or its next edition, in one transaction; and taking that back."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction

from turntide.exchange.interchange import part_from
from turntide.mending import from_data
from turntide.mending.kinds import SameBody
from turntide.plan import model as plain
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.intake.models import Intake, Stage
from turntide.web.intake.rules import may_adopt
from turntide.web.intake.services.matching import apart_in, matches_in, same_in
from turntide.web.intake.services.mending import MendedMeanwhileError, NotNowError
from turntide.web.organisations.naming import know_as
from turntide.web.plans.models import Change, Edition
from turntide.web.plans.services.adopting import adopt_edition, adopt_plan
from turntide.web.plans.services.undoing import undo


@transaction.atomic
def adopt(*, intake: Intake, title: str, saw: int, by: By) -> Edition:
    """Make the reading a plan, or the next edition of the intake's plan. Asked twice, it is adopted once.

    Raises MendedMeanwhileError where the reading is not the one the person saw, NotNowError with the reason
    where it cannot be adopted.
    """
    row = Intake.objects.select_for_update().get(pk=intake.pk)
    if row.stage == Stage.ADOPTED and row.edition is not None:
        return row.edition
    if row.version != saw:
        raise MendedMeanwhileError(row, saw)
    read = part_from(row.reading or {}, plain.Plan)
    ruling = may_adopt(row.stage, row.reading or {})
    if not ruling:
        raise NotNowError(ruling)
    _know_bodies(row, by)
    edition = _adopted(row, replace(read, title=title), title, by)
    row.edition, row.plan, row.stage = edition, edition.plan, Stage.ADOPTED
    row.decided = True
    row.save()
    note_act("adopt", row, by=by, place_id=row.place_id, edition=str(edition.pk))
    return edition


def _adopted(row: Intake, read: plain.Plan, title: str, by: By) -> Edition:
    if row.plan is None:
        return adopt_plan(place=row.place, read=read, original=row.original, name=title, by=by)
    said = matches_in(row, read)
    return adopt_edition(
        plan=row.plan, read=read, original=row.original, by=by, same=same_in(said), apart=apart_in(said)
    )


def _know_bodies(row: Intake, by: By) -> None:
    """What was said of two spellings is known of the bodies from now on, in every plan of the place."""
    for mended in row.mends.standing().filter(idle=False):
        mend = from_data(mended.mend)
        if isinstance(mend, SameBody):
            know_as(place=row.place, name=mend.name, other=mend.other, by=by)


def adoption_of(intake: Intake) -> Change | None:
    """The change by which the file was adopted; None where it was not, or that was undone since."""
    if intake.edition_id is None:
        return None
    return Change.objects.filter(edition_id=intake.edition_id, verb="adopt", undone_by=None).first()


@transaction.atomic
def undo_adoption(*, intake: Intake, by: By) -> None:
    """Take the adoption back: the plan is what it was before, and the file is to be reviewed again.

    Raises NotUndoableError with the reason where the plan was changed since.
    """
    row = Intake.objects.select_for_update().get(pk=intake.pk)
    if row.stage != Stage.ADOPTED:
        return
    change = adoption_of(row)
    made_plan = row.edition is not None and row.edition.number == 1
    if change is not None:
        undo(change, by=by)
    row.stage, row.edition = Stage.REVIEW, None
    row.plan = None if made_plan else row.plan
    row.save()
    note_act("undo adoption", row, by=by, place_id=row.place_id)
