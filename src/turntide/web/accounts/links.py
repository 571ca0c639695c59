"""Keys of links that are sent to people: what is kept opens no door."""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode
from hashlib import sha256

from django.utils.crypto import salted_hmac


def fresh_key() -> str:
    """A key that nobody guesses (256 bits), fit for an address."""
    return secrets.token_urlsafe(32)


def derived_key(purpose: str, id_: object) -> str:
    """The key of a link that a letter carries: made from the site's secret each time the letter is worded, so that
    neither the link's row nor a letter that waits holds it. As long and as hard to guess as a fresh one.
    """
    made = salted_hmac(f"turntide.link.{purpose}", str(id_), algorithm="sha256").digest()
    return urlsafe_b64encode(made).decode().rstrip("=")


def hash_of(key: str) -> str:
    """What is kept of a key. A key is random throughout, so a plain hash cannot be searched."""
    return sha256(key.encode()).hexdigest()
