"""The first account and the first place of an installation."""

from __future__ import annotations

from django.db import connection, transaction

from turntide.web.accounts.models import Person, Place
from turntide.web.accounts.roles import Role
from turntide.web.accounts.services.people import add_person
from turntide.web.accounts.services.places import add_place
from turntide.web.accounts.services.roles import give_role
from turntide.web.audit.by import By

_LOCK = 0x7E1C0E


class AlreadySetUpError(Exception):
    """There is an account already, so there is nothing to set up."""


def is_set_up() -> bool:
    """Whether anybody has an account."""
    return Person.objects.exists()


def place_that_waits() -> Place | None:
    """The place that was made by a command before anybody had an account: the example place."""
    return Place.objects.filter(memberships=None).order_by("name").first()


@transaction.atomic
def welcome(*, email: str, name: str, password: str, place: str) -> tuple[Person, Place]:
    """Make the first account and the first place, which it owns. Without a name for it, the place that waits is it.

    Raises AlreadySetUpError, NoSuchNameError, or ValidationError for a weak password.
    """
    _one_at_a_time()
    if is_set_up():
        raise AlreadySetUpError("Somebody has set up this site already.")
    person = add_person(email=email, name=name, password=password, by=By.work("welcome"))
    waits = place_that_waits()
    _own_the_ownerless(person)
    if waits is not None and not place:
        return person, waits
    return person, add_place(name=place, owner=person, by=By.person(person))


def _own_the_ownerless(person: Person) -> None:
    """Places made by a command come to the first person."""
    for place in Place.objects.filter(memberships=None):
        give_role(place=place, person=person, role=Role.OWNER, by=By.person(person))


def _one_at_a_time() -> None:
    # SQLite's transactions are IMMEDIATE, so only PostgreSQL lets two begin at once.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
