"""What cannot be done as things stand, said so that a person can act on it."""

from __future__ import annotations


class RefusedError(Exception):
    """A service refuses; the text says why and what to do."""
