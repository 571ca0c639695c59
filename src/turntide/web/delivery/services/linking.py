"""Links made and taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from turntide.web.accounts.links import derived_key, hash_of
from turntide.web.delivery.models import Link


def links_for(wanted: Iterable[Link]) -> list[Link]:
    """Make links, many at once. Each of ``wanted`` says for whom and what; its key is seen to here."""
    links = list(wanted)
    for link in links:
        link.pk = link.pk or uuid4()
        link.key_hash = hash_of(_key(link))
        link.email = link.contact.email.strip().lower() if link.contact else ""
    return Link.objects.bulk_create(links, batch_size=500)


def address_of(link: Link) -> str:
    """The whole address that a letter carries.

    The key is made anew each time; where the site's secret has changed since, the link is made to fit it.
    """
    key = _key(link)
    if hash_of(key) != link.key_hash:
        link.key_hash = hash_of(key)
        link.save(update_fields=["key_hash"])
    return settings.ADDRESS.origin + reverse(f"{link.purpose}_link", args=[key])


def revoke(links: QuerySet[Link], *, now: datetime | None = None) -> int:
    """Let links open nothing any more; how many did until now."""
    return links.filter(revoked_at=None).update(revoked_at=now or timezone.now())


def _key(link: Link) -> str:
    return derived_key(link.purpose, link.pk)
