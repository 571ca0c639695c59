"""The milestones of a record as they stand on a day. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext_lazy as _

from turntide.web.design.statuses import Shown
from turntide.web.periods.rules.record import ActionThen, MilestoneThen, Record
from turntide.web.reporting.pictures.wording import as_day, in_sentence

State = Literal["overdue", "moved", "due", "met", "off"]
STATES: dict[State, Shown] = {
    "overdue": Shown(_("Overdue"), "triangle", "red"),
    "moved": Shown(_("Moved"), "diamond", "teal"),
    "due": Shown(_("Due"), "clock", "teal"),
    "met": Shown(_("Met"), "tick", "blue"),
    "off": Shown(_("No longer pursued"), "square", "grey"),
}
"""How a milestone may stand, the most pressing first."""


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone with a day: when it was met, else is due. ``was`` is the plan's own day if it was moved."""

    action: ActionThen
    milestone: MilestoneThen
    state: State
    day: date
    was: date | None


@dataclass(frozen=True, slots=True)
class Steps:
    """The milestones to draw, by day; how the others stand; and how many have no day at all."""

    drawn: tuple[Step, ...]
    others: Counter[State]
    dayless: int

    @property
    def counted(self) -> Counter[State]:
        """How all that have a day stand."""
        return Counter(step.state for step in self.drawn) + self.others


def steps_of(record: Record, today: date, most: int) -> Steps:
    """The milestones of a record, at most so many to be drawn: those that press most."""
    every = [(action, each) for action in record.actions for each in action.milestones]
    dated = [step for action, each in every if (step := _step(action, each, today))]
    chosen = sorted(dated, key=lambda step: _pressing(step, today))[:most]
    left = Counter(step.state for step in dated) - Counter(step.state for step in chosen)
    return Steps(tuple(sorted(chosen, key=_by_day)), left, len(every) - len(dated))


def _step(action: ActionThen, milestone: MilestoneThen, today: date) -> Step | None:
    was, due, met = (as_day(each) for each in (milestone.was, milestone.due, milestone.met_on))
    day = met or due or was
    if day is None:
        return None
    moved_from = was if was and was != day else None
    return Step(action, milestone, _state(action, day, moved_from, met, today), day, moved_from)


def _state(action: ActionThen, day: date, was: date | None, met: date | None, today: date) -> State:
    if met or action.lifecycle == "complete":
        return "met"
    if action.lifecycle in ("stopped", "merged"):
        return "off"
    if day < today:
        return "overdue"
    return "moved" if was else "due"


def _pressing(step: Step, today: date) -> tuple[object, ...]:
    """What presses first: by state, then the nearest day."""
    order = list(STATES).index(step.state)
    return (order, abs((step.day - today).days), step.action.id, step.milestone.id)


def _by_day(step: Step) -> tuple[object, ...]:
    return (step.day, step.action.ref, step.action.id, step.milestone.id)


def states_in_words(counted: Counter[State], named: Iterable[State] = STATES) -> Sequence[str]:
    """Such as "2 overdue" and "3 met"."""
    return [f"{counted[state]} {in_sentence(str(STATES[state].word))}" for state in named if counted[state]]
