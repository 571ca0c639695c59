"""An action as a person types it, and what was typed as an action: pure, and each the other's inverse.

What stays as it was typed keeps the very part it had, with its source and all the reader worked out. What is
typed anew is read by the library, and has no source: it stands in no document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from turntide.plan.model import Action, Sources, Status, Timescale
from turntide.web.plans.store import readings
from turntide.web.plans.store.lines import LISTS, line_of, lines, listed

Typed = Mapping[str, str]
"""What stands in each box, by its name. Lists stand one a line; days as ISO 8601."""

WORDS = ("ref", "text", "detail", "rationale", "involving")
WHEN = ("when", "starts", "ends")
DAYS = ("starts", "ends")
STATUS = ("status", "lifecycle", "confidence")
FIELDS: dict[str, tuple[str, ...]] = {
    **{name: (name,) for name in ("ref", "text", "detail", "rationale")},
    **{name: (name,) for name in ("leads", "partners", "involving")},
    "when": WHEN,
    **{name: (name,) for name in ("milestones", "measures")},
    "status": STATUS,
    **{name: (name,) for name in ("programmes", "weightings", "money", "progress", "remarks")},
}
"""Each field of an action that can be edited, with the boxes it is typed into."""

AS_READ, NOT_SAID = "", "none"


def typed(action: Action) -> dict[str, str]:
    """An action as it stands in the boxes of a form."""
    words = {name: getattr(action, name) or "" for name in WORDS}
    lists = {name: "\n".join(map(line_of, getattr(action, name))) for name in LISTS}
    return words | lists | _when_typed(action.timescale) | _status_typed(action.status)


def retyped(action: Action, boxes: Typed, period: readings.Bounds = None) -> Action:
    """The action with what was typed. Boxes that are not given, or say what they said, change nothing."""
    was = typed(action)
    new = {name: tidy(value, name) for name, value in boxes.items()}
    now = was | {name: value for name, value in new.items() if value != tidy(was[name], name)}
    changed = {name for name in was if now[name] != was[name]}
    values: dict[str, Any] = {name: now[name] or None for name in WORDS if name in changed}
    values |= {name: listed(action, name, now[name], period) for name in LISTS if name in changed}
    if changed & set(WHEN):
        values["timescale"] = _timescale(action.timescale, now, period, by_hand=bool(changed & set(DAYS)))
    if changed & set(STATUS):
        values["status"] = _status(action.status, now)
    if "text" in values:
        values["text"] = now["text"]
    return replace(action, **values, sources=_sources(action.sources, values))


def tidy(words: str, box: str = "") -> str:
    """What was typed, without the blanks at its ends and the line ends of a browser."""
    plain = words.replace("\r\n", "\n").replace("\r", "\n").strip()
    return "\n".join(lines(plain)) if box in LISTS else plain


def _when_typed(when: Timescale | None) -> dict[str, str]:
    if when is None:
        return {"when": "", "starts": "", "ends": ""}
    return {"when": when.wording, "starts": when.start or "", "ends": when.end or ""}


def _timescale(
    old: Timescale | None, now: Typed, period: readings.Bounds, *, by_hand: bool
) -> Timescale | None:
    """Days that were typed stand; else the new words say them, unless they say none and a person had."""
    said = readings.timescale_read(now["when"], period)
    if said is None:
        return None
    if by_hand or (not (said.start or said.end) and _set_by_hand(old, period)):
        said = replace(said, start=now["starts"] or None, end=now["ends"] or None)
    return replace(said, source=old.source if old and old.wording == now["when"] else None)


def _set_by_hand(when: Timescale | None, period: readings.Bounds) -> bool:
    said = readings.timescale_read(when.wording, period) if when else None
    return when is not None and said is not None and (said.start, said.end) != (when.start, when.end)


def _status_typed(status: Status | None) -> dict[str, str]:
    if status is None:
        return {"status": "", "lifecycle": AS_READ, "confidence": AS_READ}
    said = readings.status_read(status.wording)
    return {
        "status": status.wording,
        "lifecycle": _chosen(status.lifecycle, said.lifecycle),
        "confidence": _chosen(status.confidence, said.confidence),
    }


def _chosen(held: str | None, said: str | None) -> str:
    return AS_READ if held == said else held or NOT_SAID


def _status(old: Status | None, now: Typed) -> Status | None:
    said = readings.status_read(now["status"])
    lifecycle = _meant(now["lifecycle"], said.lifecycle)
    confidence = _meant(now["confidence"], said.confidence)
    if not (now["status"] or lifecycle or confidence):
        return None
    source = old.source if old and old.wording == now["status"] else None
    return Status(now["status"], lifecycle, confidence, source)


def _meant(chosen: str, said: str | None) -> str | None:
    return said if chosen == AS_READ else None if chosen == NOT_SAID else chosen


def _sources(sources: Sources, values: Mapping[str, Any]) -> Sources:
    """A value's place stays as long as its words do."""
    return tuple((name, source) for name, source in sources if name not in values)
