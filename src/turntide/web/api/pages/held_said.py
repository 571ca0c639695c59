"""What a place's own programs are told of rounds, and of what was said in them. Days are ISO 8601 or null."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, TypeAdapter

from turntide.web.api.pages.told import Page, Told

StateOfRequest = Literal["asked", "answered", "sent back", "approved"]
StateOfRound = Literal["draft", "open", "closed"]
StateOfUpdate = Literal["submitted", "sent back", "approved"]
_STATE_OF_REQUEST: TypeAdapter[StateOfRequest] = TypeAdapter(StateOfRequest)


class SaidStep(Told):
    """A milestone met, or moved with a reason."""

    milestone: int | None
    text: str
    due: date | None
    met_on: date | None
    moved_to: date | None
    reason: str


class SaidReading(Told):
    """A measure's value, the day its figures are of, and where they come from."""

    measure: int | None
    text: str
    value: str
    on: date | None
    origin: str


class SaidReach(Told):
    """Who was reached, and how many."""

    group: str
    number: int | None


class HeldUpdate(Told):
    """An update that was handed in. ``version`` grows with each write."""

    id: UUID
    action: UUID
    request: UUID | None
    state: StateOfUpdate
    via: Literal["page", "sheet", "officer", "document", "program"]
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
    wording: Annotated[str, Field(description="The document’s own words, where it came with the plan.")]
    steps: list[SaidStep]
    readings: list[SaidReading]
    reached: list[SaidReach]
    said_at: datetime | None
    approved_at: datetime | None
    public: bool
    public_words: str
    version: int
    changed_at: datetime


class HeldRound(Told):
    """A round."""

    id: UUID
    title: str
    state: StateOfRound
    starts: date
    ends: date
    due_on: date
    note: str
    plans: Annotated[list[UUID], Field(description="Empty: all plans of the place.")]
    group: str
    asked: int
    answered: int
    opened_at: datetime | None
    closed_at: datetime | None


class HeldRequest(Told):
    """An action that somebody is asked for in a round. ``version`` is what an update of it has to name: 0 where none is
    there yet.
    """

    id: UUID
    round: UUID
    action: UUID
    state: StateOfRequest
    open: bool
    due_on: date
    asked_of: str
    body: str
    question: str
    version: int


class HeldUpdates(Page):
    """Updates, as they came."""

    items: list[HeldUpdate]


class HeldRounds(Page):
    """Rounds, as they were made."""

    items: list[HeldRound]


class HeldRequests(Page):
    """Requests, in the plans' order."""

    items: list[HeldRequest]


def state_of_request(word: str) -> StateOfRequest:
    """How far a request is, as programs are told it."""
    return _STATE_OF_REQUEST.validate_python(word)
