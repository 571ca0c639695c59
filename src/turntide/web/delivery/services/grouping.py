"""Groups begun, described, ended, and what was done to them undone. The one door for every change to a group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Group, GroupEdit
from turntide.web.delivery.rules.grouping import may_be_part_of, may_undo
from turntide.web.delivery.services.refusing import require
from turntide.web.delivery.store.groups import State, parents_of, put_state, state_of


class GroupChangedMeanwhileError(Exception):
    """Somebody else wrote first. ``group`` is as it stands now; nothing was written."""

    def __init__(self, group: Group) -> None:
        super().__init__(f"{group} was changed meanwhile")
        self.group = group


@dataclass(frozen=True, slots=True)
class Described:
    """What a group is. ``parent`` and ``organisation`` are ids within the place."""

    name: str
    kind: str = Group.Kind.SUBGROUP
    parent: UUID | None = None
    organisation: UUID | None = None
    purpose: str = ""
    ends_on: date | None = None

    def as_state(self) -> dict[str, Any]:
        """The fields of a state that it fills."""
        return {
            "name": self.name,
            "kind": str(self.kind),
            "parent": str(self.parent) if self.parent else None,
            "organisation": str(self.organisation) if self.organisation else None,
            "purpose": self.purpose,
            "ends_on": self.ends_on.isoformat() if self.ends_on else None,
        }


@transaction.atomic
def begin_group(*, place: Place, described: Described, by: By) -> Group:
    """Begin a group."""
    group = Group(place=place, version=0)
    put_state(group, described.as_state())
    group.version = 1
    group.save(force_insert=True)
    _kept(GroupEdit(group=group, verb="begin group", before={}, after=described.as_state()), by)
    return group


def describe_group(*, group: Group, described: Described, saw: int, by: By) -> GroupEdit | None:
    """Describe a group anew; None where nothing changes.

    Raises GroupChangedMeanwhileError; RefusedError where it would be part of itself.
    """
    return record("describe group", group, described.as_state(), by=by, saw=saw)


def end_group(*, group: Group, by: By) -> GroupEdit | None:
    """It meets no more. What it looked after and decided stays known."""
    if group.ended_at is not None:
        return None
    return record("end group", group, {"ended_at": timezone.now().isoformat()}, by=by)


def bring_back_group(*, group: Group, by: By) -> GroupEdit | None:
    """It meets again."""
    return record("bring back group", group, {"ended_at": None}, by=by)


@transaction.atomic
def undo_edit(*, edit: GroupEdit, by: By) -> GroupEdit | None:
    """Give every field that an edit changed the value it had. Raises RefusedError with the reason."""
    group = _locked(edit.group, parents_move=True)
    now = state_of(group)
    require(
        may_undo(
            undone=GroupEdit.objects.filter(undoes=edit).exists(),
            made=edit.number == 1,
            changed_since=any(now.get(name) != value for name, value in edit.after.items()),
        )
    )
    return record("undo", group, edit.before, by=by, undoes=edit)


@transaction.atomic
def record(
    verb: str, group: Group, wanted: State, *, by: By, saw: int | None = None, undoes: GroupEdit | None = None
) -> GroupEdit | None:
    """Give a group these fields and keep what they were; None where nothing changes.

    ``saw`` is the version the writer saw. Raises GroupChangedMeanwhileError and RefusedError.
    """
    locked = _locked(group, parents_move="parent" in wanted)
    if saw is not None and locked.version != saw:
        raise GroupChangedMeanwhileError(locked)
    before = state_of(locked)
    changed = {name: value for name, value in wanted.items() if before.get(name) != value}
    if not changed:
        return None
    if changed.get("parent"):
        require(may_be_part_of(locked.pk, UUID(changed["parent"]), parents_of(locked.place_id)))
    put_state(locked, changed)
    locked.version += 1
    locked.save()
    was = {name: before.get(name) for name in changed}
    return _kept(GroupEdit(group=locked, verb=verb, before=was, after=changed, undoes=undoes), by)


def _locked(group: Group, *, parents_move: bool) -> Group:
    """The group, which nobody else changes now; with all of the place where one may come under another, so that two
    who write at once make no ring between them.
    """
    rows = Group.objects.select_for_update()
    if not parents_move:
        return rows.get(pk=group.pk)
    return {row.pk: row for row in rows.filter(place=group.place_id).order_by("pk")}[group.pk]


def _kept(edit: GroupEdit, by: By) -> GroupEdit:
    edit.number, edit.by_id, edit.process = edit.group.version, by.person_id, by.process
    edit.save(force_insert=True)
    # The audit has no names of people: it says where history is found.
    note_act(edit.verb, edit.group, by=by, place_id=edit.group.place_id, edit=edit.pk)
    return edit
