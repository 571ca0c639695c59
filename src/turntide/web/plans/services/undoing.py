"""Taking a change back: by another change, so that history only grows."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from turntide.web.accounts.rules import Ruling
from turntide.web.audit.by import By
from turntide.web.plans.models import Action, Change, Heading, Plan, Version
from turntide.web.plans.rules import may_undo
from turntide.web.plans.services.writing import ChangedMeanwhileError, Step, write
from turntide.web.plans.store.states import State, state_from

_MODELS: dict[str, type[Plan] | type[Heading] | type[Action]] = {
    "plan": Plan,
    "heading": Heading,
    "action": Action,
}


class NotUndoableError(Exception):
    """The change cannot be taken back; the text says why, for a person."""


@transaction.atomic
def undo(change: Change, *, by: By) -> Change:
    """Make everything a change touched what it was before. Raises NotUndoableError with the reason."""
    ruling = undoable(change)
    if not ruling:
        raise NotUndoableError(ruling.reason)
    steps = [Step(_before(version), version.number) for version in change.versions.all()]
    try:
        return write("undo", steps, plan=change.plan, by=by, undoes=change)
    except ChangedMeanwhileError as meanwhile:
        raise NotUndoableError(may_undo(False, [str(meanwhile.thing)]).reason) from meanwhile


def undoable(change: Change) -> Ruling:
    """Whether a change can be taken back as things stand."""
    return may_undo(Change.objects.filter(undoes=change).exists(), _changed_since(change))


def _changed_since(change: Change) -> list[str]:
    numbers = {(version.thing, version.thing_id): version.number for version in change.versions.all()}
    changed: list[str] = []
    for thing, model in _MODELS.items():
        ids = [id_ for kind, id_ in numbers if kind == thing]
        rows = model._default_manager.filter(pk__in=ids)
        changed += [str(row) for row in rows if row.version != numbers[(thing, UUID(str(row.pk)))]]
    return changed


def _before(version: Version) -> State:
    """What a thing was; one that the change made is retired again."""
    if version.before is not None:
        return state_from(version.thing, version.before)
    return replace(state_from(version.thing, version.after), retired=timezone.now().isoformat())
