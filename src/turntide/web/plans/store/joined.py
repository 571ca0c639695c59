"""Several actions as one: pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from turntide.plan.model import Action, Sources
from turntide.web.plans.store.lines import line_of
from turntide.web.plans.store.states import ActionState

ALL = "all"
"""Every action's words stand, one after the other."""
Choices = Mapping[str, str]
"""By field, the id of the action whose words stand, or ALL."""

SINGLE = ("ref", "text", "detail", "rationale", "involving", "timescale", "status")
LISTED = ("leads", "partners", "milestones", "measures", "programmes")
_ALWAYS = ("money", "progress", "remarks")


def joined(first: ActionState, others: Sequence[ActionState], choices: Choices) -> ActionState:
    """The first action with the words chosen from all; nothing chosen: its own words, and all lists together.

    It stands under the headings of all.
    """
    every = [first, *others]
    by_id = {state.id: state.read for state in every}
    values: dict[str, Any] = {}
    for name in SINGLE:
        values[name] = getattr(by_id.get(choices.get(name, ""), first.read), name)
    for name in (*LISTED, "weightings"):
        chosen = by_id.get(choices.get(name, ""))
        values[name] = getattr(chosen, name) if chosen else _together(name, by_id.values())
    values |= {name: _together(name, by_id.values()) for name in _ALWAYS}
    values["partners"] = _not_leads(values["leads"], values["partners"])
    read = replace(first.read, **values, sources=_sources(first.read, choices, by_id))
    return replace(first, read=read, also_under=_headings(first, others))


def differing(every: Sequence[Action]) -> tuple[str, ...]:
    """The fields that actions say differently, so that one has to be chosen."""
    return tuple(
        name for name in (*SINGLE, *LISTED, "weightings") if len({_said(a, name) for a in every}) > 1
    )


def _said(action: Action, name: str) -> object:
    value = getattr(action, name)
    if isinstance(value, tuple):
        return tuple(map(line_of, value))
    return replace(value, source=None) if hasattr(value, "source") else value


def _together(name: str, actions: Iterable[Action]) -> tuple[Any, ...]:
    once: dict[str, Any] = {}
    for action in actions:
        for part in getattr(action, name):
            # Weightings share a name by year, and only one of a year can stand.
            once.setdefault(part.name if name == "weightings" else str(_key(part)), part)
    return tuple(once.values())


def _key(part: Any) -> object:
    return replace(part, source=None)


def _not_leads(leads: Iterable[Any], partners: Iterable[Any]) -> tuple[Any, ...]:
    names = {lead.name for lead in leads}
    return tuple(each for each in partners if each.name not in names)


def _sources(first: Action, choices: Choices, by_id: Mapping[str, Action]) -> Sources:
    """Each value's place comes from the action whose words stand."""
    own = {name: source for name, source in first.sources if _of(first, name, choices, by_id) is first}
    for name in dict.fromkeys(name for action in by_id.values() for name, _ in action.sources):
        action = _of(first, name, choices, by_id)
        if action is not first:
            own |= {each: source for each, source in action.sources if each == name}
    return tuple(own.items())


def _of(first: Action, name: str, choices: Choices, by_id: Mapping[str, Action]) -> Action:
    return by_id.get(choices.get(name, ""), first)


def _headings(first: ActionState, others: Iterable[ActionState]) -> tuple[str, ...]:
    found = set(first.also_under)
    for state in others:
        found |= {*state.also_under, *([state.read.under] if state.read.under else [])}
    return tuple(sorted(found - {first.read.under or ""}))
