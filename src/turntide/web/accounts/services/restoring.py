"""What an Undo button on a change of a role carries: signed, for one place, and for a day."""

from __future__ import annotations

from datetime import timedelta

from django.core import signing

from turntide.web.accounts.models import Person, Place
from turntide.web.accounts.roles import Role
from turntide.web.accounts.services.roles import RoleChange

_SALT = "turntide.accounts.restoring"
_LASTS = timedelta(days=1)


class NoLongerError(Exception):
    """There is nothing that this would take back."""


def token_of(place: Place, change: RoleChange) -> str:
    """What brings back what a person was before a change; empty where they were nothing."""
    if change.before is None:
        return ""
    return signing.dumps([str(place.pk), str(change.person.pk), change.before.value], salt=_SALT)


def as_it_was(token: str, place: Place) -> tuple[Person, Role]:
    """The person and what they were in this place.

    Raises NoLongerError: the token is another place's, too old, or not ours.
    """
    try:
        of, person_id, role = signing.loads(token, salt=_SALT, max_age=_LASTS)
    except signing.BadSignature as wrong:
        raise NoLongerError("This cannot be undone any more.") from wrong
    person = Person.objects.filter(pk=person_id).first()
    if of != str(place.pk) or person is None:
        raise NoLongerError("This cannot be undone here.")
    return person, Role(role)
