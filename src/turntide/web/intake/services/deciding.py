"""What a file is to become, and whether it goes on: a new plan, a new edition, or nothing for now."""

from __future__ import annotations

from django.db import transaction

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.intake.models import Intake, Stage
from turntide.web.intake.rules import may_mend, may_put_aside, may_read_again
from turntide.web.intake.services.bringing import wait_again
from turntide.web.intake.services.mending import NotNowError, read_again
from turntide.web.intake.services.replaying import drop_replayed, replay_matches, replay_mends
from turntide.web.plans.models import Plan


@transaction.atomic
def choose_plan(*, intake: Intake, plan: Plan | None, by: By) -> int:
    """Make the file a new edition of this plan, or a new plan; how many mends of the edition before it got."""
    row = _locked(intake)
    if not (ruling := may_mend(row.stage)):
        raise NotNowError(ruling)
    changed = row.plan_id != (plan.pk if plan else None)
    row.plan, row.decided = plan, True
    replayed = 0
    if changed:
        row.version += 1
        drop_replayed(row)
        if plan is not None:
            replayed = replay_mends(row, plan)
            replay_matches(row, plan)
    row.save()
    note_act("choose plan", row, by=by, place_id=row.place_id, plan=str(plan.pk) if plan else None)
    if changed and row.document is not None:
        read_again(row)
    return replayed


@transaction.atomic
def put_aside(*, intake: Intake, by: By) -> None:
    """Put the file aside. It stays kept, with what was read and mended."""
    row = _locked(intake)
    if not (ruling := may_put_aside(row.stage)):
        raise NotNowError(ruling)
    if row.stage != Stage.PUT_ASIDE:
        row.stage, row.claim, row.beat_at = Stage.PUT_ASIDE, None, None
        row.save()
        note_act("put aside", row, by=by, place_id=row.place_id)


@transaction.atomic
def bring_back(*, intake: Intake, by: By) -> None:
    """Go on with a file that was put aside, from where it was."""
    row = _locked(intake)
    if row.stage != Stage.PUT_ASIDE:
        return
    note_act("bring back", row, by=by, place_id=row.place_id)
    if row.reading is not None:
        row.stage = Stage.REVIEW
        row.save()
    elif row.refusal:
        row.stage = Stage.REFUSED
        row.save()
    else:
        wait_again(row)


@transaction.atomic
def try_again(*, intake: Intake, by: By) -> None:
    """Have a file read once more that was refused, or that nobody came to read."""
    row = _locked(intake)
    ruling = may_read_again(row.stage)
    if not ruling:
        raise NotNowError(ruling)
    note_act("try again", row, by=by, place_id=row.place_id)
    wait_again(row)


def _locked(intake: Intake) -> Intake:
    return Intake.objects.select_for_update().get(pk=intake.pk)
