"""Finding bodies of a place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from turntide.web.accounts.models import Place
from turntide.web.organisations.models import Edit, Organisation, OtherName
from turntide.web.organisations.spelling import spelling_key
from turntide.web.organisations.store.states import LONGEST


def key_of(name: str) -> str:
    """What a name is looked up by, as the tables hold it."""
    return spelling_key(name)[:LONGEST]


def holders(place: Place, keys: Collection[str]) -> dict[str, Organisation]:
    """The body that goes by each of these spellings, in two queries."""
    others = OtherName.objects.filter(place=place, key__in=keys)
    found = {other.key: other.organisation for other in others.select_related("organisation__merged_into")}
    own = Organisation.objects.filter(place=place, key__in=keys).select_related("merged_into")
    return found | {body.key: body for body in own}


def body_called(place: Place, name: str) -> Organisation | None:
    """The body that goes by this name, as it is known now."""
    body = holders(place, [key_of(name)]).get(key_of(name))
    return body.known_as if body else None


def names_by_id(place: Place, ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names of bodies; an id nobody holds has none."""
    held = Organisation.objects.filter(place=place, pk__in=set(ids))
    return dict(held.values_list("pk", "name"))


def bodies_by_id(place: Place, ids: Iterable[UUID]) -> dict[UUID, Organisation]:
    """Bodies of a place by their ids."""
    return Organisation.objects.filter(place=place).in_bulk(list(ids))


def names_of_all(place: Place) -> list[str]:
    """Names to choose a body from."""
    standing = Organisation.objects.standing().filter(place=place)
    return list(standing.order_by("key").values_list("name", flat=True))


def links(place: Place, field: str) -> Mapping[UUID, UUID | None]:
    """Where each body's parent or successor leads; merged ones count as what they are known as."""
    rows = Organisation.objects.filter(place=place).values_list("pk", "merged_into_id", f"{field}_id")
    known_as = {pk: merged or pk for pk, merged, _ in rows}
    return {
        known_as[pk]: known_as.get(to, to) for pk, merged, to in rows if to is not None and merged is None
    }


def edits_of(body: Organisation, most: int) -> list[Edit]:
    """What was done to a body and to those merged into it, latest first."""
    found = Edit.objects.filter(organisation__in=Organisation.objects.one_with(body.pk))
    return list(found.select_related("by", "organisation", "undone_by")[:most])
