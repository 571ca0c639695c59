"""What a site tells, as immutable data. Days are dates, and None where nothing is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Place:
    """A place that publishes. ``publication`` counts from 1; ``starts`` and ``ends`` are the period it tells of."""

    slug: str
    name: str
    summary: str
    contact: str
    licence: str
    publication: int
    published_at: datetime | None
    starts: date | None
    ends: date | None
    url: str


@dataclass(frozen=True, slots=True)
class Term:
    """A plan's own word for a status, and what it means by it."""

    axis: str
    meaning: str
    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan that is published. ``actions`` is how many it has."""

    id: str
    title: str
    vision: str
    summary: str
    period: str
    levels: tuple[str, ...]
    confidence: bool
    stories_only: bool
    terms: tuple[Term, ...]
    source: str
    actions: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A theme, ambition or aim; ``plain`` is its text in plain words."""

    id: str
    plan: str
    text: str
    plain: str
    level: str
    ref: str
    parent: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its name. ``id`` is empty where the plan's word is no body of the register."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What was last said of an action, in the words settled for the public."""

    id: str
    on: date | None
    body: str
    by: str
    role: str
    starts: date | None
    ends: date | None
    words: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step. ``was`` is the plan's own day, where it was moved."""

    id: str
    text: str
    due: date | None
    was: date | None
    met_on: date | None


@dataclass(frozen=True, slots=True)
class Measure:
    """How success is known."""

    text: str
    target: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """An action as it stood when the place published."""

    id: str
    plan: str
    ref: str
    text: str
    plain: str
    detail: str
    path: tuple[str, ...]
    leads: tuple[Body, ...]
    partners: tuple[Body, ...]
    when: str
    starts: date | None
    ends: date | None
    lifecycle: str
    lifecycle_label: str
    confidence: str
    confidence_label: str
    status_wording: str
    freshness: str
    since: str
    reported: bool
    statement: Statement | None
    milestones: tuple[Milestone, ...]
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Involved:
    """A body, with the ids of the actions it leads and those it is a partner in."""

    id: str
    name: str
    leads: tuple[str, ...]
    partners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A story whose people agreed that it is told."""

    id: str
    title: str
    situation: str
    did: str
    changed: str
    words: str
    whose: str
    learnt: str
    groups: tuple[str, ...]
    where: tuple[str, ...]
    actions: tuple[str, ...]
    plans: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, and the ids of the actions it counts."""

    status: str
    number: int
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """How some actions stand, on each axis."""

    starts: date | None
    ends: date | None
    all: Figure
    reported: Figure
    lifecycle: tuple[Figure, ...]
    confidence: tuple[Figure, ...]
    freshness: tuple[Figure, ...]
