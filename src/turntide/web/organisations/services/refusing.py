"""Why the register cannot be changed so, said so that a person can act on it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from turntide.web.accounts.rules import Ruling
from turntide.web.organisations.models import Organisation


class RefusedError(Exception):
    """A service refuses; the text says why and what to do."""


class NameTakenError(RefusedError):
    """Another body goes by the name: ``holder``, with which this one could be merged."""

    def __init__(self, name: str, holder: Organisation) -> None:
        reason = _("“%(name)s” is a name of “%(holder)s”.") % {"name": name, "holder": holder.name}
        super().__init__(reason)
        self.name, self.holder = name, holder


class ChangedMeanwhileError(Exception):
    """Somebody else wrote first. ``body`` is as it stands now; nothing was written."""

    def __init__(self, body: Organisation) -> None:
        super().__init__(f"{body} was changed meanwhile")
        self.body = body


def require(ruling: Ruling) -> None:
    """Go on if allowed. Raises RefusedError with the reason if not."""
    if not ruling:
        raise RefusedError(ruling.reason)
