"""A body as one flat record, to be compared, kept in history and put back.

Every value is as JSON has it. A contact is a field of its own, ``contact:<id>``, so that undoing what was done to
one leaves the others alone; None where there is no such contact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from turntide.web.organisations.models import Contact, Identifier, Organisation, OtherName
from turntide.web.organisations.spelling import spelling_key

State = dict[str, Any]
Changes = Mapping[str, Any]

WORDS = ("name", "kind", "website", "about")
LINKS = ("parent", "successor", "merged_into")
CONTACT = "contact:"
LONGEST = 300


def whole(bodies: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """Bodies with all that a state holds."""
    return bodies.prefetch_related("other_names", "identifiers", "contacts")


def state_of(body: Organisation) -> State:
    """A body as a record."""
    state: State = {name: getattr(body, name) for name in WORDS}
    state |= {name: _text(getattr(body, f"{name}_id")) for name in LINKS}
    state["ended_on"] = _text(body.ended_on)
    state["retired_at"] = body.retired_at.isoformat() if body.retired_at else None
    state["other_names"] = sorted(other.name for other in body.other_names.all())
    state["identifiers"] = sorted([each.scheme, each.code] for each in body.identifiers.all())
    return state | {contact_field(row.pk): contact_record(row) for row in body.contacts.all()}


def contact_field(id_: UUID) -> str:
    """The field that holds a contact."""
    return f"{CONTACT}{id_}"


def contact_record(row: Contact) -> dict[str, Any]:
    """A contact as a record."""
    words = {name: getattr(row, name) for name in ("name", "role", "email", "phone")}
    return words | {"left_at": row.left_at.isoformat() if row.left_at else None}


def put_state(body: Organisation, changes: Changes) -> None:
    """Give a body these fields; its version grows by one."""
    if "other_names" in changes:
        _drop_other_names(body, changes["other_names"])
    for name in WORDS:
        setattr(body, name, changes.get(name, getattr(body, name)))
    for name in LINKS:
        if name in changes:
            setattr(body, f"{name}_id", UUID(changes[name]) if changes[name] else None)
    _put_moments(body, changes)
    body.key = spelling_key(body.name)[:LONGEST]
    body.version += 1
    body.save()
    _put_parts(body, changes)


def _put_moments(body: Organisation, changes: Changes) -> None:
    if "ended_on" in changes:
        body.ended_on = date.fromisoformat(changes["ended_on"]) if changes["ended_on"] else None
    if "retired_at" in changes:
        body.retired_at = _moment(changes["retired_at"])


def _put_parts(body: Organisation, changes: Changes) -> None:
    if "other_names" in changes:
        _add_other_names(body, changes["other_names"])
    if "identifiers" in changes:
        body.identifiers.all().delete()
        rows = [
            Identifier(organisation=body, scheme=scheme, code=code) for scheme, code in changes["identifiers"]
        ]
        Identifier.objects.bulk_create(rows)
    for field, record in changes.items():
        if field.startswith(CONTACT):
            _put_contact(body, UUID(field.removeprefix(CONTACT)), record)


def _drop_other_names(body: Organisation, wanted: Iterable[str]) -> None:
    body.other_names.exclude(name__in=list(wanted)).delete()


def _add_other_names(body: Organisation, wanted: Iterable[str]) -> None:
    held = set(body.other_names.values_list("name", flat=True))
    rows = [
        OtherName(organisation=body, place_id=body.place_id, name=name, key=spelling_key(name)[:LONGEST])
        for name in wanted
        if name not in held
    ]
    OtherName.objects.bulk_create(rows)


def _put_contact(body: Organisation, id_: UUID, record: Mapping[str, Any] | None) -> None:
    if record is None:
        Contact.objects.filter(pk=id_, organisation=body).delete()
        return
    fields = dict(record) | {"left_at": _moment(record["left_at"]), "organisation": body}
    Contact.objects.update_or_create(pk=id_, defaults=fields)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None
