"""What everything that programs are told is made of."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

from turntide.web.api.rules.narrowing import NONE

Freshness = Literal["current", "due", "late", "silent", "not reported"]
Lifecycle = Literal[
    "not started",
    "planning",
    "delivering",
    "ongoing",
    "complete",
    "paused",
    "stopped",
    "merged",
    "not reported",
]
Confidence = Literal["red", "amber", "green", "blue", "not reported"]
_LIFECYCLE: TypeAdapter[Lifecycle] = TypeAdapter(Lifecycle)
_CONFIDENCE: TypeAdapter[Confidence] = TypeAdapter(Confidence)
_FRESHNESS: TypeAdapter[Freshness] = TypeAdapter(Freshness)


class Told(BaseModel):
    """Read from anything that has these names."""

    model_config = ConfigDict(from_attributes=True)


class Page(BaseModel):
    """A page of a list. ``next`` is the address of the next page, null at the end."""

    next: str | None


def lifecycle_told(word: str) -> Lifecycle:
    """A lifecycle as programs are told it: what is empty was not reported."""
    return _LIFECYCLE.validate_python(word or NONE)


def confidence_told(word: str) -> Confidence:
    """A confidence as programs are told it: what is empty was not reported."""
    return _CONFIDENCE.validate_python(word or NONE)


def freshness_told(word: str) -> Freshness:
    """A freshness as programs are told it: what is empty was not reported."""
    return _FRESHNESS.validate_python(word or NONE)
