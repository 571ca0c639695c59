"""What cannot be done as things stand, said so that a person can act on it."""

from __future__ import annotations

from turntide.web.accounts.rules import Ruling
from turntide.web.reporting.models import Report


class RefusedError(Exception):
    """A service refuses; the text says why and what to do."""


class ChangedMeanwhileError(Exception):
    """Somebody else wrote first. ``report`` is as it stands now; nothing was written."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{report} was changed meanwhile")
        self.report = report


def require(ruling: Ruling) -> None:
    """Go on if allowed. Raises RefusedError with the reason if not."""
    if not ruling:
        raise RefusedError(ruling.reason)
