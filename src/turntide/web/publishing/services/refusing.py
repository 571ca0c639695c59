"""Why something cannot be published, or written so."""

from __future__ import annotations


class RefusedError(Exception):
    """A service refuses; the text says why and what to do."""


class ChangedMeanwhileError(Exception):
    """Somebody else wrote first. Nothing was written."""
