"""Rewording what a plan holds: an action, a heading, the plan itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from turntide.plan.model import Sources
from turntide.web.audit.by import By
from turntide.web.plans.models import Action, Change, Heading, Plan, Version
from turntide.web.plans.services.writing import Step, write
from turntide.web.plans.store.readings import Bounds, bounds_of, period_read
from turntide.web.plans.store.states import ActionState, State, state_from
from turntide.web.plans.store.taking_out import action_state, heading_state, plan_state, whole
from turntide.web.plans.store.typed import Typed, retyped, tidy


def edit_action(*, action: Action, saw: int, boxes: Typed, by: By) -> Change | None:
    """Write what was typed into an action's boxes; None where it says what it said.

    Raises ChangedMeanwhileError where the action is no longer what the writer saw.
    """
    state = state_of_action(action)
    read = retyped(state.read, boxes, bounds_of_plan(action.plan))
    if read == state.read:
        return None
    return write("edit", [Step(replace(state, read=read), saw)], plan=action.plan, by=by)


def edit_heading(*, heading: Heading, saw: int, boxes: Typed, by: By) -> Change | None:
    """Write what was typed of a heading: level, ref, text, rationale. Raises ChangedMeanwhileError."""
    state = heading_state(heading)
    words = {name: tidy(value) for name, value in boxes.items()}
    was = {name: getattr(state.read, name) or "" for name in words}
    changed: dict[str, Any] = {name: word for name, word in words.items() if word != was[name]}
    if not changed:
        return None
    values: dict[str, Any] = {
        name: word if name in ("text", "level") else word or None for name, word in changed.items()
    }
    read = replace(state.read, **values, sources=_without(state.read.sources, changed))
    return write("edit", [Step(replace(state, read=read), saw)], plan=heading.plan, by=by)


def edit_plan(*, plan: Plan, saw: int, boxes: Typed, by: By) -> Change | None:
    """Write what was typed of a plan: title, vision, period. Raises ChangedMeanwhileError."""
    state = plan_state(plan)
    words = {name: tidy(value) for name, value in boxes.items()}
    was = {"title": state.title, "vision": state.vision or "", "period": period_wording(plan)}
    changed: dict[str, Any] = {name: word for name, word in words.items() if word != was[name]}
    if not changed:
        return None
    sources = _without(state.sources, changed)
    if "period" in changed:
        changed["period"] = period_read(changed["period"])
    if "vision" in changed:
        changed["vision"] = changed["vision"] or None
    return write("edit", [Step(replace(state, **changed, sources=sources), saw)], plan=plan, by=by)


def state_of_action(action: Action) -> ActionState:
    """An action's state, fetched with all its parts."""
    return action_state(whole(Action.objects.filter(pk=action.pk)).get())


def bounds_of_plan(plan: Plan) -> Bounds:
    """The days between which a plan runs, by which 'Year 2' is dated."""
    return bounds_of(plan_state(plan).period)


def period_wording(plan: Plan) -> str:
    """The years a plan covers, in its own words."""
    period = plan_state(plan).period
    return period.wording if period else ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A thing as a writer saw it. ``state`` is None where history does not hold that version."""

    state: State | None


def as_seen(thing: Action | Heading | Plan, saw: int) -> Seen:
    """The thing as it was at the version the writer saw."""
    version = Version.objects.filter(change__plan_id=_plan_id(thing), thing_id=thing.pk, number=saw).last()
    return Seen(state_from(version.thing, version.after) if version else None)


def _plan_id(thing: Action | Heading | Plan) -> Any:
    return thing.pk if isinstance(thing, Plan) else thing.plan_id


def _without(sources: Sources, changed: Mapping[str, Any]) -> Sources:
    return tuple((name, source) for name, source in sources if name not in changed)
