"""The milestones that approved updates met or moved, as they stood at a moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from turntide.web.delivery.models import Step
from turntide.web.periods.rules.record import MilestoneThen
from turntide.web.periods.store.asked import AT_ONCE, Moment
from turntide.web.periods.store.rewritten import Rewritten
from turntide.web.periods.store.said_rows import approved, day_then, written_since
from turntide.web.periods.store.said_then import iso

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
Key = int | tuple[UUID, str]
"""A milestone by its row; one whose row is gone by its action and its words."""


class StepSaid(NamedTuple):
    """A milestone met or moved, as an approved update says; days in ISO 8601. Who said so, and for which body."""

    age: tuple[date, datetime, int]
    keys: tuple[Key, ...]
    met_on: str
    moved_to: str
    reason: str
    said_on: str
    said_by: str
    said_for: str


@dataclass(frozen=True, slots=True)
class Steps:
    """What was last said of milestones, and what last moved them."""

    last: Mapping[Key, StepSaid]
    moved: Mapping[Key, StepSaid]

    def told(self, action: UUID, steps: Iterable[MilestoneThen]) -> tuple[MilestoneThen, ...]:
        """An action's milestones with the days that hold, and whether they were met."""
        return tuple(_named(action, (self._told(action, each) for each in steps)))

    def _told(self, action: UUID, step: MilestoneThen) -> MilestoneThen:
        key: Key = int(step.id) if step.id else (action, step.text)
        last, moved = self.last.get(key), self.moved.get(key)
        met_on = last.met_on if last else ""
        if moved is None:
            return replace(step, met_on=met_on)
        was = step.due if step.due != moved.moved_to else ""
        return MilestoneThen(
            id=step.id,
            text=step.text,
            due=moved.moved_to,
            was=was,
            reason=moved.reason,
            met_on=met_on,
            moved_on=moved.said_on,
            moved_by=moved.said_by,
            moved_body=moved.said_for,
        )


def _named(action: UUID, steps: Iterable[MilestoneThen]) -> Iterator[MilestoneThen]:
    """Milestones with ids for good, of their action and words: their rows go when the plan drops them."""
    same: Counter[str] = Counter()
    for step in steps:
        same[step.text] += 1
        yield replace(step, id=str(uuid5(action, f"{step.text}\n{same[step.text]}")))


def steps_of(plans: Collection[UUID], moment: Moment, rewritten: Rewritten) -> Steps:
    """All that approved updates of these plans' actions say; two queries."""
    said = sorted([*_kept(plans, moment), *_rewritten(plans, moment, rewritten)])
    return Steps(_by_key(said), _by_key(each for each in said if each.moved_to))


def _by_key(said: Iterable[StepSaid]) -> Mapping[Key, StepSaid]:
    return {key: each for each in said for key in each.keys}


def _kept(plans: Collection[UUID], moment: Moment) -> Iterator[StepSaid]:
    rows = Step.objects.filter(update__in=approved(plans, moment).values("pk"))
    told = rows.exclude(met_on=None, moved_to=None).order_by()
    fields = ("pk", "milestone", "text", "met_on", "moved_to", "reason")
    for pk, milestone, text, met_on, moved_to, reason, *said in told.values_list(
        *fields, *(f"update__{name}" for name in _OF_UPDATE)
    ).iterator(AT_ONCE):
        update = _Said(*said)
        yield update.step(pk, (milestone, text, iso(met_on), iso(moved_to), reason))


def _rewritten(plans: Collection[UUID], moment: Moment, rewritten: Rewritten) -> Iterator[StepSaid]:
    rows = written_since(plans, moment).values_list("pk", *_OF_UPDATE)
    for pk, *told in rows.iterator(AT_ONCE):
        then, update = rewritten.get(pk), _Said(*told)
        if then is None or not then.is_approved or then.said is None:
            continue
        said = update._replace(on=day_then(update.on, update.said_at, then, moment), said_at=then.said_at)
        for at, each in enumerate(then.said.get("steps", ())):
            if each["met_on"] or each["moved_to"]:
                yield said.step(at, [each[name] or "" for name in _STEP])


_STEP = ("milestone", "text", "met_on", "moved_to", "reason")
_OF_UPDATE = (
    *("action_id", "on", "said_at", "author_name", "author__name"),
    *("author__organisation__name", "author__organisation__merged_into__name"),
)


class _Said(NamedTuple):
    """Of the update that says it."""

    action: UUID
    on: date | None
    said_at: datetime | None
    author_name: str
    person: str | None
    body: str | None
    body_now: str | None

    def step(self, at: int, told: Sequence[Any]) -> StepSaid:
        """One of its steps: milestone, words, the day it was met, the day it was moved to, and why."""
        milestone, text, met_on, moved_to, reason = told
        return StepSaid(
            age=(self.on or date.min, self.said_at or _LONG_AGO, at),
            keys=_keys(self.action, milestone, text),
            met_on=met_on,
            moved_to=moved_to,
            reason=reason,
            said_on=iso(self.on),
            said_by=self.author_name or self.person or "",
            said_for=self.body_now or self.body or "",
        )


def _keys(action: UUID, milestone: int | None, text: str) -> tuple[Key, ...]:
    return ((action, text),) if not milestone else (milestone, (action, text))
