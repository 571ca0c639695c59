"""Who follows what is published, and what they have not been told of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from turntide.web.accounts.links import derived_key, hash_of
from turntide.web.accounts.models import Place
from turntide.web.mail.models import Message
from turntide.web.mail.rules.trying import day_began
from turntide.web.periods.rules.record import Record
from turntide.web.plans.models import Plan
from turntide.web.publishing.models import Follower, Publication
from turntide.web.publishing.models.follower import Followers
from turntide.web.publishing.rules.about import About, about_from_data
from turntide.web.publishing.rules.following import News, news, still
from turntide.web.publishing.store.published import current

UNCONFIRMED_FOR = timedelta(days=7)
"""How long an address is kept whose owner did not confirm."""
STOPPED_FOR = timedelta(days=30)
"""How long an address is kept whose owner stopped: they may take it back."""
MOST_LETTERS = 3
"""Letters a day that ask one address to confirm, over all places: nobody's inbox is filled by a stranger."""
FOLLOW, PUBLISHED = "follow", "published"
"""The names of the letters."""


def follower_with(key: str) -> Follower | None:
    """The follower whose letter carried this key."""
    found = Follower.objects.select_related("place", "plan").filter(key_hash=hash_of(key))
    return found.first()


def name_of(follower: Follower) -> str:
    """What somebody follows, by its name."""
    return follower.plan.title if follower.plan else follower.place.name


def followers_told(ids: Iterable[str | None], email: str) -> list[Follower]:
    """The followers a letter is for, where the address still is theirs and their place still shows itself."""
    found = Follower.objects.filter(pk__in=[each for each in ids if each], email=email)
    return list(found.filter(place__public_site__open=True).select_related("place", "plan"))


def publication_told(id_: str | None) -> Publication | None:
    """The publication a letter tells of, unless it was taken back."""
    return Publication.objects.standing().filter(pk=id_).select_related("place").first() if id_ else None


def key_of(id_: UUID) -> str:
    """The key in a follower's letters."""
    return derived_key("follow", id_)


def address_of(follower: Follower) -> str:
    """The whole address that a follower's letters carry: it confirms and stops.

    The key is made anew each time; where the site's secret has changed since, the row is made to fit it.
    """
    key = key_of(follower.pk)
    if hash_of(key) != follower.key_hash:
        follower.key_hash = hash_of(key)
        follower.save(update_fields=["key_hash"])
    return settings.ADDRESS.origin + reverse("public_following", args=[follower.place.slug, key])


def asked_enough(email: str, now: datetime) -> bool:
    """Whether an address has got as many letters today that ask it to confirm as it may."""
    today = Message.objects.filter(kind=FOLLOW, to_email=email, made_at__gte=day_began(now))
    return today.count() >= MOST_LETTERS


def others_of(follower: Follower) -> Followers:
    """What else the same address follows in the place."""
    same = Follower.objects.following().filter(place=follower.place_id, email=follower.email)
    return same.exclude(pk=follower.pk)


def not_told(limit: int) -> list[Follower]:
    """Followers of open places who were not told yet of what is shown now, by place and address.

    Each has ``told_number``: the number of the publication they were last told of, 0 for none.
    """
    newest = Publication.objects.standing().filter(place=OuterRef("place")).order_by("-number")
    waiting = (
        Follower.objects.following()
        .filter(place__public_site__open=True)
        .annotate(
            latest_number=Subquery(newest.values("number")[:1]),
            told_number=Coalesce(F("told_of__number"), 0),
        )
        .filter(told_number__lt=F("latest_number"))
        .select_related("place")
    )
    return list(waiting.order_by("place", "email", "asked_at")[:limit])


def overdue(now: datetime) -> Followers:
    """Rows that are kept no longer: never confirmed, or stopped a good while ago, and not asked for again lately."""
    left = Q(confirmed_at=None) | Q(stopped_at__lt=now - STOPPED_FOR)
    return Follower.objects.filter(left, asked_at__lt=now - UNCONFIRMED_FOR)


def news_of(publication: Publication, since: int, plans: Iterable[str] = ()) -> News:
    """What a publication changed, as `news_then` has it, as far as the public still sees it so."""
    shown = current(publication.place.slug)
    return still(news_then(publication, since, plans), shown.contents) if shown else News()


def news_then(publication: Publication, since: int, plans: Iterable[str] = ()) -> News:
    """What a publication changed since the one of this number, or the last before it that still stands.

    0: since nothing was published.
    """
    earlier = _standing(publication.place_id).filter(number__lte=since, number__lt=publication.number).first()
    record, about = _as_shown(publication)
    return news(earlier.record() if earlier else None, record, about, frozenset(plans))


def _standing(place: UUID) -> QuerySet[Publication]:
    return Publication.objects.standing().filter(place=place).order_by("-number")


def _as_shown(publication: Publication) -> tuple[Record, About]:
    """A publication as it is shown: of one that is no longer the latest, stories may have been withdrawn since."""
    shown = current(publication.place.slug)
    if shown is not None and shown.publication.pk == publication.pk:
        return shown.record, shown.about
    return replace(publication.record(), stories=()), about_from_data(publication.about)


def plan_shown(place: Place, id_: str) -> Plan | None:
    """A plan that is shown of a place."""
    shown = current(place.slug)
    if shown is None or all(each.id != id_ for each in shown.record.plans):
        return None
    return Plan.objects.filter(place=place, pk=id_).first()


def newest_of(place: Place) -> Publication | None:
    """What is shown of a place now, without its body."""
    shown = current(place.slug)
    return shown.publication if shown else None
