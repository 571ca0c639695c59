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


@dataclass(frozen=True, slots=True)
class SaidStep:
    """A milestone met, or moved with a reason."""

    milestone: int | None
    text: str
    due: date | None
    met_on: date | None
    moved_to: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class SaidReading:
    """A measure's value, the day its figures are of, and where they come from."""

    measure: int | None
    text: str
    value: str
    on: date | None
    origin: str


@dataclass(frozen=True, slots=True)
class SaidReach:
    """Who was reached, and how many."""

    group: str
    number: int | None


@dataclass(frozen=True, slots=True)
class HeldUpdate:
    """An update that was handed in."""

    id: str
    action: str
    request: str | None
    state: str
    via: str
    on: date | None
    starts: date | None
    ends: date | None
    author: str
    body: str
    lifecycle: str
    confidence: str
    reason: str
    recovers_on: date | None
    done: str
    next: str
    in_the_way: str
    ask: str
    no_change: bool
    worth_a_story: bool
    wording: str
    steps: tuple[SaidStep, ...]
    readings: tuple[SaidReading, ...]
    reached: tuple[SaidReach, ...]
    said_at: datetime | None
    approved_at: datetime | None
    public: bool
    public_words: str
    version: int
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class HeldRound:
    """A round."""

    id: str
    title: str
    state: str
    starts: date | None
    ends: date | None
    due_on: date | None
    note: str
    plans: tuple[str, ...]
    group: str
    asked: int
    answered: int
    opened_at: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class HeldRequest:
    """An action that somebody is asked for. ``version`` is what an update of it has to name."""

    id: str
    round: str
    action: str
    state: str
    open: bool
    due_on: date | None
    asked_of: str
    body: str
    question: str
    version: int
