"""The writer: every change to a body goes through here, in one transaction, with its history."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.organisations.models import Edit, Organisation
from turntide.web.organisations.services.refusing import ChangedMeanwhileError, NameTakenError, RefusedError
from turntide.web.organisations.store.finding import holders, key_of
from turntide.web.organisations.store.states import Changes, State, put_state, state_of, whole

Wanted = Mapping[UUID, Changes]
Bodies = dict[UUID, Organisation]


@transaction.atomic
def record(
    verb: str,
    body: Organisation,
    wanted: Wanted,
    *,
    by: By,
    saw: int | None = None,
    undoes: Edit | None = None,
) -> Edit | None:
    """Give each body the fields that are wanted of it, and keep what they were; None where nothing changes.

    ``saw`` is the version of ``body`` that the writer saw. Raises ChangedMeanwhileError; NameTakenError where
    another body has one of the names; RefusedError where a merged body would lead to another merged one.
    """
    rows = locked({*wanted, body.pk})
    if saw is not None and rows[body.pk].version != saw:
        raise ChangedMeanwhileError(rows[body.pk])
    before = {pk: state_of(row) for pk, row in rows.items()}
    changed = {pk: _differing(before[pk], fields) for pk, fields in wanted.items()}
    changed = {pk: fields for pk, fields in changed.items() if fields}
    if not changed:
        return None
    _refuse_taken_names(rows, changed)
    for pk, fields in changed.items():
        put_state(rows[pk], fields)
    _refuse_chains(changed)
    was = {str(pk): {name: before[pk].get(name) for name in fields} for pk, fields in changed.items()}
    becomes = {str(pk): dict(fields) for pk, fields in changed.items()}
    return _kept(Edit(verb=verb, organisation=body, before=was, after=becomes, undoes=undoes), by)


def locked(ids: Iterable[UUID]) -> Bodies:
    """Bodies that nobody else changes until this transaction ends; in one order, so that none waits in a ring."""
    rows = Organisation.objects.select_for_update(of=("self",)).filter(pk__in=set(ids)).order_by("pk")
    return {row.pk: row for row in whole(rows)}


def _kept(edit: Edit, by: By) -> Edit:
    edit.place_id, edit.by_id, edit.process = edit.organisation.place_id, by.person_id, by.process
    edit.save()
    # The audit has no names of people: it says where history is found.
    note_act(edit.verb, edit.organisation, by=by, place_id=edit.place_id, edit=str(edit.pk))
    return edit


def _differing(before: State, fields: Changes) -> State:
    return {name: value for name, value in fields.items() if before.get(name) != value}


def _refuse_taken_names(rows: Bodies, changed: Wanted) -> None:
    for pk, fields in changed.items():
        names = [fields["name"]] if "name" in fields else []
        names += fields.get("other_names", [])
        held = holders(rows[pk].place, [key_of(name) for name in names]) if names else {}
        for name in names:
            holder = held.get(key_of(name))
            if holder is not None and holder.pk != pk:
                raise NameTakenError(name, holder.known_as)


def _refuse_chains(changed: Wanted) -> None:
    """A merged body leads to one that stands: neither may the other be merged, nor anything lead to this one."""
    merged = [pk for pk, fields in changed.items() if fields.get("merged_into")]
    found = _leading_on(merged)
    if found is not None:
        reason = _("“%(name)s” has been merged with another organisation since. Take them apart first.")
        raise RefusedError(reason % {"name": found.name})


def _leading_on(merged: Collection[UUID]) -> Organisation | None:
    if not merged:
        return None
    rows = Organisation.objects.exclude(merged_into=None).select_related("merged_into")
    to_merged = rows.filter(pk__in=merged, merged_into__merged_into__isnull=False).first()
    if to_merged is not None:
        return to_merged.merged_into
    from_merged = rows.filter(merged_into__in=merged).first()
    return from_merged.merged_into if from_merged is not None else None
