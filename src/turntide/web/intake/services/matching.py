"""Saying that two actions of two editions are one, or are not. The plan's history goes with what is one."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from turntide.editions import Comparison, compare
from turntide.exchange.interchange import part_from
from turntide.plan import model as plain
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.intake.models import Intake, Match
from turntide.web.intake.rules import may_mend
from turntide.web.intake.services.mending import NotNowError
from turntide.web.plans.store.taking_out import plan_as_read

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What holds of the matches of an intake: pairs of ids that are one action, and that are not."""

    same: Pairs
    apart: Pairs


def said_of(intake: Intake) -> Said:
    """What people said of its actions, and did not take back."""
    standing = list(intake.matches.standing())
    return Said(
        same=tuple((each.old, each.new) for each in standing if each.same),
        apart=tuple((each.old, each.new) for each in standing if not each.same),
    )


def comparison_of(intake: Intake) -> Comparison:
    """The plan as it stands beside the reading, with what people said."""
    assert intake.plan is not None
    said = said_of(intake)
    read = part_from(intake.reading or {}, plain.Plan)
    return compare(plan_as_read(intake.plan), read, said.same, said.apart)


@transaction.atomic
def say_match(*, intake: Intake, old: str, new: str, same: bool, by: By) -> Match:
    """Say that two actions are one, or are not. What was said before of the same two, or of one of them, gives way.

    Raises NotNowError where the reading is closed.
    """
    row = _open(intake)
    told = row.matches.standing()
    against = (
        Q(old=old, new=new) | Q(same=True, old=old) | Q(same=True, new=new) if same else Q(old=old, new=new)
    )
    told.filter(against).update(taken_back_at=timezone.now())
    match = Match.objects.create(intake=row, old=old, new=new, same=same, by_id=by.person_id)
    note_act("match" if same else "keep apart", row, by=by, place_id=row.place_id)
    return match


@transaction.atomic
def take_back_match(*, match: Match, by: By) -> None:
    """Say nothing of the two any more. Raises NotNowError where the reading is closed."""
    row = _open(match.intake)
    row.matches.filter(pk=match.pk, taken_back_at=None).update(taken_back_at=timezone.now())
    note_act("take back match", row, by=by, place_id=row.place_id)


def _open(intake: Intake) -> Intake:
    row = Intake.objects.select_for_update().get(pk=intake.pk)
    ruling = may_mend(row.stage)
    if not ruling:
        raise NotNowError(ruling)
    return row
