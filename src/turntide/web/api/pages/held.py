"""What a place's own programs are told of what it holds now. Days are ISO 8601 or null."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from turntide.web.api.pages.told import Confidence, Freshness, Lifecycle, Page, Told


class HeldPlan(Told):
    """A plan. ``version`` grows with each write."""

    id: UUID
    title: str
    vision: str
    period: str
    levels: list[str]
    version: int


class HeldHeading(Told):
    """A theme, ambition or aim."""

    id: UUID
    plan: UUID
    level: str
    ref: str
    text: str
    rationale: str
    parent: UUID | None
    version: int


class HeldPart(Told):
    """A body's part in an action. ``name`` is the plan's spelling, ``organisation`` whom it means."""

    organisation: UUID
    name: str


class HeldMilestone(Told):
    """A step on the way. ``id`` names it in an update."""

    id: int
    text: str
    due: date | None
    cadence: str


class HeldMeasure(Told):
    """How success is known. ``id`` names it in an update."""

    id: int
    text: str
    target: str
    groups: list[str]


class InDocument(Told):
    """How an action stands by the plan itself."""

    wording: str
    lifecycle: str
    confidence: str


class HeldAction(Told):
    """An action. ``lifecycle``, ``confidence`` and ``freshness`` are as lists show it: as somebody last said, else as
    the plan has it.
    """

    id: UUID
    plan: UUID
    under: Annotated[UUID | None, Field(description="The heading it stands under.")]
    also_under: list[UUID]
    ref: str
    text: str
    detail: str
    rationale: str
    leads: list[HeldPart]
    partners: list[HeldPart]
    involving: Annotated[str, Field(description="Owners in the plan’s own words, where it says more.")]
    when: str
    starts: date | None
    ends: date | None
    milestones: list[HeldMilestone]
    measures: list[HeldMeasure]
    programmes: list[str]
    lifecycle: Lifecycle
    confidence: Confidence
    freshness: Freshness
    since: str
    in_document: InDocument
    retired: bool
    version: int
    changed_at: datetime


class HeldIdentifier(Told):
    """What a public register calls a body."""

    scheme: str
    code: str


class HeldBody(Told):
    """A body of the register."""

    id: UUID
    name: str
    kind: str
    other_names: list[str]
    identifiers: list[HeldIdentifier]
    website: str
    ended_on: date | None
    version: int


class HeldPlans(Page):
    """Plans, by title."""

    items: list[HeldPlan]


class HeldHeadings(Page):
    """Headings, in the plans' order."""

    items: list[HeldHeading]


class HeldActions(Page):
    """Actions, in the plans' order."""

    items: list[HeldAction]


class HeldBodies(Page):
    """Bodies, by name."""

    items: list[HeldBody]


class Index(BaseModel):
    """Where to begin."""

    places: str
    held: str
    description: str
