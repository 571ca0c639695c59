"""What a change changed, field by field, as words: pure, from the states before and after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from turntide.plan.model import Period, Status, Timescale
from turntide.web.plans.store.lines import LISTS, line_of
from turntide.web.plans.store.states import ActionState, HeadingState, PlanState, State
from turntide.web.plans.store.typed import WORDS

Names = Mapping[str, str]
"""What headings and actions are called, by id."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field: what it said, and what it says. Lists stand one a line."""

    field: str
    old: str
    new: str


def differences(before: State | None, after: State, names: Names) -> tuple[Difference, ...]:
    """The fields whose words differ, in the order an action's page shows them. All of them for a new thing."""
    old = fields_of(before, names) if before else {}
    new = fields_of(after, names)
    every = dict.fromkeys([*new, *old])
    found = (Difference(name, old.get(name, ""), new.get(name, "")) for name in every)
    return tuple(each for each in found if each.old != each.new)


def ids_in(states: Iterable[State | None]) -> set[str]:
    """The headings and actions that states speak of, so that their names can be fetched at once."""
    found: set[str | None] = set()
    for state in states:
        if isinstance(state, ActionState):
            found |= {state.read.under, state.merged_into, *state.also_under}
        elif isinstance(state, HeadingState):
            found.add(state.read.parent)
    return {id_ for id_ in found if id_}


def fields_of(state: State, names: Names) -> dict[str, str]:
    """A thing as words, by field."""
    if isinstance(state, ActionState):
        return _of_action(state, names)
    if isinstance(state, HeadingState):
        return _of_heading(state, names)
    return _of_plan(state)


def name_of(state: State) -> str:
    """What a thing is called."""
    if isinstance(state, PlanState):
        return state.title
    return f"{state.read.ref or ''} {state.read.text}".strip()


def _of_action(state: ActionState, names: Names) -> dict[str, str]:
    read = state.read
    words = {name: getattr(read, name) or "" for name in WORDS}
    lists = {name: "\n".join(map(line_of, getattr(read, name))) for name in LISTS}
    placed = {
        "under": _named(read.under, names),
        "also_under": "\n".join(sorted(_named(id_, names) for id_ in state.also_under)),
        "order": _place(state.position),
        "merged_into": _named(state.merged_into, names),
        "retired": _day_and_time(state.retired),
    }
    return words | _when(read.timescale) | _status(read.status) | lists | placed


def _of_heading(state: HeadingState, names: Names) -> dict[str, str]:
    read = state.read
    return {
        "level": read.level,
        "ref": read.ref or "",
        "text": read.text,
        "rationale": read.rationale or "",
        "under": _named(read.parent, names),
        "order": _place(state.position),
        "retired": _day_and_time(state.retired),
    }


def _of_plan(state: PlanState) -> dict[str, str]:
    return {
        "title": state.title,
        "vision": state.vision or "",
        "period": state.period.wording if state.period else "",
        **_days(state.period),
        "levels": "\n".join(state.levels),
        "budget": "\n".join(line.text for line in state.budget),
        "retired": _day_and_time(state.retired),
    }


def _when(when: Timescale | None) -> dict[str, str]:
    return {
        "when": when.wording if when else "",
        **_days(when),
        "recurs": (when.recurs or "") if when else "",
    }


def _days(span: Timescale | Period | None) -> dict[str, str]:
    return {"starts": (span.start or "") if span else "", "ends": (span.end or "") if span else ""}


def _status(status: Status | None) -> dict[str, str]:
    return {
        "status": status.wording if status else "",
        "lifecycle": (status.lifecycle or "") if status else "",
        "confidence": (status.confidence or "") if status else "",
    }


def _named(id_: str | None, names: Names) -> str:
    return names.get(id_, id_) if id_ else ""


def _place(position: float) -> str:
    return f"{position:g}"


def _day_and_time(moment: str | None) -> str:
    return moment or ""
