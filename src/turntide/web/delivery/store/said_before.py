"""What an update said at an earlier moment, from its history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from turntide.web.delivery.models import Saying, Update
from turntide.web.delivery.rules.said import ReachSaid, ReadingSaid, Said, StepSaid

_DAYS = {"recovers_on", "due", "met_on", "moved_to", "on"}


def saying_before(update: Update) -> Saying | None:
    """What the update said before its last write."""
    return update.sayings.filter(number__lt=update.version).order_by("-number").first()


def saying_now(update: Update) -> Saying | None:
    """The last write of the update."""
    return update.sayings.filter(number=update.version).first()


def said_in(saying: Saying | None) -> Said:
    """What was said there; nothing for none."""
    if saying is None:
        return Said()
    kept = saying.said
    return Said(
        **{
            **_of(Said, kept),
            "steps": tuple(StepSaid(**_of(StepSaid, each)) for each in kept.get("steps", ())),
            "readings": tuple(ReadingSaid(**_of(ReadingSaid, each)) for each in kept.get("readings", ())),
            "reached": tuple(ReachSaid(**_of(ReachSaid, each)) for each in kept.get("reached", ())),
        }
    )


def _of(kind: type, kept: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of this kind, with days as days again."""
    return {
        field.name: date.fromisoformat(kept[field.name])
        if field.name in _DAYS and kept[field.name]
        else kept[field.name]
        for field in fields(kind)
        if field.name in kept
    }
