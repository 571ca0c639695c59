"""Several actions become one, and one becomes two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from django.db import transaction

from turntide.web.audit.by import By
from turntide.web.plans.models import Action, Change
from turntide.web.plans.rules import may_change, may_merge
from turntide.web.plans.services.arranging import steps_for_places
from turntide.web.plans.services.editing import bounds_of_plan, state_of_action
from turntide.web.plans.services.refusing import require
from turntide.web.plans.services.writing import ANY, Step, write
from turntide.web.plans.store.joined import Choices, joined
from turntide.web.plans.store.placing import actions_moved
from turntide.web.plans.store.states import ActionState, hex_id
from turntide.web.plans.store.taking_out import action_state, whole
from turntide.web.plans.store.typed import Typed, retyped

Saw = Mapping[str, int]


@transaction.atomic
def merge_actions(
    *, stands: Action, others: Sequence[Action], choices: Choices, by: By, saw: Saw | None = None
) -> Change:
    """Make several actions one: ``stands`` keeps its id and place, the others point to it.

    ``choices`` names, by field, the action whose words stand, or ALL for lists put together. The one that stands
    serves the others' headings as well. Raises RefusedError, ChangedMeanwhileError.
    """
    every = [stands, *others]
    standing = all(each.retired_at is None and each.merged_into_id is None for each in every)
    require(may_merge(len({each.pk for each in every}), len({each.plan_id for each in every}), standing))
    states = {state.id: state for state in _states([each.pk for each in every])}
    first = states.pop(hex_id(stands.pk))
    into = joined(first, list(states.values()), choices)
    # What was merged into one of them before points to the one that stands now, never to a merged one.
    pointing = _states(Action.objects.filter(merged_into__in=others).values_list("pk", flat=True))
    gone = [replace(state, merged_into=into.id) for state in [*states.values(), *pointing]]
    steps = [Step(state, (saw or {}).get(state.id, ANY)) for state in [into, *gone]]
    return write("merge", steps, plan=stands.plan, by=by)


@transaction.atomic
def split_action(*, action: Action, saw: int, first: Typed, second: Typed, by: By) -> Change:
    """Make two actions of one: the first keeps its id, history and links, the second follows it.

    What both keep unchanged keeps its source in both. Raises RefusedError, ChangedMeanwhileError.
    """
    require(may_change(action.retired_at is not None, action.merged_into_id is not None))
    state, plan, id_ = state_of_action(action), action.plan, uuid4().hex
    bounds = bounds_of_plan(plan)
    whole_read = state.read
    one = replace(state, read=retyped(whole_read, first, bounds))
    placed = actions_moved(plan, {id_: whole_read.under}, state.id)
    two = replace(
        state, read=replace(retyped(whole_read, second, bounds), id=id_), position=placed[id_].position
    )
    # Where the plan's order had no room left between two actions, others make room.
    rest = [step for step in steps_for_places(plan, placed, {}) if step.after.id != one.id]
    one = replace(one, position=placed[one.id].position) if one.id in placed else one
    return write("split", [Step(one, saw), Step(two, None), *rest], plan=plan, by=by)


def _states(ids: Iterable[UUID]) -> list[ActionState]:
    return [action_state(row) for row in whole(Action.objects.filter(pk__in=ids))]
