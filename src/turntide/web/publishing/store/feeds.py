"""Feeds of a place and of its plans: its latest publications, and what was last said of actions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from uuid import UUID, uuid5

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.design.days import day
from turntide.web.publishing.models import Publication
from turntide.web.publishing.rules.feeds import Entry, Feed, as_atom, html_of, of_updates
from turntide.web.publishing.rules.following import News, still
from turntide.web.publishing.store.following import news_then
from turntide.web.publishing.store.giving import given_of
from turntide.web.publishing.store.published import Shown

PUBLICATIONS = 5
"""Publications told of. Each costs a comparison with the one before it, made once and kept."""


def feed_of(shown: Shown, plan: str) -> bytes | None:
    """The feed of a plan, or of all plans where its id is empty; None where the plan is not shown."""
    given = given_of(shown)
    told = given.plan(plan) if plan else None
    if plan and told is None:
        return None
    feed = Feed(
        id=_urn(uuid5(UUID(plan) if plan else shown.place.pk, "feed")),
        title=_("News of %(what)s") % {"what": told.title if told else given.name},
        author=given.name,
        updated=_moment(shown),
        page=given.addresses.plan(plan) if plan else given.addresses.place,
        url=feed_address(shown.place.slug, plan),
        rights=f"{given.licence.name}, {given.licence.url}",
        language=settings.LANGUAGE_CODE,
        entries=[*_publications(shown, plan), *of_updates(given, given.of_plan(plan))],
    )
    return as_atom(feed)


def feed_address(slug: str, plan: str) -> str:
    """The whole address of a feed."""
    path = reverse("public_plan_feed", args=[slug, plan]) if plan else reverse("public_feed", args=[slug])
    return settings.ADDRESS.origin + path


def _publications(shown: Shown, plan: str) -> Iterator[Entry]:
    latest = Publication.objects.standing().filter(place=shown.place).select_related("place")
    found = list(latest.defer("body", "about").order_by("-number")[: PUBLICATIONS + 1])
    page = settings.ADDRESS.origin + reverse("public_changes", args=[shown.place.slug])
    for at, publication in enumerate(found[:PUBLICATIONS]):
        before = found[at + 1] if at + 1 < len(found) else None
        told = _news(publication, before, plan, shown.etag if at == 0 else "")
        html = html_of(still(told, shown.contents))
        if html:
            yield Entry(
                id=_urn(uuid5(publication.pk, plan) if plan else publication.pk),
                title=_("Published on %(day)s") % {"day": day(publication.at)},
                updated=publication.at.isoformat(timespec="seconds"),
                url=page,
                html=html,
            )


def _news(publication: Publication, before: Publication | None, plan: str, etag: str) -> News:
    fingerprints = (publication.fingerprint, before.fingerprint if before else "", etag)
    return _compared(publication.pk, before.number if before else 0, plan, fingerprints)


@lru_cache(maxsize=256)
def _compared(id_: UUID, since: int, plan: str, fingerprints: tuple[str, ...]) -> News:
    """Publications do not change, unless a name is struck out of one: then its fingerprint does."""
    publication = Publication.objects.select_related("place").get(pk=id_)
    return news_then(publication, since, [plan] if plan else [])


def _moment(shown: Shown) -> str:
    return shown.modified.isoformat(timespec="seconds")


def _urn(id_: UUID) -> str:
    return f"urn:uuid:{id_}"
