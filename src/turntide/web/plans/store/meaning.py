"""Which bodies and programmes of a place somebody means by an id, a name or words of one."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from turntide.web.accounts.models import Place
from turntide.web.organisations.models import Organisation, OtherName
from turntide.web.plans.store.filters import UnknownFilterError


def bodies_meant(place: Place, wanted: str) -> tuple[tuple[UUID, str], ...]:
    """The bodies meant: the one with this id, else the one with this name, else all whose names hold the words."""
    if not wanted:
        return ()
    held = Organisation.objects.filter(place=place)
    try:
        body = held.select_related("merged_into").filter(pk=UUID(wanted)).first()
    except ValueError:
        return _bodies_by_words(held, wanted)
    if body is None:
        raise UnknownFilterError("There is no such organisation here.")
    return ((body.known_as.pk, body.known_as.name),)


def _bodies_by_words(held: QuerySet[Organisation], words: str) -> tuple[tuple[UUID, str], ...]:
    others = OtherName.objects.filter(organisation=OuterRef("pk"), name__icontains=words)
    goes_by = Q(name__icontains=words) | Exists(others)
    found = {
        body.known_as.pk: body.known_as.name for body in held.select_related("merged_into").filter(goes_by)
    }
    exact = {pk: name for pk, name in found.items() if name.casefold() == words.casefold()}
    return tuple((exact or found).items())


def programmes_meant(place: Place, wanted: str) -> tuple[int, ...]:
    """The programmes meant: the one of this name, else all whose names hold the words."""
    if not wanted:
        return ()
    found = dict(place.programmes.filter(name__icontains=wanted).values_list("pk", "name"))
    exact = tuple(pk for pk, name in found.items() if name.casefold() == wanted.casefold())
    return exact or tuple(found)
