"""Several actions become one, and one becomes two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import uuid4

from django.db import transaction
from django.db.models import Q

from turntide.web.accounts.rules import Ruling
from turntide.web.audit.by import By
from turntide.web.plans.models import Action, Change, Plan
from turntide.web.plans.rules import may_change, may_leave_plan, may_merge
from turntide.web.plans.services.arranging import steps_for_places
from turntide.web.plans.services.editing import bounds_of_plan, state_of_action
from turntide.web.plans.services.refusing import require
from turntide.web.plans.services.writing import ANY, Step, write, write_together
from turntide.web.plans.store.joined import Choices, joined
from turntide.web.plans.store.placing import actions_moved
from turntide.web.plans.store.states import hex_id
from turntide.web.plans.store.taking_out import action_state, whole
from turntide.web.plans.store.typed import Typed, retyped

Saw = Mapping[str, int]


@transaction.atomic
def merge_actions(
    *, stands: Action, others: Sequence[Action], choices: Choices, by: By, saw: Saw | None = None
) -> Change:
    """Make several actions of a place one: ``stands`` keeps its id and place, the others point to it.

    ``choices`` names, by field, the action whose words stand, or ALL for lists put together. The one that stands
    serves the others' headings as well, also those of other plans. Raises RefusedError, ChangedMeanwhileError.
    """
    require(mergeable([stands, *others]))
    rows = {hex_id(row.pk): row for row in _touched(stands, others)}
    states = {id_: action_state(row) for id_, row in rows.items()}
    first, merged = states[hex_id(stands.pk)], [states[hex_id(each.pk)] for each in others]
    require(may_leave_plan(_homeless(stands, [rows[state.id] for state in merged if not state.read.under])))
    into = joined(first, merged, choices)
    gone = [replace(state, merged_into=into.id) for id_, state in states.items() if id_ != into.id]
    steps: dict[Plan, list[Step]] = defaultdict(list)
    for state in (into, *gone):
        steps[rows[state.id].plan].append(Step(state, (saw or {}).get(state.id, ANY)))
    changes = write_together("merge", steps, by=by)
    return next(change for change in changes if change.plan_id == stands.plan_id)


def mergeable(actions: Sequence[Action]) -> Ruling:
    """Whether these actions may become one."""
    standing = all(each.retired_at is None and each.merged_into_id is None for each in actions)
    places = {each.plan.place_id for each in actions}
    return may_merge(len({each.pk for each in actions}), len(places), standing)


def _touched(stands: Action, others: Sequence[Action]) -> list[Action]:
    """The actions to be merged, and what was merged into one of the others: it points to the one that stands now."""
    merged = Q(pk__in=[stands.pk, *(each.pk for each in others)]) | Q(merged_into__in=others)
    return list(whole(Action.objects.filter(merged)).select_related("plan__place"))


def _homeless(stands: Action, loose: Sequence[Action]) -> list[str]:
    return [str(row) for row in loose if row.plan_id != stands.plan_id]


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
