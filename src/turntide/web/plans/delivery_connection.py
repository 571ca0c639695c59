"""What became of actions, asked of whoever knows: this app stands beneath delivery and may not look up to it.

Apps above give themselves here when the site starts. Without one, nothing is known of how fresh anything is.
See docs/decisions/0010-organisations-ask-through-a-connection.md.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from turntide.web.accounts.models import Place
from turntide.web.plans.models import Action, Actions, Edition


@dataclass(frozen=True, slots=True)
class Fresh:
    """How fresh what is known of an action is: a word of design's statuses, and since when, in words."""

    freshness: str
    since: str = ""


class Delivery(Protocol):
    """What an app above knows of how actions are delivered."""

    def freshness(self, actions: Collection[UUID]) -> Mapping[UUID, Fresh]:
        """How fresh each is, in one query; one never asked nor told of may be left out."""

    def narrowed(self, actions: Actions, freshness: str) -> Actions:
        """Those of them that are this fresh today ('current', 'due', 'late', 'silent', or '' for not reported)."""

    def counts(self, actions: Actions) -> Mapping[str, int]:
        """How many of them are how fresh."""

    def adopted(self, edition: Edition) -> None:
        """An edition was adopted, in the transaction that is still open."""


class Nothing:
    """The connection of a site where nobody is asked."""

    def freshness(self, actions: Collection[UUID]) -> Mapping[UUID, Fresh]:
        """Nothing is known."""
        return {}

    def narrowed(self, actions: Actions, freshness: str) -> Actions:
        """All are not reported."""
        return actions.none() if freshness else actions

    def counts(self, actions: Actions) -> Mapping[str, int]:
        """None is counted."""
        return {}

    def adopted(self, edition: Edition) -> None:
        """Nothing follows."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of an action's or a plan's page that an app above draws: ``template`` gets this as ``panel``."""

    title: str
    template: str
    holds: Any


@dataclass(frozen=True, slots=True)
class Asker:
    """Who looks at a page, as far as a panel need know."""

    place: Place
    may_edit: bool
    may_contribute: bool


ActionPanels = Callable[[Action, Asker], Sequence[Panel]]


class _Switchboard:
    def __init__(self) -> None:
        self.delivery: Delivery = Nothing()
        self.panels: list[ActionPanels] = []


_SWITCHBOARD = _Switchboard()


def connect_delivery(delivery: Delivery) -> None:
    """Say who knows how actions are delivered. Called once, when the app above is ready."""
    _SWITCHBOARD.delivery = delivery


def delivery() -> Delivery:
    """Who knows how actions are delivered."""
    return _SWITCHBOARD.delivery


def add_panels(panels: ActionPanels) -> None:
    """Say what else an action's page shows. Called when an app above is ready; shown in the order told."""
    if panels not in _SWITCHBOARD.panels:
        _SWITCHBOARD.panels.append(panels)


def panels_of(action: Action, asker: Asker) -> tuple[Panel, ...]:
    """What apps above show of an action."""
    return tuple(panel for panels in _SWITCHBOARD.panels for panel in panels(action, asker))
