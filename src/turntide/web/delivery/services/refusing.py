"""What cannot be done as things stand, said so that a person can act on it."""

from __future__ import annotations

from turntide.web.accounts.rules import Ruling
from turntide.web.delivery.models import Update
from turntide.web.delivery.rules.said import Fault


class RefusedError(Exception):
    """A service refuses; the text says why and what to do."""


class AnsweredMeanwhileError(Exception):
    """Somebody else wrote first: on another device, by Excel, or an officer. Nothing was written.

    ``update`` is what stands now.
    """

    def __init__(self, update: Update) -> None:
        super().__init__("answered meanwhile")
        self.update = update


class UnfinishedError(Exception):
    """What was said lacks something; ``faults`` name each field and what to do."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(" ".join(fault.sentence for fault in faults))
        self.faults = faults


def require(ruling: Ruling) -> None:
    """Go on if allowed. Raises RefusedError with the reason if not."""
    if not ruling:
        raise RefusedError(ruling.reason)
