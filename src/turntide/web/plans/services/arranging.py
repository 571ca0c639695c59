"""What stands in a plan and where: adding, moving, serving other headings too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import uuid4

from django.db import transaction

from turntide.plan.model import Action as PlainAction
from turntide.plan.model import Heading as PlainHeading
from turntide.web.audit.by import By
from turntide.web.plans.models import Action, Change, Heading, Plan
from turntide.web.plans.rules import may_change, may_move_heading, may_stand_under
from turntide.web.plans.services.editing import bounds_of_plan, state_of_action
from turntide.web.plans.services.refusing import require
from turntide.web.plans.services.writing import ANY, Step, write
from turntide.web.plans.store.outline import Item, beneath, moved
from turntide.web.plans.store.outlining import heading_items
from turntide.web.plans.store.placing import LAST, actions_beneath_moved, actions_moved, heading_before
from turntide.web.plans.store.states import ActionState, HeadingState, State, hex_id
from turntide.web.plans.store.taking_out import action_state, heading_state, whole
from turntide.web.plans.store.typed import Typed, retyped, tidy


@transaction.atomic
def add_action(*, plan: Plan, under: Heading | None, boxes: Typed, by: By, where: str = LAST) -> Change:
    """Put a new action into a plan. Raises RefusedError for a heading that cannot hold it."""
    _require_under(plan, under)
    id_ = uuid4().hex
    read = retyped(PlainAction(id=id_, text=""), boxes, bounds_of_plan(plan))
    read = replace(read, under=_id(under))
    placed = actions_moved(plan, {id_: _id(under)}, where)
    steps = steps_for_places(plan, placed, {})
    return write("add", [Step(ActionState(read, placed[id_].position), None), *steps], plan=plan, by=by)


@transaction.atomic
def add_heading(*, plan: Plan, under: Heading | None, boxes: Typed, by: By, where: str = LAST) -> Change:
    """Put a new heading into a plan. Raises RefusedError for a heading that cannot hold it."""
    _require_under(plan, under)
    id_ = uuid4().hex
    words = {name: tidy(value) for name, value in boxes.items()}
    read = PlainHeading(
        id=id_,
        level=words.get("level", ""),
        text=words["text"],
        ref=words.get("ref") or None,
        parent=_id(under),
        rationale=words.get("rationale") or None,
    )
    items = [*heading_items(plan), Item(id_, read.parent, float("inf"))]
    placed = {item.id: item for item in moved(items, {id_}, heading_before(items, {id_}, read.parent, where))}
    steps = _heading_steps(plan, placed, {})
    return write("add", [Step(HeadingState(read, placed[id_].position), None), *steps], plan=plan, by=by)


@transaction.atomic
def move_action(
    *, action: Action, under: Heading | None, by: By, where: str = LAST, saw: int = ANY
) -> Change:
    """Put an action under a heading of its plan, first, last or after a sibling.

    Raises RefusedError, and ChangedMeanwhileError where it is no longer what the writer saw.
    """
    return move_actions(actions=[action], under=under, by=by, where=where, saw={hex_id(action.pk): saw})


@transaction.atomic
def move_actions(
    *, actions: Sequence[Action], under: Heading | None, by: By, where: str = LAST, saw: Mapping[str, int]
) -> Change:
    """The same for several actions of one plan, which keep their order."""
    plan = actions[0].plan
    _require_under(plan, under)
    for action in actions:
        require(may_change(action.retired_at is not None, action.merged_into_id is not None))
    placed = actions_moved(plan, {hex_id(each.pk): _id(under) for each in actions}, where)
    return write("move", steps_for_places(plan, placed, saw), plan=plan, by=by)


@transaction.atomic
def move_heading(
    *, heading: Heading, under: Heading | None, by: By, where: str = LAST, saw: int = ANY
) -> Change:
    """Put a heading, with all beneath it, under another or outermost. Raises as move_action does."""
    plan, id_ = heading.plan, hex_id(heading.pk)
    _require_under(plan, under)
    items = heading_items(plan)
    block = beneath(items, id_)
    require(may_move_heading(_id(under) in block))
    items = [replace(item, under=_id(under)) if item.id == id_ else item for item in items]
    headings = {
        item.id: item for item in moved(items, block, heading_before(items, block, _id(under), where))
    }
    headings.setdefault(id_, next(item for item in items if item.id == id_))
    now = [headings.get(item.id, item) for item in items]
    actions = actions_beneath_moved(plan, block, now)
    steps = [*_heading_steps(plan, headings, {id_: saw}), *steps_for_places(plan, actions, {})]
    return write("move", steps, plan=plan, by=by)


def place_also_under(*, action: Action, headings: Iterable[Heading], saw: int, by: By) -> Change | None:
    """Say which headings an action serves beside its own: of its plan, or of another of the place."""
    require(may_change(action.retired_at is not None, action.merged_into_id is not None))
    wanted = list(headings)
    for heading in wanted:
        same_place = heading.plan.place_id == action.plan.place_id
        require(may_stand_under(same_place, heading.retired_at is not None))
    state = state_of_action(action)
    ids = sorted({hex_id(each.pk) for each in wanted} - {state.read.under or ""})
    if ids == sorted(state.also_under) and saw == action.version:
        return None
    step = Step(replace(state, also_under=tuple(ids)), saw)
    return write("edit", [step], plan=action.plan, by=by)


def _require_under(plan: Plan, under: Heading | None) -> None:
    if under is not None:
        require(may_stand_under(under.plan_id == plan.pk, under.retired_at is not None))


def _id(heading: Heading | None) -> str | None:
    return hex_id(heading.pk) if heading else None


def steps_for_places(plan: Plan, placed: Mapping[str, Item], saw: Mapping[str, int]) -> list[Step]:
    """The steps that put a plan's actions where they are to stand; those not yet held are left out."""
    rows = whole(plan.actions.filter(pk__in=list(placed)))
    return [Step(_action_at(action_state(row), placed), saw.get(hex_id(row.pk), ANY)) for row in rows]


def _action_at(state: ActionState, placed: Mapping[str, Item]) -> ActionState:
    item = placed[state.id]
    also = tuple(id_ for id_ in state.also_under if id_ != item.under)
    return replace(state, read=replace(state.read, under=item.under), position=item.position, also_under=also)


def _heading_steps(plan: Plan, placed: Mapping[str, Item], saw: Mapping[str, int]) -> list[Step]:
    rows = plan.headings.filter(pk__in=list(placed))
    return [Step(_heading_at(row, placed), saw.get(hex_id(row.pk), ANY)) for row in rows]


def _heading_at(row: Heading, placed: Mapping[str, Item]) -> State:
    state, item = heading_state(row), placed[hex_id(row.pk)]
    return replace(state, read=replace(state.read, parent=item.under), position=item.position)
