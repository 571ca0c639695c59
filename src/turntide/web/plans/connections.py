"""Documents as they were laid out, asked of whoever keeps them: this app stands beneath intake and may not look up.

An app above gives itself here when the site starts (`connect`). Without one, no document is kept.
See docs/decisions/0010-organisations-ask-through-a-connection.md.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol
from uuid import UUID

from turntide.web.accounts.models import Place


class Documents(Protocol):
    """What an app above knows of the documents of editions."""

    def addresses(self, place: Place, editions: Collection[UUID]) -> Mapping[UUID, str]:
        """The address of each of these editions' document; one that is not kept as laid out is left out.

        The page there takes ``action``, an action's id, and ``spot``, the name of a place in the document
        (`plans.pages.places_in_files.spot_name`).
        """


class Nothing:
    """The connection of a site that keeps no document."""

    def addresses(self, place: Place, editions: Collection[UUID]) -> Mapping[UUID, str]:
        """None is kept."""
        return {}


class _Switchboard:
    def __init__(self) -> None:
        self.connection: Documents = Nothing()


_SWITCHBOARD = _Switchboard()


def connect(connection: Documents) -> None:
    """Say who keeps documents. Called once, when the app above is ready."""
    _SWITCHBOARD.connection = connection


def connected() -> Documents:
    """Who keeps documents."""
    return _SWITCHBOARD.connection
