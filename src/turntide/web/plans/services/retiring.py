"""Retiring and restoring: nothing is ever removed, so all of it can come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from turntide.web.audit.by import By
from turntide.web.plans.models import Action, Change, Heading, Plan
from turntide.web.plans.rules import may_change, may_restore, may_retire_heading
from turntide.web.plans.services.refusing import require
from turntide.web.plans.services.writing import ANY, Step, write
from turntide.web.plans.store.states import ActionState
from turntide.web.plans.store.taking_out import action_state, heading_state, plan_state, whole


@transaction.atomic
def retire_actions(*, actions: Sequence[Action], by: By, saw: Mapping[str, int] | None = None) -> Change:
    """Set actions of one plan aside. Raises RefusedError for one that stands no more."""
    for action in actions:
        require(may_change(action.retired_at is not None, action.merged_into_id is not None))
    now = timezone.now().isoformat()
    rows = whole(Action.objects.filter(pk__in=[action.pk for action in actions]))
    states = [replace(action_state(row), retired=now) for row in rows]
    steps = [Step(state, (saw or {}).get(state.id, ANY)) for state in states]
    return write("retire", steps, plan=actions[0].plan, by=by)


@transaction.atomic
def restore_action(*, action: Action, by: By) -> Change:
    """Let a retired or merged action stand again. Raises RefusedError where its heading is retired."""
    state = action_state(whole(Action.objects.filter(pk=action.pk)).get())
    require(may_restore(_retired_heading(state)))
    step = Step(replace(state, retired=None, merged_into=None), ANY)
    return write("restore", [step], plan=action.plan, by=by)


@transaction.atomic
def retire_heading(*, heading: Heading, by: By) -> Change:
    """Set a heading aside. Raises RefusedError while anything stands beneath it."""
    actions = Action.objects.standing().filter(placements__heading=heading).distinct().count()
    require(may_retire_heading(heading.children.filter(retired_at=None).count(), actions))
    state = replace(heading_state(heading), retired=timezone.now().isoformat())
    return write("retire", [Step(state, ANY)], plan=heading.plan, by=by)


@transaction.atomic
def restore_heading(*, heading: Heading, by: By) -> Change:
    """Let a retired heading stand again. Raises RefusedError where the heading above it is retired."""
    above = heading.parent
    require(may_restore(str(above) if above and above.retired_at else ""))
    state = replace(heading_state(heading), retired=None)
    return write("restore", [Step(state, ANY)], plan=heading.plan, by=by)


def retire_plan(*, plan: Plan, by: By) -> Change:
    """Set a plan aside with all it holds."""
    return write(
        "retire", [Step(replace(plan_state(plan), retired=timezone.now().isoformat()), ANY)], plan=plan, by=by
    )


def restore_plan(*, plan: Plan, by: By) -> Change:
    """Let a retired plan stand again."""
    return write("restore", [Step(replace(plan_state(plan), retired=None), ANY)], plan=plan, by=by)


def _retired_heading(state: ActionState) -> str:
    if state.read.under is None:
        return ""
    heading = Heading.objects.filter(pk=state.read.under).exclude(retired_at=None).first()
    return str(heading) if heading else ""
