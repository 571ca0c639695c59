"""Taking a change back: by another change, so that history only grows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from turntide.web.accounts.rules import ALLOWED, Ruling
from turntide.web.audit.by import By
from turntide.web.plans.delivery_connection import delivery
from turntide.web.plans.models import Change, Edition, Version
from turntide.web.plans.rules import may_leave_standing, may_undo
from turntide.web.plans.services.noting import swap_notes
from turntide.web.plans.services.writing import ChangedMeanwhileError, Step, write
from turntide.web.plans.store.acts import acts_of
from turntide.web.plans.store.standing import changed_since, left_without_heading, rows_of
from turntide.web.plans.store.states import State, state_from


class NotUndoableError(Exception):
    """The change cannot be taken back; the text says why, for a person."""


@transaction.atomic
def undo(change: Change, *, by: By) -> Change:
    """Make everything a change touched what it was before, in all plans that one act touched.

    Raises NotUndoableError with the reason.
    """
    ruling = undoable(change)
    if not ruling:
        raise NotUndoableError(ruling.reason)
    act = acts_of([change])[change.pk]
    together = uuid4() if len(act) > 1 else None
    undone = {each.pk: _undone(each, together, by) for each in act}
    for each in act:
        _tell_of_editions(each)
    return undone[change.pk]


def _undone(change: Change, together: UUID | None, by: By) -> Change:
    versions = list(change.versions.all())
    now = rows_of(_ids(versions))
    steps = [Step(_before(version), now[version.thing_id].version) for version in versions]
    try:
        return write("undo", steps, plan=change.plan, by=by, undoes=change, together=together)
    except ChangedMeanwhileError as meanwhile:
        raise NotUndoableError(may_undo(False, [str(meanwhile.thing)]).reason) from meanwhile


def undoable(change: Change) -> Ruling:
    """Whether a change can be taken back as things stand, with all that belongs to the same act."""
    act = acts_of([change])[change.pk]
    ruling = undoables([change])[change.pk]
    if not ruling:
        return ruling
    versions = Version.objects.filter(change__in=act)
    return may_leave_standing(left_without_heading(_before(version) for version in versions))


def undoables(changes: Sequence[Change]) -> dict[UUID, Ruling]:
    """The same for a list of them, in a fixed number of queries; what stands beneath is looked at on undoing."""
    acts = acts_of(changes)
    every = list({each.pk: each for act in acts.values() for each in act}.values())
    undone = set(Change.objects.filter(undoes__in=every).values_list("undoes_id", flat=True))
    since = changed_since([change for change in every if change.pk not in undone])
    rulings = {each.pk: may_undo(each.pk in undone, since.get(each.pk, [])) for each in every}
    return {pk: next((r for each in act if not (r := rulings[each.pk])), ALLOWED) for pk, act in acts.items()}


def _tell_of_editions(undone: Change) -> None:
    """What came with an edition's document goes with its adoption, and comes again when that is done again."""
    edition, stands = _edition_of(undone)
    if edition is not None:
        swap_notes(edition)
        (delivery().adopted if stands else delivery().taken_back)(edition)


def _edition_of(undone: Change) -> tuple[Edition | None, bool]:
    """The edition whose adoption this change was, or takes back, and whether that stands now the change is undone."""
    stands, change = False, undone
    while change.undoes is not None:
        stands, change = not stands, change.undoes
    return change.edition, stands


def _ids(versions: Sequence[Version]) -> dict[str, set[UUID]]:
    kinds = {version.thing for version in versions}
    return {kind: {each.thing_id for each in versions if each.thing == kind} for kind in kinds}


def _before(version: Version) -> State:
    """What a thing was; one that the change made is retired again."""
    if version.before is not None:
        return state_from(version.thing, version.before)
    return replace(state_from(version.thing, version.after), retired=timezone.now().isoformat())
