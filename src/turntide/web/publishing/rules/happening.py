"""What happened in the period of a record: what was said, what came and went, which steps were made or moved. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from turntide.web.periods.rules.record import ActionThen, MilestoneThen, Record

SAID, ADDED, DONE, MOVED, DROPPED = "said", "added", "done", "moved", "dropped"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. ``thing`` is the action's id, also of one that went; ``on`` an ISO 8601 day or empty.

    ``step`` is the milestone that was done or moved.
    """

    kind: str
    thing: str
    plan: str
    on: str = ""
    step: MilestoneThen | None = None


def events(record: Record) -> tuple[Event, ...]:
    """What happened, the latest first; what has no day stands last."""
    added = frozenset(record.added)
    found = [event for each in record.actions for event in _of_action(record, each, each.id in added)]
    found += [Event(DROPPED, each.id, each.plan, each.on) for each in record.dropped]
    return tuple(sorted(found, key=lambda each: each.on, reverse=True))


def _of_action(record: Record, action: ActionThen, added: bool) -> Iterator[Event]:
    said = action.statement
    if said and _within(record, said.on):
        yield Event(SAID, action.id, action.plan, said.on)
    if added:
        yield Event(ADDED, action.id, action.plan)
    for step in action.milestones:
        if step.met_on:
            if _within(record, step.met_on):
                yield Event(DONE, action.id, action.plan, step.met_on, step)
        elif (
            step.was and step.due and step.was != step.due and _within(record, step.moved_on or record.starts)
        ):
            yield Event(MOVED, action.id, action.plan, step.moved_on, step)


def _within(record: Record, on: str) -> bool:
    """What is told of a period comes in after its end, so that the day the record was taken is the last."""
    return record.starts <= on <= max(record.ends, record.taken[:10])
