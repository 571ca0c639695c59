"""The figures of a period: each a number with the actions it counts, so that every figure can be traced. Pure.

Word, PDF, Excel, the web page, the public page and the API all take their figures from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from turntide.web.periods.rules.record import ActionThen

NOT_REPORTED = ""
LIFECYCLES = (
    "not started",
    "planning",
    "delivering",
    "ongoing",
    "complete",
    "paused",
    "stopped",
    "merged",
    "",
)
COMPLETE = "blue"
"""The colour of a complete action, which need not be sure of anything any more."""
CONFIDENCES = ("red", "amber", "green", COMPLETE, "")
FRESHNESSES = ("current", "due", "late", "silent", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the ids of the actions it counts, in the plans' order."""

    key: str
    actions: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.actions)


@dataclass(frozen=True, slots=True)
class Figures:
    """How some actions stand. Each mapping has every key of its axis; the empty key is "not reported"."""

    all: Figure
    lifecycle: Mapping[str, Figure]
    confidence: Mapping[str, Figure]
    freshness: Mapping[str, Figure]
    reported: Figure


def figures(actions: Iterable[ActionThen]) -> Figures:
    """The figures of these actions."""
    some = tuple(actions)
    return Figures(
        all=_figure("all", some),
        lifecycle=_by(some, "lifecycle", LIFECYCLES, lambda each: each.lifecycle),
        confidence=_by(some, "confidence", CONFIDENCES, shown_confidence),
        freshness=_by(some, "freshness", FRESHNESSES, lambda each: each.freshness),
        reported=_figure("reported", [each for each in some if each.reported]),
    )


def shown_confidence(action: ActionThen) -> str:
    """The colour an action is shown in: blue once complete, and none where nobody has answered for long."""
    if action.lifecycle == "complete":
        return COMPLETE
    return "" if action.freshness == "silent" else action.confidence


def _by(
    actions: Iterable[ActionThen], axis: str, keys: Iterable[str], told: Callable[[ActionThen], str]
) -> Mapping[str, Figure]:
    some = tuple(actions)
    return {key: _figure(f"{axis}:{key}", [each for each in some if told(each) == key]) for key in keys}


def _figure(key: str, actions: Iterable[ActionThen]) -> Figure:
    return Figure(key, tuple(each.id for each in actions))
