"""Taking an edit of the register back: by another edit, so that history only grows."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from turntide.web.accounts.rules import Ruling
from turntide.web.audit.by import By
from turntide.web.organisations.models import Edit
from turntide.web.organisations.rules import may_undo
from turntide.web.organisations.services.recording import locked, record
from turntide.web.organisations.services.refusing import require
from turntide.web.organisations.store.states import state_of


@transaction.atomic
def undo(edit: Edit, *, by: By) -> Edit | None:
    """Give every field that an edit changed the value it had. Other fields keep what was done to them since.

    Raises RefusedError where it was undone already, or such a field was changed since.
    """
    require(undoable(edit))
    before = {UUID(pk): fields for pk, fields in edit.before.items()}
    return record("undo", edit.organisation, before, by=by, undoes=edit)


def undoable(edit: Edit) -> Ruling:
    """Whether an edit can be taken back as things stand."""
    rows = locked(UUID(pk) for pk in edit.after)
    for pk, row in rows.items():
        state = state_of(row)
        if any(state.get(name) != value for name, value in edit.after[str(pk)].items()):
            return may_undo(_is_undone(edit), row.name)
    return may_undo(_is_undone(edit), "")


def _is_undone(edit: Edit) -> bool:
    return Edit.objects.filter(undoes=edit).exists()
