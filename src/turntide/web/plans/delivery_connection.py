"""What became of actions, asked of whoever knows: this app stands beneath delivery and may not look up to it.

Apps above give themselves here when the site starts. Without one, nothing is known of how fresh anything is.
See docs/decisions/0010-organisations-ask-through-a-connection.md.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from django.db.models import F, QuerySet
from django.db.models.expressions import Combinable

from turntide.web.accounts.models import Place
from turntide.web.plans.models import Action, Actions, Edition


@dataclass(frozen=True, slots=True)
class Fresh:
    """How fresh what is known of an action is, and how it stands by what was last said of it.

    ``freshness`` is a word of design's statuses, empty where nothing was ever reported; ``since`` says since when, in
    words. ``lifecycle`` and ``confidence`` are the standard's words where somebody answered for the action; where they
    are empty the plan's own status holds. ``said`` is when that was said, in words. Labels are the plan's own words.
    """

    freshness: str
    since: str = ""
    label: str = ""
    lifecycle: str = ""
    lifecycle_label: str = ""
    confidence: str = ""
    confidence_label: str = ""
    said: str = ""

    @property
    def is_told(self) -> bool:
        """Whether somebody said how the action stands, beside the plan's document."""
        return bool(self.lifecycle or self.confidence)

    @property
    def holds(self) -> bool:
        """Whether the confidence that was last told may be shown as if it still held."""
        return self.freshness != "silent"


class Delivery(Protocol):
    """What an app above knows of how actions are delivered."""

    def freshness(self, actions: Collection[UUID]) -> Mapping[UUID, Fresh]:
        """How fresh each is, in one query; one never asked nor told of may be left out."""

    def narrowed(self, actions: Actions, freshness: str) -> Actions:
        """Those of them that are this fresh today ('current', 'due', 'late', 'silent', or '' for not reported)."""

    def told(self, axis: str, values: Collection[str]) -> tuple[QuerySet[Any, Any], QuerySet[Any, Any]]:
        """The ids of actions of which somebody said how they stand, and of those that stand so on this axis
        ('lifecycle' or 'confidence'): of the others the document's own status is shown.
        """

    def shown(self, axis: str) -> Combinable:
        """How an action stands on an axis as lists show it: a value of a query of actions, to be sorted by."""

    def counts(self, actions: Actions) -> Mapping[str, int]:
        """How many of them are how fresh."""

    def counts_of_plans(self, plans: Collection[UUID]) -> Mapping[UUID, Mapping[str, int]]:
        """How many standing actions of each plan are how fresh, but for those not reported; in one query."""

    def reports(self, place: Place) -> bool:
        """Whether anything was ever asked or told in a place, so that its lists speak of freshness."""

    def adopted(self, edition: Edition) -> None:
        """An edition was adopted, in the transaction that is still open."""

    def taken_back(self, edition: Edition) -> None:
        """An edition's adoption was undone, in the transaction that is still open."""


class Nothing:
    """The connection of a site where nobody is asked."""

    def freshness(self, actions: Collection[UUID]) -> Mapping[UUID, Fresh]:
        """Nothing is known."""
        return {}

    def narrowed(self, actions: Actions, freshness: str) -> Actions:
        """All are not reported."""
        return actions.none() if freshness else actions

    def told(self, axis: str, values: Collection[str]) -> tuple[QuerySet[Any, Any], QuerySet[Any, Any]]:
        """Nobody said anything."""
        nothing = Action.objects.none().values("pk")
        return nothing, nothing

    def shown(self, axis: str) -> Combinable:
        """As the document says."""
        return F(axis)

    def counts(self, actions: Actions) -> Mapping[str, int]:
        """None is counted."""
        return {}

    def counts_of_plans(self, plans: Collection[UUID]) -> Mapping[UUID, Mapping[str, int]]:
        """None is counted."""
        return {}

    def reports(self, place: Place) -> bool:
        """Nobody is asked."""
        return False

    def adopted(self, edition: Edition) -> None:
        """Nothing follows."""

    def taken_back(self, edition: Edition) -> None:
        """Nothing follows."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the page of an action or a place that an app above draws: ``template`` gets this as ``panel``."""

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
PlacePanels = Callable[[Asker], Sequence[Panel]]


class _Switchboard:
    def __init__(self) -> None:
        self.delivery: Delivery = Nothing()
        self.panels: dict[ActionPanels, int] = {}
        self.place_panels: list[PlacePanels] = []


_SWITCHBOARD = _Switchboard()


def connect_delivery(delivery: Delivery) -> None:
    """Say who knows how actions are delivered. Called once, when the app above is ready."""
    _SWITCHBOARD.delivery = delivery


def delivery() -> Delivery:
    """Who knows how actions are delivered."""
    return _SWITCHBOARD.delivery


def add_panels(panels: ActionPanels, *, after: int = 0) -> None:
    """Say what else an action's page shows; what has a lesser ``after`` comes first. Called when an app is ready."""
    _SWITCHBOARD.panels[panels] = after


def panels_of(action: Action, asker: Asker) -> tuple[Panel, ...]:
    """What apps above show of an action."""
    ordered = sorted(_SWITCHBOARD.panels.items(), key=lambda each: each[1])
    return tuple(panel for panels, _ in ordered for panel in panels(action, asker))


def add_place_panels(panels: PlacePanels) -> None:
    """Say what else the front page of a place shows. Called when an app is ready."""
    if panels not in _SWITCHBOARD.place_panels:
        _SWITCHBOARD.place_panels.append(panels)


def panels_of_place(asker: Asker) -> tuple[Panel, ...]:
    """What apps above show on the front page of a place."""
    return tuple(panel for panels in _SWITCHBOARD.place_panels for panel in panels(asker))
