"""What programs are told of what a place published. Days are ISO 8601; what is not known is empty."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from turntide.web.api.pages.published_action import ActionOut, BodyOut, MeasureOut, MilestoneOut, StatementOut
from turntide.web.api.pages.published_changes import (
    CameOut,
    ChangedOut,
    ChangesOut,
    MovedOut,
    TurnedOut,
    WentOut,
)
from turntide.web.api.pages.told import Page, Told

__all__ = [
    "ActionOut",
    "ActionsPage",
    "BodyOut",
    "CameOut",
    "ChangedOut",
    "ChangesOut",
    "FigureOut",
    "FiguresOut",
    "HeadingOut",
    "HeadingsPage",
    "InvolvedOut",
    "InvolvedPage",
    "MeasureOut",
    "MilestoneOut",
    "MovedOut",
    "Page",
    "PlaceOut",
    "PlacesPage",
    "PlanOut",
    "PlansPage",
    "StatementOut",
    "StoriesPage",
    "StoryOut",
    "TermOut",
    "Told",
    "TurnedOut",
    "WentOut",
]


class PlaceOut(Told):
    """A place that publishes. ``publication`` counts from 1; ``starts`` and ``ends`` are the period it tells of."""

    slug: str
    name: str
    summary: str
    contact: str
    licence: Annotated[str, Field(description="An SPDX id.")]
    publication: int
    published_at: str
    starts: str
    ends: str
    url: Annotated[str, Field(description="The place in this API.")]
    page: Annotated[str, Field(description="Its public page.")]


class TermOut(Told):
    """A plan's own word for a status, and what it means by it."""

    axis: str
    meaning: str
    label: str
    definition: str


class PlanOut(Told):
    """A plan. ``confidence``: it is reported in red, amber and green; ``stories_only``: it is told without colours."""

    id: str
    title: str
    vision: str
    summary: str
    period: str
    levels: list[str]
    confidence: bool
    stories_only: bool
    terms: list[TermOut]
    source: Annotated[str, Field(description="The document it is from.")]
    actions: Annotated[int, Field(description="How many actions it has.")]


class HeadingOut(Told):
    """A theme, ambition or aim; ``level`` is the plan's name for what it is, ``plain`` its text in plain words."""

    id: str
    plan: str
    text: str
    plain: str
    level: str
    ref: str
    parent: str


class InvolvedOut(Told):
    """A body that is involved, with the ids of the actions it leads and those it is a partner in."""

    id: str
    name: str
    leads: list[str]
    partners: list[str]


class StoryOut(Told):
    """A story whose people agreed that it is told."""

    id: str
    title: str
    situation: str
    did: str
    changed: str
    words: str
    whose: str
    learnt: str
    groups: list[str]
    where: list[str]
    actions: list[str]
    plans: list[str]


class FigureOut(Told):
    """A number, and the ids of the actions it counts."""

    status: str
    number: int
    actions: list[str]


class FiguresOut(Told):
    """How the actions stand, on each axis. They are the figures of the paper and the public page."""

    starts: str
    ends: str
    all: FigureOut
    reported: FigureOut
    lifecycle: list[FigureOut]
    confidence: list[FigureOut]
    freshness: list[FigureOut]


class PlacesPage(Page):
    """Places that publish."""

    items: list[PlaceOut]


class PlansPage(Page):
    """Plans."""

    items: list[PlanOut]


class HeadingsPage(Page):
    """Headings, in the plans' order."""

    items: list[HeadingOut]


class ActionsPage(Page):
    """Actions, in the plans' order."""

    items: list[ActionOut]


class InvolvedPage(Page):
    """Bodies involved, by name."""

    items: list[InvolvedOut]


class StoriesPage(Page):
    """Stories."""

    items: list[StoryOut]
