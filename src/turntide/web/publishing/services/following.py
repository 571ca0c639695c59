"""Somebody asks to follow, confirms, stops; those who follow are told of what was published."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import groupby
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from turntide.web.accounts.links import hash_of
from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.mail.models import Message
from turntide.web.mail.services.queueing import Posting, queue
from turntide.web.mail.services.stopping import start_letters
from turntide.web.plans.models import Plan
from turntide.web.publishing.models import Follower
from turntide.web.publishing.store.following import (
    FOLLOW,
    PUBLISHED,
    asked_enough,
    key_of,
    newest_of,
    not_told,
    others_of,
    overdue,
)

GRACE = timedelta(minutes=10)
"""A publication may be taken back this long before anybody is told of it."""
AT_ONCE = 500
"""Followers told in one transaction."""
_APART = 600
"""Seconds within which a form that is sent twice makes one letter."""
_BY = By.work("public page")
_TELLING = By.work("telling followers")


@transaction.atomic
def ask_to_follow(*, place: Place, plan: Plan | None, email: str, by: By = _BY) -> None:
    """Somebody wrote an address into the form. Its owner is asked to confirm; nothing else is sent to it before.

    Nothing is given back, so that the answer cannot tell whether the address follows already: then nothing is sent.
    """
    address, now = email.strip().lower(), timezone.now()
    # One at a time: two forms sent at once must not both see room for a letter, nor make a row twice.
    Place.objects.select_for_update(no_key=True).get(pk=place.pk)
    follower = Follower.objects.filter(place=place, plan=plan, email=address).first()
    if follower is not None and follower.is_following:
        return
    if asked_enough(address, now):
        return
    follower = _asked_anew(follower, now) if follower else _made(place, plan, address)
    reason = f"follow {follower.pk} {int(now.timestamp()) // _APART}"
    queue(place, [Posting(FOLLOW, reason, address, about={"follower": follower.pk})])
    note_act("ask to follow", follower, by=by, place_id=place.pk)


def _asked_anew(follower: Follower, now: datetime) -> Follower:
    """The letter names the day until which the address is kept, counted from now."""
    follower.asked_at = now
    follower.save(update_fields=["asked_at"])
    return follower


def _made(place: Place, plan: Plan | None, address: str) -> Follower:
    id_ = uuid4()
    return Follower.objects.create(
        pk=id_, place=place, plan=plan, email=address, key_hash=hash_of(key_of(id_))
    )


@transaction.atomic
def confirm_following(*, follower: Follower, by: By = _BY) -> None:
    """The owner of the address wants to be told, from the next publication on. Letters they had stopped come again."""
    locked = _locked(follower)
    start_letters(Message(place=locked.place, kind=PUBLISHED, to_email=locked.email))
    if locked.is_following:
        return
    locked.confirmed_at, locked.stopped_at = timezone.now(), None
    locked.told_of = newest_of(locked.place)
    locked.save(update_fields=["confirmed_at", "stopped_at", "told_of"])
    note_act("follow", locked, by=by, place_id=locked.place_id)


@transaction.atomic
def stop_following(*, follower: Follower, everything: bool = False, by: By = _BY) -> None:
    """They want to be told no more: of this, or of anything of the place."""
    for each in [_locked(follower), *(others_of(follower) if everything else ())]:
        if each.stopped_at is None:
            each.stopped_at = timezone.now()
            each.save(update_fields=["stopped_at"])
            note_act("stop following", each, by=by, place_id=each.place_id)


def _locked(follower: Follower) -> Follower:
    return Follower.objects.select_for_update(of=("self",)).select_related("place").get(pk=follower.pk)


def tell_followers(now: datetime) -> int:
    """Have followers told of what was published since they were last told; how many were.

    Done every minute. Who was told is noted in the transaction of the letter, and a letter's reason is the publication
    and the address: killed at any moment, nobody is left out and nobody is told twice.
    """
    told = 0
    while some := _tell(not_told(AT_ONCE)):
        told += some
    return told


@transaction.atomic
def _tell(waiting: Iterable[Follower]) -> int:
    told = 0
    for place, of_place in groupby(waiting, key=lambda each: each.place):
        newest, followers = newest_of(place), list(of_place)
        if newest is None:
            continue
        by_email = [list(each) for _, each in groupby(followers, key=lambda each: each.email)]
        due = newest.at + GRACE
        queue(place, [_posting(each, newest.pk, due) for each in by_email])
        ids = [each.pk for each in followers]
        Follower.objects.filter(pk__in=ids).update(told_of=newest.pk)
        note_act("tell followers", newest, by=_TELLING, place_id=place.pk, letters=len(by_email))
        told += len(followers)
    return told


def _posting(same: list[Follower], publication: object, due: datetime) -> Posting:
    """One letter for all that an address follows in a place."""
    first = same[0]
    about = {
        "publication": publication,
        "followers": [each.pk for each in same],
        "since": min(getattr(each, "told_number", 0) for each in same),
    }
    address = sha256(first.email.encode()).hexdigest()[:32]
    return Posting(PUBLISHED, f"published {publication} {address}", first.email, about=about, due_at=due)


@transaction.atomic
def let_go_of_followers(now: datetime) -> int:
    """Let go of addresses whose owners never confirmed, or stopped a good while ago. Done every minute."""
    gone = list(overdue(now).order_by()[:AT_ONCE])
    for each in gone:
        note_act("let go of follower", each, by=_TELLING, place_id=each.place_id)
    Follower.objects.filter(pk__in=[each.pk for each in gone]).delete()
    return len(gone)
