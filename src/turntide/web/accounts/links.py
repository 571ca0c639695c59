"""Keys of links that are sent to people: what is kept opens no door."""

from __future__ import annotations

import secrets
from hashlib import sha256


def fresh_key() -> str:
    """A key that nobody guesses (256 bits), fit for an address."""
    return secrets.token_urlsafe(32)


def hash_of(key: str) -> str:
    """What is kept of a key. A key is random throughout, so a plain hash cannot be searched."""
    return sha256(key.encode()).hexdigest()
