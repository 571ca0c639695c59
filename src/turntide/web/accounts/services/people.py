"""People: made, named, given a password."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from turntide.web.accounts.models import Person
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act


class AlreadyKnownError(Exception):
    """Somebody has an account with this address already."""


def find_person(email: str) -> Person | None:
    """The person with this address, however it is capitalised."""
    return Person.objects.filter(email__iexact=email.strip()).first()


@transaction.atomic
def add_person(
    *, email: str, name: str = "", password: str | None = None, proven: bool = True, by: By
) -> Person:
    """Make an account. ``proven``: the address is known to be this person's.

    Raises AlreadyKnownError, or ValidationError when the password would be guessed soon.
    """
    if find_person(email) is not None:
        raise AlreadyKnownError(f"{email} has an account already.")
    if password is not None:
        validate_password(password, Person(email=email, name=name))
    person = Person.objects.create_user(email, password, name=name.strip())
    EmailAddress.objects.create(user=person, email=person.email, verified=proven, primary=True)
    note_act("add person", person, by=by, place_id=None)
    return person


@transaction.atomic
def set_password(*, person: Person, password: str, by: By) -> None:
    """Give a person a password. Raises ValidationError when it would be guessed soon."""
    validate_password(password, person)
    person.set_password(password)
    person.save(update_fields=["password"])
    note_act("set password", person, by=by, place_id=None)


@transaction.atomic
def change_details(*, person: Person, name: str, language: str, by: By) -> None:
    """Change a person's name and the language they read in; no language means the browser's."""
    person.name, person.language = name.strip(), language
    person.save(update_fields=["name", "language"])
    note_act("change details", person, by=by, place_id=None)


@transaction.atomic
def choose_language(*, person: Person, language: str, by: By) -> None:
    """Keep the language a person chose."""
    if person.language == language:
        return
    person.language = language
    person.save(update_fields=["language"])
    note_act("choose language", person, by=by, place_id=None)
