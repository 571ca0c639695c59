"""Names a body goes by beside its own."""

from __future__ import annotations

from django.db import transaction

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.organisations.models import Organisation, OtherName
from turntide.web.organisations.register import bodies_named
from turntide.web.organisations.services.recording import record
from turntide.web.organisations.spelling import spelling_key


@transaction.atomic
def know_as(*, place: Place, name: str, other: str, by: By) -> Organisation:
    """Let ``other`` mean the body called ``name`` in this place; a body not known yet is added.

    Where another body goes by the other name already, nothing is changed: merging the two is for a person.
    """
    body = bodies_named([name], place=place, by=by)[name].known_as
    key = spelling_key(other)[:300]
    if key == body.key or _is_taken(place, key):
        return body
    held = list(body.other_names.values_list("name", flat=True))
    record("know as", body, {body.pk: {"other_names": sorted([*held, other[:300]])}}, by=by)
    return body


def _is_taken(place: Place, key: str) -> bool:
    other = OtherName.objects.filter(place=place, key=key)
    return other.exists() or Organisation.objects.filter(place=place, key=key).exists()
