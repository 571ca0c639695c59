"""What bodies do in plans, asked of whoever knows: this app stands beneath plans and may not look up to them.

An app above gives itself here when the site starts (`connect`). Without one, bodies do nothing anywhere.
See docs/decisions/0010-organisations-ask-through-a-connection.md.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from django.utils.functional import Promise

from turntide.web.accounts.models import Place


@dataclass(frozen=True, slots=True)
class ActionShown:
    """An action in which a body has a part; ``spelled`` is the plan's name for the body, ``status`` safe HTML."""

    text: str
    url: str
    plan: str
    plan_url: str
    part: str | Promise
    spelled: str
    when: str
    status: str


@dataclass(frozen=True, slots=True)
class Counts:
    """In how many actions a body leads and in how many it is a partner."""

    leads: int = 0
    partners: int = 0

    @property
    def all(self) -> int:
        """Both together."""
        return self.leads + self.partners


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a plan writes a body's name, and how often."""

    name: str
    plan: str
    plan_url: str
    times: int


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of a body that no longer exists. ``on`` is None where no single day is known."""

    what: str
    on: date | None
    successor: str
    source: str
    url: str


class Listed(Protocol):
    """A list that is fetched a page at a time."""

    def count(self) -> int: ...  # noqa: D102

    def __len__(self) -> int: ...

    def __getitem__(self, part: slice) -> Sequence[ActionShown]: ...


class Connection(Protocol):
    """What an app above knows of bodies. An id always means the body and all that were merged into it."""

    def counts(self, place: Place, ids: Collection[UUID] | None) -> Mapping[UUID, Counts]:
        """For each of these bodies, or for all; a body that does nothing may be left out."""

    def actions(self, place: Place, body: UUID) -> Listed:
        """All its standing actions, plan by plan."""

    def examples(
        self, place: Place, ids: Collection[UUID], each: int
    ) -> Mapping[UUID, Sequence[ActionShown]]:
        """A few of its actions, for each of these bodies."""

    def spellings(self, place: Place, body: UUID) -> Sequence[Spelling]:
        """How plans write its name."""

    def ended(self, names: Iterable[str]) -> Mapping[str, Ended]:
        """Which of these names are those of bodies known to exist no more."""

    def table(self, place: Place, body: UUID) -> str:
        """The address of its actions as a table; empty for none."""


class Nothing:
    """The connection of a site without plans."""

    def counts(self, place: Place, ids: Collection[UUID] | None) -> Mapping[UUID, Counts]:
        """None does anything."""
        return {}

    def actions(self, place: Place, body: UUID) -> Listed:
        """None."""
        return _NoActions()

    def examples(
        self, place: Place, ids: Collection[UUID], each: int
    ) -> Mapping[UUID, Sequence[ActionShown]]:
        """None."""
        return {}

    def spellings(self, place: Place, body: UUID) -> Sequence[Spelling]:
        """None."""
        return ()

    def ended(self, names: Iterable[str]) -> Mapping[str, Ended]:
        """None is known to have ended."""
        return {}

    def table(self, place: Place, body: UUID) -> str:
        """Nowhere."""
        return ""


class _NoActions(list[ActionShown]):
    def count(self, value: object = None) -> int:
        return 0


class _Switchboard:
    def __init__(self) -> None:
        self.connection: Connection = Nothing()


_SWITCHBOARD = _Switchboard()


def connect(connection: Connection) -> None:
    """Say who knows what bodies do. Called once, when the app above is ready."""
    _SWITCHBOARD.connection = connection


def connected() -> Connection:
    """Who knows what bodies do."""
    return _SWITCHBOARD.connection
