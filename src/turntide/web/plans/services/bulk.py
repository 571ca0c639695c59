"""One wish for many actions: what it would change, and then the change, one a plan, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from django.db import transaction
from django.utils import timezone

from turntide.web.audit.by import By
from turntide.web.plans.models import Action, Actions, Change, Heading, Plan
from turntide.web.plans.rules import may_change, may_stand_under
from turntide.web.plans.services.arranging import steps_for_places
from turntide.web.plans.services.editing import bounds_of_plan
from turntide.web.plans.services.refusing import require
from turntide.web.plans.services.writing import Step, write
from turntide.web.plans.store.differences import Difference, differences, ids_in
from turntide.web.plans.store.lines import lines
from turntide.web.plans.store.naming import names_of
from turntide.web.plans.store.placing import LAST, actions_moved
from turntide.web.plans.store.states import ActionState, State, hex_id
from turntide.web.plans.store.taking_out import action_state, whole
from turntide.web.plans.store.typed import retyped, typed

LEAD, PARTNER, WHEN, STATUS = "lead", "partner", "when", "status"
PROGRAMME, UNDER, RETIRE = "programme", "under", "retire"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done with all of them: ``what`` is a word above, ``boxes`` what was typed for it."""

    what: str
    boxes: Mapping[str, str] = field(default_factory=dict)
    heading: Heading | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What a wish would do to one action; ``differences`` is empty where the action is so already."""

    action: Action
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Wished:
    """A plan's actions as they are and as they shall be."""

    plan: Plan
    steps: Sequence[Step]


def effects(actions: Actions, wish: Wish) -> list[Effect]:
    """What would change, action by action; a fixed number of queries for each plan. Raises RefusedError."""
    rows = _fetched(actions)
    after = {step.after.id: step.after for wished in _wished(rows, wish, {}) for step in wished.steps}
    before = {hex_id(row.pk): action_state(row) for row in rows}
    names = names_of(ids_in([*before.values(), *after.values()]))
    return [_effect(row, before[hex_id(row.pk)], after, names) for row in rows]


@transaction.atomic
def change_many(*, actions: Actions, wish: Wish, saw: Mapping[str, int], by: By) -> list[Change]:
    """Do it: one change a plan, all in one transaction; plans where nothing would change have none.

    Raises RefusedError, and ChangedMeanwhileError where one of them is no longer what the writer saw.
    """
    wished = _wished(_fetched(actions), wish, saw)
    verb = {UNDER: "move", RETIRE: "retire"}.get(wish.what, "edit many")
    return [write(verb, each.steps, plan=each.plan, by=by) for each in wished if each.steps]


def _fetched(actions: Actions) -> list[Action]:
    return list(whole(actions).select_related("plan", "plan__place").order_by("plan_id", "position", "id"))


def _effect(row: Action, before: ActionState, after: Mapping[str, State], names: Mapping[str, str]) -> Effect:
    return Effect(row, differences(before, after.get(before.id, before), names))


def _wished(rows: Sequence[Action], wish: Wish, saw: Mapping[str, int]) -> list[_Wished]:
    for row in rows:
        require(may_change(row.retired_at is not None, row.merged_into_id is not None))
    found = []
    for _, group in groupby(rows, key=lambda row: row.plan_id):
        of_plan = list(group)
        plan = of_plan[0].plan
        versions = {hex_id(row.pk): row.version for row in of_plan} | dict(saw)
        found.append(_Wished(plan, _steps(plan, of_plan, wish, versions)))
    return found


def _steps(plan: Plan, rows: Sequence[Action], wish: Wish, saw: Mapping[str, int]) -> list[Step]:
    if wish.what == UNDER:
        return _moves(plan, rows, wish.heading, saw)
    become = _becoming(plan, wish)
    pairs = [(state, become(state)) for state in map(action_state, rows)]
    return [Step(after, saw[after.id]) for before, after in pairs if after != before]


def _moves(plan: Plan, rows: Sequence[Action], heading: Heading | None, saw: Mapping[str, int]) -> list[Step]:
    if heading is not None:
        require(may_stand_under(heading.plan_id == plan.pk, heading.retired_at is not None))
    under = hex_id(heading.pk) if heading else None
    elsewhere = [state for state in map(action_state, rows) if state.read.under != under]
    if not elsewhere:
        return []
    return steps_for_places(plan, actions_moved(plan, {state.id: under for state in elsewhere}, LAST), saw)


def _becoming(plan: Plan, wish: Wish) -> Callable[[ActionState], ActionState]:
    if wish.what == RETIRE:
        now = timezone.now().isoformat()
        return lambda state: replace(state, retired=now)
    bounds = bounds_of_plan(plan)
    return lambda state: replace(state, read=retyped(state.read, _boxes(state, wish), bounds))


def _boxes(state: ActionState, wish: Wish) -> Mapping[str, str]:
    """What stands in the boxes of one action after the wish: some replace, some add."""
    given = {name: words for name, words in wish.boxes.items() if words.strip()}
    if wish.what not in (PARTNER, PROGRAMME):
        return given
    now = typed(state.read)
    return {name: "\n".join(dict.fromkeys(lines(f"{now[name]}\n{words}"))) for name, words in given.items()}
