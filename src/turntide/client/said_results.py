"""What a place tells its own programs of its rounds, and of what was said in them, as immutable data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


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
