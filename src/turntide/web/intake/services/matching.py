"""Saying that two actions of two editions are one, or are not. The plan's history goes with what is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from turntide.editions import Comparison, compare
from turntide.exchange.interchange import part_from
from turntide.plan import model as plain
from turntide.reading import found_again
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.intake.models import Intake, Match
from turntide.web.intake.rules import may_mend
from turntide.web.intake.services.mending import MendedMeanwhileError, NotNowError
from turntide.web.plans.store.taking_out import plan_as_read

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """A match, and the id that its action has in the reading as it is now; empty where there is none."""

    row: Match
    new: str


@dataclass(frozen=True, slots=True)
class Review:
    """The plan as it stands beside the reading, with what people said of actions."""

    comparison: Comparison
    matched: tuple[Matched, ...]


def review_of(intake: Intake) -> Review:
    """What an intake changes in its plan."""
    assert intake.plan is not None
    read = part_from(intake.reading or {}, plain.Plan)
    found = matches_in(intake, read)
    return Review(compare(plan_as_read(intake.plan), read, same_in(found), apart_in(found)), found)


def comparison_of(intake: Intake) -> Comparison:
    """The same, without what was said."""
    return review_of(intake).comparison


def matches_in(intake: Intake, read: plain.Plan) -> tuple[Matched, ...]:
    """What people said of a reading's actions, and did not take back."""
    standing = intake.matches.standing()
    return tuple(Matched(row, _meant(row, read.actions)) for row in standing)


def same_in(matched: Sequence[Matched]) -> Pairs:
    """The pairs of ids that are one action."""
    return tuple((each.row.old, each.new) for each in matched if each.row.same)


def apart_in(matched: Sequence[Matched]) -> Pairs:
    """The pairs of ids that are two."""
    return tuple((each.row.old, each.new) for each in matched if not each.row.same)


def _meant(row: Match, actions: Sequence[plain.Action]) -> str:
    """The action that was meant: by its words, and among several that say the same by its number."""
    if not row.words:
        return row.new
    numbered = next((each for each in actions if each.id == row.new), None)
    if numbered is not None and found_again.plain(numbered.text) == found_again.plain(row.words):
        return row.new
    found = found_again.found_again(row.words, [each.text for each in actions])
    return actions[found[0]].id if found else ""


@transaction.atomic
def say_match(*, intake: Intake, old: str, new: str, same: bool, saw: int, by: By) -> Match:
    """Say that two actions are one, or are not. What was said before of the same two, or of one of them, gives way.

    Raises NotNowError where the reading is closed, MendedMeanwhileError where it is not the one that the person
    saw, LookupError where it has no such action.
    """
    row = _open(intake)
    if row.version != saw:
        raise MendedMeanwhileError(row, saw)
    read = part_from(row.reading or {}, plain.Plan)
    words = {action.id: action.text for action in read.actions}[new]
    against = [each.row.pk for each in matches_in(row, read) if _gives_way(each, old, new, same)]
    row.matches.filter(pk__in=against).update(taken_back_at=timezone.now())
    match = Match.objects.create(intake=row, old=old, new=new, words=words, same=same, by_id=by.person_id)
    note_act("match" if same else "keep apart", row, by=by, place_id=row.place_id)
    return match


def _gives_way(said: Matched, old: str, new: str, same: bool) -> bool:
    """Whether what was said before cannot hold beside this."""
    is_old, is_new = said.row.old == old, said.new == new
    return (is_old and is_new) or (same and said.row.same and (is_old or is_new))


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
