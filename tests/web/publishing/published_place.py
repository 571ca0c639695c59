"""A place that published a record, without going through its rows: for tests of what the public is shown."""

from __future__ import annotations

from collections.abc import Collection

from turntide.web.accounts.models import Place
from turntide.web.periods.rules.record import Record
from turntide.web.periods.rules.writing import as_bytes, fingerprint
from turntide.web.publishing.models import Publication, PublicSite
from turntide.web.publishing.rules.about import About, about_as_data, publication_fingerprint
from turntide.web.publishing.rules.public import public_part
from turntide.web.stories.models import Story


def publish_record(
    place: Place, record: Record, about: About, named_roles: Collection[str] = ()
) -> Publication:
    """The public part of a record as the place's latest publication, on an open page; its stories are rows."""
    PublicSite.objects.update_or_create(place=place, defaults={"open": True})
    part = public_part(record, named_roles)
    for story in part.stories:
        told = {"title": story.title, "state": Story.State.READY, "agreed_on": "2026-10-05", "place": place}
        Story.objects.get_or_create(pk=story.id, defaults=told)
    return Publication.objects.create(
        place=place,
        number=place.publications.count() + 1,
        body=as_bytes(part),
        about=about_as_data(about),
        fingerprint=publication_fingerprint(fingerprint(part), about),
    )
