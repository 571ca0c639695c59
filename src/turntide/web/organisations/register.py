"""Which body a name in a plan means; an unknown name makes a new body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.organisations.models import Organisation, OtherName
from turntide.web.organisations.spelling import spelling_key


def bodies_named(names: Iterable[str], *, place: Place, by: By) -> Mapping[str, Organisation]:
    """The body each name means in this place, in a fixed number of queries. Call it inside a transaction."""
    keys = {name: spelling_key(name)[:300] for name in names}
    known = _known(place, set(keys.values()))
    for name in sorted(keys):
        if keys[name] not in known:
            known[keys[name]] = _added(place, name, keys[name], by)
    return {name: known[key] for name, key in keys.items()}


def _known(place: Place, keys: set[str]) -> dict[str, Organisation]:
    own = {body.key: body for body in Organisation.objects.filter(place=place, key__in=keys)}
    others = OtherName.objects.filter(place=place, key__in=keys).select_related("organisation")
    return own | {other.key: other.organisation for other in others}


def _added(place: Place, name: str, key: str, by: By) -> Organisation:
    body, made = Organisation.objects.get_or_create(place=place, key=key, defaults={"name": name[:300]})
    if made:
        note_act("add", body, by=by, place_id=place.pk, name=name)
    return body
