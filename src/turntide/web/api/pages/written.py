"""What programs may write, and how it has to be."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

MOST_LETTERS = 20_000


def _plain(words: str) -> str:
    if any(ord(letter) < 32 and letter not in "\t\n\r" for letter in words):
        raise ValueError(_("Leave out control characters: only text can be kept."))
    if any(0xD800 <= ord(letter) <= 0xDFFF for letter in words):
        raise ValueError(_("Leave out half of a pair of surrogates: only text can be kept."))
    return words


Words = Annotated[str, Field(max_length=MOST_LETTERS), AfterValidator(_plain)]
Line = Annotated[str, Field(max_length=300, pattern=r"^[^\r\n]*$"), AfterValidator(_plain)]
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2999, 12, 31))]
Lifecycle = Literal["not started", "planning", "delivering", "ongoing", "complete", "paused", "stopped"]
Confidence = Literal["red", "amber", "green"]


class Written(BaseModel):
    """What is not known here is refused, so that a slip of the pen does not pass unnoticed."""

    model_config = ConfigDict(extra="forbid")


class StepIn(Written):
    """A milestone met, or moved with a reason. ``milestone`` is its id in the action."""

    milestone: int
    met_on: Day | None = None
    moved_to: Day | None = None
    reason: Words = ""


class ReadingIn(Written):
    """A measure's value. ``measure`` is its id in the action."""

    measure: int
    value: Annotated[Line, Field(min_length=1, max_length=100)]
    on: Day | None = None
    origin: Line = ""


class ReachIn(Written):
    """Who was reached, and how many."""

    group: Annotated[Line, Field(min_length=1, max_length=200)]
    number: Annotated[int, Field(ge=0, le=2_000_000_000)] | None = None


class UpdateIn(Written):
    """How an action stands, as it is handed in for a request. ``no_change``: it stands as it stood, and nothing else.

    ``version`` is the request's, as it was seen; it may be left out where If-Match is sent.
    """

    version: Annotated[int, Field(ge=0)] | None = None
    no_change: bool = False
    lifecycle: Lifecycle | None = None
    confidence: Confidence | None = None
    reason: Words = ""
    recovers_on: Day | None = None
    done: Words = ""
    next: Words = ""
    in_the_way: Words = ""
    ask: Words = ""
    worth_a_story: bool = False
    steps: Annotated[list[StepIn], Field(max_length=100)] = []
    readings: Annotated[list[ReadingIn], Field(max_length=100)] = []
    reached: Annotated[list[ReachIn], Field(max_length=100)] = []


class ActionIn(Written):
    """The words of an action. What is left out stays as it is.

    Dates are worked out of ``when``; ``starts`` and ``ends`` are given only where they differ from what it says.
    """

    ref: Annotated[Line, Field(max_length=100)] | None = None
    text: Words | None = None
    detail: Words | None = None
    rationale: Words | None = None
    leads: Annotated[list[Line], Field(max_length=100)] | None = None
    partners: Annotated[list[Line], Field(max_length=100)] | None = None
    involving: Words | None = None
    when: Line | None = None
    starts: Day | None = None
    ends: Day | None = None
    milestones: Annotated[list[Line], Field(max_length=100)] | None = None
    measures: Annotated[list[Line], Field(max_length=100)] | None = None
    programmes: Annotated[list[Line], Field(max_length=100)] | None = None
    status: Annotated[Line, Field(description="In the plan’s own words.")] | None = None
    lifecycle: Lifecycle | None = None
    confidence: Confidence | None = None

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.starts and self.ends and self.ends < self.starts:
            raise ValueError(_("The end must not be before the start."))
        if self.text is not None and not self.text.strip():
            raise ValueError(_("Say what is to be done."))
        return self


class NewActionIn(ActionIn):
    """An action to add to a plan, last under a heading, or without one."""

    plan: UUID
    under: UUID | None = None
    text: Annotated[Words, Field(min_length=1)]


class ChangedActionIn(ActionIn):
    """What is to change of an action. ``version`` is what was seen; it may be left out where If-Match is sent."""

    version: Annotated[int, Field(ge=0)] | None = None
