"""People to write to at a body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import RestrictedError
from django.utils import timezone

from turntide.web.accounts.holding import FORGOTTEN
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.organisations.models import Contact, Edit, Organisation
from turntide.web.organisations.services.recording import record
from turntide.web.organisations.store.states import contact_field, contact_record


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody, and how they are reached."""

    name: str
    role: str = ""
    email: str = ""
    phone: str = ""


def add_contact(*, body: Organisation, reached: Reached, by: By) -> Edit | None:
    """Add somebody to write to."""
    return _write("add contact", body, contact_field(uuid4()), _record(reached, left_at=None), by)


def edit_contact(*, contact: Contact, reached: Reached, saw: int, by: By) -> Edit | None:
    """Change what is known of a contact; None where nothing changes. Raises ChangedMeanwhileError."""
    left_at = contact.left_at.isoformat() if contact.left_at else None
    wanted = {contact_field(contact.pk): _record(reached, left_at)}
    body = contact.organisation
    return record("edit contact", body, {body.pk: wanted}, by=by, saw=saw)


def has_left(*, contact: Contact, by: By) -> Edit | None:
    """Nobody writes to this person any more."""
    wanted = contact_record(contact) | {"left_at": timezone.now().isoformat()}
    return _write("contact left", contact.organisation, contact_field(contact.pk), wanted, by)


def is_back(*, contact: Contact, by: By) -> Edit | None:
    """This person is written to again."""
    wanted = contact_record(contact) | {"left_at": None}
    return _write("contact back", contact.organisation, contact_field(contact.pk), wanted, by)


@transaction.atomic
def forget_contact(*, contact: Contact, by: By) -> None:
    """Remove all that is known of a person, from history too: they have a right to it, and there is no undo.

    Where something hangs on the contact (what they were asked, what they said), it stays without a name.
    """
    body, field = contact.organisation, contact_field(contact.pk)
    for edit in Edit.objects.select_for_update().filter(organisation=body):
        if any(field in fields for fields in (*edit.before.values(), *edit.after.values())):
            edit.before, edit.after = _without(field, edit.before), _without(field, edit.after)
            edit.save(update_fields=["before", "after"])
    try:
        contact.delete()
    except RestrictedError:
        _strip(contact)
    note_act("forget contact", body, by=by, place_id=body.place_id)


def _strip(contact: Contact) -> None:
    contact.name, contact.role, contact.email, contact.phone = FORGOTTEN, "", "", ""
    contact.left_at = contact.left_at or timezone.now()
    contact.save()


def _write(verb: str, body: Organisation, field: str, wanted: Mapping[str, Any], by: By) -> Edit | None:
    return record(verb, body, {body.pk: {field: dict(wanted)}}, by=by)


def _record(reached: Reached, left_at: str | None) -> dict[str, Any]:
    words = {name: getattr(reached, name) for name in ("name", "role", "email", "phone")}
    return words | {"left_at": left_at}


def _without(field: str, kept: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    return {
        pk: {name: value for name, value in fields.items() if name != field} for pk, fields in kept.items()
    }
