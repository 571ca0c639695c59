"""What was done to a body, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.design.days import day
from turntide.web.organisations.models import Edit, Kind
from turntide.web.organisations.store.states import CONTACT, LINKS

DONE: dict[str, Promise] = {
    "add": gettext_lazy("Added"),
    "edit": gettext_lazy("Changed"),
    "know as": gettext_lazy("Another name noted"),
    "merge": gettext_lazy("Merged"),
    "take apart": gettext_lazy("Taken apart"),
    "set aside": gettext_lazy("Set aside"),
    "bring back": gettext_lazy("Brought back"),
    "add contact": gettext_lazy("Contact added"),
    "edit contact": gettext_lazy("Contact changed"),
    "contact left": gettext_lazy("Contact has left"),
    "contact back": gettext_lazy("Contact is back"),
    "undo": gettext_lazy("Undone"),
}
FIELDS: dict[str, Promise] = {
    "name": gettext_lazy("Name"),
    "kind": gettext_lazy("What it is"),
    "other_names": gettext_lazy("Other names"),
    "parent": gettext_lazy("Part of"),
    "successor": gettext_lazy("Successor"),
    "merged_into": gettext_lazy("Known as"),
    "ended_on": gettext_lazy("No longer exists since"),
    "website": gettext_lazy("Website"),
    "about": gettext_lazy("About"),
    "identifiers": gettext_lazy("Identifiers"),
}
_REACHED = ("name", "role", "email", "phone")


@dataclass(frozen=True, slots=True)
class Changed:
    """A field, what it was and what it became."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class EditLine:
    """One act on the register. ``undo`` is where it is taken back; empty where it was already."""

    what: str
    body: str
    who: str
    at: datetime
    changed: tuple[Changed, ...]
    undo: str


def edit_lines(place: Place, edits: Iterable[Edit], names: Mapping[UUID, str]) -> tuple[EditLine, ...]:
    """Acts in words. ``names`` gives the names of the bodies they speak of (see `ids_in`)."""
    return tuple(_line(place, edit, names) for edit in edits)


def ids_in(edits: Iterable[Edit]) -> set[UUID]:
    """The bodies that edits speak of."""
    found: set[UUID] = set()
    for edit in edits:
        for fields in (*edit.before.values(), *edit.after.values()):
            found |= {UUID(fields[name]) for name in LINKS if fields.get(name)}
    return found


def changes(
    before: Mapping[str, Any], after: Mapping[str, Any], names: Mapping[UUID, str]
) -> Iterator[Changed]:
    """The fields that differ, in words."""
    for field in after:
        if field in FIELDS:
            yield Changed(
                str(FIELDS[field]),
                _value(field, before.get(field), names),
                _value(field, after[field], names),
            )
        elif field.startswith(CONTACT):
            yield Changed(_("Contact"), _contact(before.get(field)), _contact(after[field]))


def _line(place: Place, edit: Edit, names: Mapping[UUID, str]) -> EditLine:
    own = str(edit.organisation_id)
    return EditLine(
        what=str(DONE.get(edit.verb, edit.verb)),
        body=edit.organisation.name,
        who=str(edit.by) if edit.by else edit.process,
        at=edit.at,
        changed=tuple(changes(edit.before.get(own, {}), edit.after.get(own, {}), names)),
        undo="" if _is_undone(edit) else reverse("organisation_undo", args=[place.slug, edit.pk]),
    )


def _is_undone(edit: Edit) -> bool:
    return hasattr(edit, "undone_by")


def _value(field: str, value: Any, names: Mapping[UUID, str]) -> str:
    if not value:
        return ""
    if field in LINKS:
        return names.get(UUID(value), "")
    if field == "ended_on":
        return day(date.fromisoformat(value))
    if field == "kind":
        return str(Kind(value).label)
    if field == "identifiers":
        return _joined(f"{scheme} {code}" for scheme, code in value)
    return _joined(value) if field == "other_names" else str(value)


def _contact(record: Mapping[str, Any] | None) -> str:
    if record is None:
        return ""
    words = _joined(record[name] for name in _REACHED if record[name])
    return _("%(contact)s (has left)") % {"contact": words} if record["left_at"] else words


def _joined(parts: Iterable[str] | Sequence[str]) -> str:
    return ", ".join(parts)
