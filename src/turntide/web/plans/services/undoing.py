"""Taking a change back: by another change, so that history only grows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from turntide.web.accounts.rules import Ruling
from turntide.web.audit.by import By
from turntide.web.plans.delivery_connection import delivery
from turntide.web.plans.models import Change, Edition, Version
from turntide.web.plans.rules import may_leave_standing, may_undo
from turntide.web.plans.services.writing import ChangedMeanwhileError, Step, write
from turntide.web.plans.store.standing import changed_since, left_without_heading, rows_of
from turntide.web.plans.store.states import State, state_from


class NotUndoableError(Exception):
    """The change cannot be taken back; the text says why, for a person."""


@transaction.atomic
def undo(change: Change, *, by: By) -> Change:
    """Make everything a change touched what it was before. Raises NotUndoableError with the reason."""
    ruling = undoable(change)
    if not ruling:
        raise NotUndoableError(ruling.reason)
    versions = list(change.versions.all())
    now = rows_of(_ids(versions))
    steps = [Step(_before(version), now[version.thing_id].version) for version in versions]
    try:
        undone = write("undo", steps, plan=change.plan, by=by, undoes=change)
    except ChangedMeanwhileError as meanwhile:
        raise NotUndoableError(may_undo(False, [str(meanwhile.thing)]).reason) from meanwhile
    _tell_of_editions(change)
    return undone


def undoable(change: Change) -> Ruling:
    """Whether a change can be taken back as things stand."""
    undone = Change.objects.filter(undoes=change).exists()
    ruling = may_undo(undone, changed_since([change]).get(change.pk, []))
    if not ruling:
        return ruling
    return may_leave_standing(left_without_heading(_before(version) for version in change.versions.all()))


def undoables(changes: Sequence[Change]) -> dict[UUID, Ruling]:
    """The same for a list of them, in a fixed number of queries; what stands beneath is looked at on undoing."""
    undone = set(Change.objects.filter(undoes__in=changes).values_list("undoes_id", flat=True))
    since = changed_since([change for change in changes if change.pk not in undone])
    return {each.pk: may_undo(each.pk in undone, since.get(each.pk, [])) for each in changes}


def _tell_of_editions(undone: Change) -> None:
    """What came with an edition's document goes with its adoption, and comes again when that is done again."""
    edition, stands = _edition_of(undone)
    if edition is not None:
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
