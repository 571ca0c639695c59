"""Tokens are made and revoked by owners of a place. The one door for each write."""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import DatabaseError, transaction
from django.utils import timezone

from turntide.web.accounts.links import hash_of
from turntide.web.accounts.models import Place
from turntide.web.api.models import Token
from turntide.web.api.rules.keys import hint_of, make_key
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act

logger = logging.getLogger(__name__)
_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Made:
    """A token, and its key: nobody can be told it again."""

    token: Token
    key: str


@transaction.atomic
def make_token(
    *, place: Place, name: str, scopes: Collection[str], expires_on: date | None = None, by: By
) -> Made:
    """Make a token. Only a hash of its key is kept."""
    key = make_key()
    token = Token.objects.create(
        place=place,
        name=name,
        hint=hint_of(key),
        key_hash=hash_of(key),
        scopes=sorted(scopes),
        expires_on=expires_on,
        by_id=by.person_id,
    )
    note_act("make token", token, by=by, place_id=place.pk, scopes=token.scopes)
    return Made(token, key)


@transaction.atomic
def revoke_token(*, token: Token, by: By) -> Token:
    """Let a token open nothing from now on, for good: its key may be in wrong hands. Another one is made anew."""
    locked = Token.objects.select_for_update().get(pk=token.pk)
    if locked.revoked_at is None:
        locked.revoked_at = timezone.now()
        locked.save(update_fields=["revoked_at"])
        note_act("revoke token", locked, by=by, place_id=locked.place_id)
    return locked


def note_use(token: Token, now: datetime) -> None:
    """Keep when a token was last used, to the minute. Where somebody holds the database, it is kept the next time."""
    if token.used_at is not None and now - token.used_at < _NOTED_EVERY:
        return
    try:
        Token.objects.filter(pk=token.pk).update(used_at=now)
    except DatabaseError:
        logger.warning("the use of a token was not kept", exc_info=True)
