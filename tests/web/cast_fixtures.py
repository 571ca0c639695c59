"""A fixed cast: two places, and in the first of them one member a role; Olu is a member of the other place alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation
from site_cast import Cast

from turntide.opening import read_plan
from turntide.plan.model import Plan as ReadPlan
from turntide.web.accounts.models import Membership, Person, Place
from turntide.web.accounts.roles import Role
from turntide.web.plans.models import Plan
from turntide.web.plans.services.adopting import adopt_plan

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Each test begins in English; one that asked for Welsh pages leaves its thread in Welsh."""
    translation.activate("en-gb")
    yield
    translation.deactivate()


@pytest.fixture
def cast(db: None) -> Cast:
    tarrow = Place.objects.create(slug="tarrow", name="Tarrow")
    elsewhere = Place.objects.create(slug="wexcombe", name="Wexcombe")
    people = {role: _person(f"{role}@tarrow.example", tarrow, role) for role in Role}
    outsider = _person("olu@wexcombe.example", elsewhere, Role.OWNER)
    return Cast(tarrow, elsewhere, people, outsider)


def _person(email: str, place: Place, role: Role) -> Person:
    person = Person.objects.create_user(
        email, "tidal marmalade lantern oak", name=email.split("@", 1)[0].title()
    )
    Membership.objects.create(place=place, person=person, role=role)
    return person


@cache
def _read_once() -> ReadPlan:
    """Reading is told by tests of its own; what was read does not change."""
    return read_plan(EXAMPLES / "tarrow-active-plan.docx")


@pytest.fixture
def tarrow_plan(cast: Cast) -> Plan:
    """The example plan of Tarrow, adopted as it is read."""
    read = _read_once()
    return adopt_plan(place=cast.tarrow, read=read, original=None, name="tarrow-active-plan", by=cast.by).plan


@pytest.fixture
def as_editor(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.editor)
    return client
