"""What programs may write, and how it has to be."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict, model_validator

MOST_LETTERS = 20_000
_DAY = re.compile(r"^(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}$")


def _plain(words: str) -> str:
    if any(ord(letter) < 32 and letter not in "\t\n\r" for letter in words):
        raise ValueError(_("Leave out control characters: only text can be kept."))
    if any(0xD800 <= ord(letter) <= 0xDFFF for letter in words):
        raise ValueError(_("Leave out half of a pair of surrogates: only text can be kept."))
    return words


def _as_written(day: Any) -> Any:
    """A day as it has to be written: a number would otherwise pass for seconds since 1970."""
    if isinstance(day, str) and _DAY.fullmatch(day):
        return day
    raise ValueError(_("Write a day from 1900 to 2999 like 2027-03-31."))


def _on_one_line(words: str) -> str:
    if "\n" in words or "\r" in words:
        raise ValueError(_("Write this on one line."))
    return words


def _saying_something(words: str) -> str:
    if not words.strip():
        raise ValueError(_("Say what is to be done."))
    return words


def _matching(pattern: str) -> Any:
    """What the description says of words; refusals of our own say it plainer than a pattern does."""
    return Field(json_schema_extra={"pattern": pattern})


_LETTER = r"[^\x00-\x08\x0b\x0c\x0e-\x1f]"
Words = Annotated[str, Field(max_length=MOST_LETTERS), AfterValidator(_plain), _matching(f"^{_LETTER}*$")]
Said = Annotated[
    Words, AfterValidator(_saying_something), _matching(rf"^{_LETTER}*[^\s\x00-\x1f\x85]{_LETTER}*$")
]
Line = Annotated[
    str,
    Field(max_length=300),
    AfterValidator(_plain),
    AfterValidator(_on_one_line),
    _matching(r"^[^\x00-\x08\x0a-\x1f]*$"),
]
Day = Annotated[date, BeforeValidator(_as_written), _matching(_DAY.pattern)]
Number = Annotated[int, Strict()]
YesOrNo = Annotated[bool, Strict()]
Lifecycle = Literal["not started", "planning", "delivering", "ongoing", "complete", "paused", "stopped"]
Confidence = Literal["red", "amber", "green"]


class Written(BaseModel):
    """What is not known here is refused, so that a slip of the pen does not pass unnoticed."""

    model_config = ConfigDict(extra="forbid")


class StepIn(Written):
    """A milestone met, or moved with a reason. ``milestone`` is its id in the action."""

    milestone: Number
    met_on: Day | None = None
    moved_to: Day | None = None
    reason: Words = ""


class ReadingIn(Written):
    """A measure's value. ``measure`` is its id in the action."""

    measure: Number
    value: Annotated[Line, Field(min_length=1, max_length=100)]
    on: Day | None = None
    origin: Line = ""


class ReachIn(Written):
    """Who was reached, and how many."""

    group: Annotated[Line, Field(min_length=1, max_length=200)]
    number: Annotated[Number, Field(ge=0, le=2_000_000_000)] | None = None


class UpdateIn(Written):
    """How an action stands, as it is handed in for a request. ``no_change``: it stands as it stood, and nothing else.

    ``version`` is the request's, as it was seen; it may be left out where If-Match is sent.
    """

    version: Annotated[Number, Field(ge=0)] | None = None
    no_change: YesOrNo = False
    lifecycle: Lifecycle | None = None
    confidence: Confidence | None = None
    reason: Words = ""
    recovers_on: Day | None = None
    done: Words = ""
    next: Words = ""
    in_the_way: Words = ""
    ask: Words = ""
    worth_a_story: YesOrNo = False
    steps: Annotated[list[StepIn], Field(max_length=100)] = []
    readings: Annotated[list[ReadingIn], Field(max_length=100)] = []
    reached: Annotated[list[ReachIn], Field(max_length=100)] = []

    @model_validator(mode="after")
    def _no_change_and_nothing_else(self) -> Self:
        beside = type(self).model_fields.keys() - {"version", "no_change"}
        if self.no_change and any(getattr(self, name) for name in beside):
            raise ValueError(
                _("Send “no_change” alone, or leave it out: nothing that is said would be kept.")
            )
        return self


class ActionIn(Written):
    """The words of an action. What is left out stays as it is; what is null or empty is taken away.

    Dates are worked out of ``when``; ``starts`` and ``ends`` are given only where they differ from what it says.
    """

    ref: Annotated[Line, Field(max_length=100)] | None = None
    text: Said = ""
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
        return self


class NewActionIn(ActionIn):
    """An action to add to a plan, last under a heading, or without one."""

    plan: UUID
    under: UUID | None = None
    text: Said


class ChangedActionIn(ActionIn):
    """What is to change of an action. ``version`` is what was seen; it may be left out where If-Match is sent."""

    version: Annotated[Number, Field(ge=0)] | None = None
