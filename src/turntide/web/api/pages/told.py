"""What everything that programs are told is made of."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

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


class Told(BaseModel):
    """Read from anything that has these names."""

    model_config = ConfigDict(from_attributes=True)


class Page(BaseModel):
    """A page of a list. ``next`` is the address of the next page, null at the end."""

    next: str | None
