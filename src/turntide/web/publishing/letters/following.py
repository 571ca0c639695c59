"""The letters of following: one asks to confirm, the other tells what was published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from turntide.web.design.days import day
from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.letters import Contents
from turntide.web.mail.models import Message
from turntide.web.publishing.models import Follower
from turntide.web.publishing.rules.following import News, sentences
from turntide.web.publishing.store.following import (
    FOLLOW,
    PUBLISHED,
    UNCONFIRMED_FOR,
    address_of,
    followers_told,
    name_of,
    news_of,
    publication_told,
)

_SECRET = frozenset({"link"})


def compose_follow(message: Message) -> Contents | None:
    """Whether it was them who asked; None where they follow by now, or the request is no longer kept."""
    follower = next(iter(followers_told([message.about.get("follower")], message.to_email)), None)
    if follower is None or follower.is_following:
        return None
    values = {
        "place": follower.place.name,
        "what": name_of(follower),
        "link": address_of(follower),
        "until": day(message.made_at + UNCONFIRMED_FOR),
    }
    return Contents(values, secret=_SECRET)


def compose_published(message: Message) -> Contents | None:
    """What changed; None where nothing they follow did, they stopped, or it was taken back in the meantime."""
    told = followers_told(message.about.get("followers", ()), message.to_email)
    following = [each for each in told if each.is_following]
    publication = publication_told(message.about.get("publication"))
    if publication is None or not following:
        return None
    everything = any(each.plan_id is None for each in following)
    plans = [] if everything else [str(each.plan_id) for each in following]
    changes = news_of(publication, int(message.about.get("since", 0)), plans)
    return Contents(_values(following, changes, everything), secret=_SECRET) if changes else None


def _values(following: list[Follower], changes: News, everything: bool) -> Mapping[str, str]:
    first, place = following[0], following[0].place
    return {
        "place": place.name,
        "what": place.name if everything else ", ".join(name_of(each) for each in following),
        "changes": "\n\n".join(_listed(changes)),
        "page": settings.ADDRESS.origin + reverse("public_place", args=[place.slug]),
        "link": address_of(first),
    }


def _listed(changes: News) -> Iterable[str]:
    for heading, lines in sentences(changes):
        yield heading + "\n" + "\n".join(f"* {line}" for line in lines)


_PLACE: tuple[Any, Any] = (_("The place or partnership"), "Tarrow")
_FIELDS: dict[str, tuple[str | Promise, Any]] = {
    "place": _PLACE,
    "what": (_("What is to be followed: the place, or a plan"), "Tarrow active plan"),
    "link": (_("The person’s own link"), "https://turntide.example/in/tarrow/follow/…"),
    "until": (_("The day the link ends"), "29 November 2026"),
}
_NEWS: dict[str, tuple[str | Promise, Any]] = {
    "place": _PLACE,
    "what": (_("What they follow: the place, or plans"), "Tarrow active plan"),
    "changes": (
        _("What changed"),
        "1 action has news:\n* Begin walking groups on the quay: Two walking groups began.",
    ),
    "page": (_("The public page"), "https://turntide.example/in/tarrow/"),
    "link": (_("The person’s own link"), "https://turntide.example/in/tarrow/follow/…"),
}

KINDS = (
    LetterKind(
        name=FOLLOW,
        label=_("Do you want to follow?"),
        purpose=_("Asks somebody whose address was written on the public page whether they want to be told."),
        fields=_FIELDS,
        subject=_("Do you want to follow {{ what }}?"),
        body=_(
            "Somebody wrote your e-mail address on the public page of {{ place }}, to be told when there is news of "
            "{{ what }}.\n\n"
            "If that was you, please say so here:\n\n"
            "{{ link }}\n\n"
            "If it was not, you need do nothing. Nothing more is sent to you, and your address is forgotten after "
            "{{ until }}."
        ),
        compose=compose_follow,
        # A stranger may cause it: it must not use up what partners get a day.
        counts=False,
    ),
    LetterKind(
        name=PUBLISHED,
        label=_("News for followers"),
        purpose=_("Tells people who follow the public page what changed when something is published."),
        fields=_NEWS,
        subject=_("News of {{ what }}"),
        body=_(
            "{{ place }} has published what became of its plans.\n\n"
            "{{ changes }}\n\n"
            "Read it all here:\n\n"
            "{{ page }}\n\n"
            "You follow {{ what }}. To follow no more:\n\n"
            "{{ link }}"
        ),
        compose=compose_published,
        may_be_stopped=True,
    ),
)
