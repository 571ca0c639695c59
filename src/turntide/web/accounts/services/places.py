"""Places: made and renamed."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify

from turntide.web.accounts.models import Membership, Person, Place
from turntide.web.accounts.roles import Role
from turntide.web.accounts.rules import NewPlaces, Ruling, may_make_place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act

_LONGEST = 70


class NoSuchNameError(Exception):
    """A place's name has no letter or figure from which an address could be made."""


@transaction.atomic
def add_place(*, name: str, by: By, owner: Person | None = None) -> Place:
    """Make a place, with its owner where one is named. Raises NoSuchNameError."""
    place = Place.objects.create(name=name.strip(), slug=_free_slug(name))
    note_act("add place", place, by=by, place_id=place.pk, name=place.name)
    if owner is not None:
        Membership.objects.create(place=place, person=owner, role=Role.OWNER)
        note_act("give role", owner, by=by, place_id=place.pk, role=Role.OWNER.value)
    return place


@transaction.atomic
def rename_place(*, place: Place, name: str, by: By) -> str:
    """Change a place's name and answer the old one; its address stays, so that links keep working."""
    old, place.name = place.name, name.strip()
    place.save(update_fields=["name"])
    note_act("rename place", place, by=by, place_id=place.pk, old=old, new=place.name)
    return old


def new_places(person: Person) -> Ruling:
    """Whether this person may make another place on this installation."""
    owns = Membership.objects.filter(person=person, role=Role.OWNER).exists()
    return may_make_place(NewPlaces(settings.NEW_PLACES), owns)


def may_be_named(name: str) -> bool:
    """Whether an address can be made of a place's name."""
    return bool(slugify(name))


def _free_slug(name: str) -> str:
    start = slugify(name)[:_LONGEST].strip("-")
    if not start:
        raise NoSuchNameError("The name of a place must have letters or figures from A to Z or 0 to 9.")
    taken = set(Place.objects.filter(slug__startswith=start).values_list("slug", flat=True))
    numbered = (f"{start}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (start, *numbered) if slug not in taken)
