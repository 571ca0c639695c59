"""What is given of a place as open data: its publication, with the addresses by which each thing is found."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from turntide.web.publishing.rules.giving import AddressOf, Given, Whereabouts
from turntide.web.publishing.store.published import Shown

_NO_ID = "00000000-0000-4000-8000-000000000000"


def given_of(shown: Shown) -> Given:
    """What is given of what the public sees."""
    return Given(
        record=shown.record,
        about=shown.about,
        addresses=whereabouts(shown.place.slug),
        published=shown.publication.at.isoformat(timespec="seconds"),
    )


def whereabouts(slug: str) -> Whereabouts:
    """Whole addresses of what a place shows. They stay as long as the place keeps its name in addresses."""

    def whole(route: str, *args: object) -> str:
        return settings.ADDRESS.origin + reverse(route, args=[slug, *args])

    def data(plan: str, name: str) -> str:
        kind = "public_plan_data" if plan else "public_place_data"
        return whole(kind, plan, name) if plan else whole(kind, name)

    return Whereabouts(
        place=whole("public_place"),
        data_page=whole("public_data"),
        dictionary=whole("public_data_dictionary"),
        catalogue=whole("public_catalogue"),
        plan=lambda id_: whole("public_plan", id_),
        action=_by_id(whole("public_action", _NO_ID)),
        story=_by_id(whole("public_story", _NO_ID)),
        data=data,
    )


def _by_id(example: str) -> AddressOf:
    """Looked up once for all: there may be many thousands."""
    return lambda id_: example.replace(_NO_ID, id_)
