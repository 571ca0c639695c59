"""Tokens found: by their key, and those of a place."""

from __future__ import annotations

from django.db.models import QuerySet

from turntide.web.accounts.links import hash_of
from turntide.web.accounts.models import Place
from turntide.web.api.models import Token, Webhook
from turntide.web.api.rules.keys import is_key


def token_by_key(key: str) -> Token | None:
    """The token a key is of; also one that was revoked or has expired."""
    if not is_key(key):
        return None
    return Token.objects.select_related("place").filter(key_hash=hash_of(key)).first()


def tokens_of(place: Place) -> QuerySet[Token]:
    """The tokens of a place, latest first."""
    return Token.objects.filter(place=place).select_related("by", "place")


def webhooks_of(place: Place) -> QuerySet[Webhook]:
    """The webhooks of a place, latest first."""
    return Webhook.objects.filter(place=place).select_related("by", "place")
