"""What a place tells its own programs of what it holds now, as immutable data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class HeldPlan:
    """A plan. ``version`` grows with each write."""

    id: str
    title: str
    vision: str
    period: str
    levels: tuple[str, ...]
    version: int


@dataclass(frozen=True, slots=True)
class HeldHeading:
    """A theme, ambition or aim."""

    id: str
    plan: str
    level: str
    ref: str
    text: str
    rationale: str
    parent: str | None
    version: int


@dataclass(frozen=True, slots=True)
class HeldPart:
    """A body's part in an action. ``name`` is the plan's spelling."""

    organisation: str
    name: str


@dataclass(frozen=True, slots=True)
class HeldMilestone:
    """A step on the way. ``id`` names it in an update."""

    id: int
    text: str
    due: date | None
    cadence: str


@dataclass(frozen=True, slots=True)
class HeldMeasure:
    """How success is known. ``id`` names it in an update."""

    id: int
    text: str
    target: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InDocument:
    """How an action stands by the plan itself."""

    wording: str
    lifecycle: str
    confidence: str


@dataclass(frozen=True, slots=True)
class HeldAction:
    """An action as it stands now."""

    id: str
    plan: str
    under: str | None
    also_under: tuple[str, ...]
    ref: str
    text: str
    detail: str
    rationale: str
    leads: tuple[HeldPart, ...]
    partners: tuple[HeldPart, ...]
    involving: str
    when: str
    starts: date | None
    ends: date | None
    milestones: tuple[HeldMilestone, ...]
    measures: tuple[HeldMeasure, ...]
    programmes: tuple[str, ...]
    lifecycle: str
    confidence: str
    freshness: str
    since: str
    in_document: InDocument
    retired: bool
    version: int
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class HeldIdentifier:
    """What a public register calls a body."""

    scheme: str
    code: str


@dataclass(frozen=True, slots=True)
class HeldBody:
    """A body of the register."""

    id: str
    name: str
    kind: str
    other_names: tuple[str, ...]
    identifiers: tuple[HeldIdentifier, ...]
    website: str
    ended_on: date | None
    version: int
