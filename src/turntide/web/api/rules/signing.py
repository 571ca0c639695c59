"""How what is told is signed (Standard Webhooks): whoever has the secret can tell that it is ours. Pure."""

from __future__ import annotations

import hmac
from base64 import b64decode, b64encode
from collections.abc import Mapping
from hashlib import sha256

SECRET_PREFIX = "whsec_"


def secret_as_words(secret: bytes) -> str:
    """A secret as it is shown, once."""
    return SECRET_PREFIX + b64encode(secret).decode()


def secret_from_words(words: str) -> bytes:
    """A secret as it is used."""
    return b64decode(words.removeprefix(SECRET_PREFIX))


def signature(secret: bytes, id_: str, timestamp: int, body: bytes) -> str:
    """The signature of a message."""
    signed = f"{id_}.{timestamp}.".encode() + body
    return "v1," + b64encode(hmac.new(secret, signed, sha256).digest()).decode()


def signed_headers(secret: bytes, id_: str, timestamp: int, body: bytes) -> Mapping[str, str]:
    """The headers of a message. ``id_`` stays the same over all tries."""
    return {
        "webhook-id": id_,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature(secret, id_, timestamp, body),
    }
