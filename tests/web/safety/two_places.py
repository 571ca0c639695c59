"""Two furnished places on one installation, and who visits them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse
from furnished_place import PASSWORD, FurnishedPlace

from turntide.web.accounts.models import Person
from turntide.web.accounts.roles import Role


@dataclass(frozen=True)
class TwoPlaces:
    """``tarrow`` is the place that is asked for, ``wexcombe`` another on the same installation."""

    tarrow: FurnishedPlace
    wexcombe: FurnishedPlace

    def client(self, role: Role) -> Client:
        """A browser in which the member of Tarrow with this role is signed in."""
        return signed_in(self.tarrow.people[role])

    def just_signed_in(self, role: Role) -> Client:
        """The same by the sign-in page, so that no page asks for the password again."""
        client, person = Client(), self.tarrow.people[role]
        given = {"login": person.email, "password": PASSWORD}
        assert client.post(reverse("account_login"), given).status_code == 302
        return client

    @property
    def outsider(self) -> Client:
        """The owner of the other place."""
        return signed_in(self.wexcombe.people[Role.OWNER])

    @contextmanager
    def rolled_back(self) -> Iterator[None]:
        """What is done within is undone at its end, and tries are counted anew."""
        cache.clear()
        with transaction.atomic():
            yield
            transaction.set_rollback(True)


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client
