"""What cannot be done as things stand, said so that a person can act on it."""

from __future__ import annotations

from turntide.web.accounts.rules import Ruling


class RefusedError(Exception):
    """A service refuses; the text says why and what to do."""


def require(ruling: Ruling) -> None:
    """Go on if allowed. Raises RefusedError with the reason if not."""
    if not ruling:
        raise RefusedError(ruling.reason)
