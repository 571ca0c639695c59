"""Roles: given, changed, taken. A place always keeps an owner, also when two owners act at once."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from turntide.web.accounts.models import Membership, Person, Place
from turntide.web.accounts.roles import Role
from turntide.web.accounts.rules import may_leave
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act


class LastOwnerError(Exception):
    """The place would have no owner; the text says what to do first."""


class NotAMemberError(Exception):
    """The person does not belong to the place."""


@dataclass(frozen=True, slots=True)
class RoleChange:
    """What a person was in a place, and what they are now; None is no member."""

    person: Person
    before: Role | None
    after: Role | None


@transaction.atomic
def give_role(*, place: Place, person: Person, role: Role, by: By) -> RoleChange:
    """Make somebody a member, or change what they are. Raises LastOwnerError."""
    before = _role_now(place, person)
    if before is role:
        return RoleChange(person, before, role)
    if before is not None:
        _keep_an_owner(place, before)
    Membership.objects.update_or_create(place=place, person=person, defaults={"role": role})
    note_act("give role", person, by=by, place_id=place.pk, role=role.value)
    return RoleChange(person, before, role)


@transaction.atomic
def take_role(*, place: Place, person: Person, by: By) -> RoleChange:
    """Let somebody no longer belong to a place; what they did there stays.

    Raises LastOwnerError or NotAMemberError.
    """
    before = _role_now(place, person)
    if before is None:
        raise NotAMemberError(f"{person} does not belong to {place}.")
    _keep_an_owner(place, before)
    Membership.objects.filter(place=place, person=person).delete()
    note_act("take role", person, by=by, place_id=place.pk, role=before.value)
    return RoleChange(person, before, None)


def _role_now(place: Place, person: Person) -> Role | None:
    # The place's row is the lock: two owners who lower each other come here one after the other.
    Place.objects.select_for_update().get(pk=place.pk)
    membership = Membership.objects.filter(place=place, person=person).first()
    return membership.as_role if membership else None


def _keep_an_owner(place: Place, role: Role) -> None:
    owners = Membership.objects.filter(place=place, role=Role.OWNER, person__is_active=True).count()
    ruling = may_leave(role, owners)
    if not ruling:
        raise LastOwnerError(ruling.reason)
