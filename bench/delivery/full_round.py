"""A place of any size with people who answer for its actions, and a draft of a round that would ask all of them.

Rows are put in as they stand, in bulk: what is measured comes afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle

from django.db import connection, transaction
from django.utils import timezone

from turntide.web.accounts.models import Person, Place
from turntide.web.accounts.roles import Role
from turntide.web.accounts.services.people import add_person
from turntide.web.accounts.services.places import add_place
from turntide.web.accounts.services.roles import give_role
from turntide.web.audit.by import By
from turntide.web.delivery.models import Responsibility, Round
from turntide.web.organisations.models import Contact, Organisation
from turntide.web.organisations.spelling import spelling_key
from turntide.web.plans.models import Action, Plan

ACTIONS, PEOPLE, PLANS, BODIES = 5_000, 800, 20, 200
AT_ONCE = 1_000
VERBS = ("Open", "Repair", "Fund", "Light", "Plant", "Map", "Staff", "Extend")
THINGS = ("a walking group", "two cycle routes", "the falls clinic", "a school breakfast", "three play areas")
WHERE = ("Millbrook", "the harbour", "Fenny Ash", "Lower Sedge", "Quarry Road", "the riverside", "Brook End")


@dataclass(frozen=True)
class Filled:
    """What was put in: the place, somebody who may edit it, and a round that is not yet opened."""

    place: Place
    officer: Person
    round: Round

    @property
    def by(self) -> By:
        """The officer, as the one who acts."""
        return By.person(self.officer)


@transaction.atomic
def fill(place_slug: str, actions: int = ACTIONS, people: int = PEOPLE) -> Filled:
    """Make a place with its plans, their actions, who answers for each, and the draft of a round."""
    by = By.work("benchmark")
    officer = add_person(email=f"officer@{place_slug}.example", name="Ash Marlow", by=by)
    place = add_place(name=place_slug.title(), by=by, owner=officer)
    Place.objects.filter(pk=place.pk).update(slug=place_slug)
    place.slug = place_slug
    viewer = add_person(email=f"viewer@{place_slug}.example", name="Bo Rivers", by=by)
    give_role(place=place, person=viewer, role=Role.VIEWER, by=by)
    contacts = _contacts(place, people)
    _responsibilities(_actions(place, actions), contacts)
    return Filled(place, officer, _draft(place, officer))


def settle() -> None:
    """What a database does by itself in time: it learns how its tables are filled."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _contacts(place: Place, people: int) -> list[Contact]:
    names = [f"Wexcombe Body {at}" for at in range(min(BODIES, people))]
    bodies = Organisation.objects.bulk_create(
        [Organisation(place=place, name=name, key=spelling_key(name)) for name in names], AT_ONCE
    )
    return Contact.objects.bulk_create(
        [
            Contact(
                organisation=body,
                name=f"Person {at:04}",
                role="Lead officer",
                email=f"person{at}@{place.slug}.example",
            )
            for at, body in zip(range(people), cycle(bodies), strict=False)
        ],
        AT_ONCE,
    )


def _actions(place: Place, actions: int) -> list[Action]:
    plans = Plan.objects.bulk_create(
        [Plan(place=place, title=f"Plan {at + 1} for {place.name}") for at in range(min(PLANS, actions))]
    )
    return Action.objects.bulk_create(
        [
            Action(plan=plan, position=float(at), ref=f"{at}", text=_words(at), lifecycle="delivering")
            for at, plan in zip(range(actions), cycle(plans), strict=False)
        ],
        AT_ONCE,
    )


def _words(at: int) -> str:
    return f"{VERBS[at % 8]} {THINGS[at % 5]} for people who live alone near {WHERE[at % 7]}, part {at}"


def _responsibilities(actions: list[Action], contacts: list[Contact]) -> None:
    """Each answers for actions of several plans."""
    Responsibility.objects.bulk_create(
        [
            Responsibility(action=action, contact=contact)
            for action, contact in zip(actions, cycle(contacts), strict=False)
        ],
        AT_ONCE,
    )


def _draft(place: Place, officer: Person) -> Round:
    today = timezone.localdate()
    return Round.objects.create(
        place=place,
        title="October to December",
        starts=today - timedelta(days=60),
        ends=today + timedelta(days=30),
        due_on=today + timedelta(days=21),
        made_by=officer,
    )
