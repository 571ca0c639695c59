"""What is held about a person, asked of every app: each tells its own part when the site starts (`tell`).

A person is meant by their address: whoever is asked for an update has no account.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.functional import Promise

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By

FORGOTTEN = "[name removed]"
"""What stands where a forgotten person's name stood."""


@dataclass(frozen=True, slots=True)
class Held:
    """Rows of one kind that are held about somebody: 'Letters sent', and each as names and words."""

    what: str | Promise
    rows: Sequence[Mapping[str, str]]


class Holder(Protocol):
    """An app that holds something about people."""

    def held(self, place: Place, email: str) -> Sequence[Held]:
        """All that is held in a place about the person with this address."""

    def forget(self, place: Place, email: str, *, by: By) -> Sequence[str]:
        """Remove it, history and search included; what was said about actions stays, without the name.

        Within the caller's transaction. Gives sentences on what could not be removed and must be seen to by hand.
        """


_HOLDERS: dict[str, Holder] = {}


def tell(name: str, holder: Holder) -> None:
    """Say what an app holds. Called once, when the app is ready."""
    _HOLDERS[name] = holder


def holders() -> tuple[Holder, ...]:
    """Every app that holds something, the uppermost first."""
    return tuple(_HOLDERS.values())
