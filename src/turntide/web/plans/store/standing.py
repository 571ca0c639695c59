"""Whether what changes touched stands as they left it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from turntide.web.plans.models import Action, Change, Heading, Plan, Version
from turntide.web.plans.store.states import (
    ACTION,
    HEADING,
    PLAN,
    ActionState,
    HeadingState,
    State,
    hex_id,
    state_from,
)
from turntide.web.plans.store.taking_out import action_state, heading_state, plan_state, whole

Row = Plan | Heading | Action


def rows_of(ids: dict[str, set[UUID]]) -> dict[UUID, Row]:
    """The things with these ids, by kind, as they stand now; a query a kind and actions with all their parts."""
    found: list[Row] = []
    if ids.get(PLAN):
        found += Plan.objects.filter(pk__in=ids[PLAN])
    if ids.get(HEADING):
        found += Heading.objects.filter(pk__in=ids[HEADING])
    if ids.get(ACTION):
        found += whole(Action.objects.filter(pk__in=ids[ACTION]))
    return {row.pk: row for row in found}


def state_of(row: Row) -> State:
    """A row as a state."""
    if isinstance(row, Plan):
        return plan_state(row)
    return heading_state(row) if isinstance(row, Heading) else action_state(row)


def changed_since(changes: Sequence[Change]) -> dict[UUID, list[str]]:
    """For each change, what it touched that was changed again since; in a fixed number of queries.

    A thing that was changed again and then given back as it was, as undoing the later change does, stands.
    """
    marks = Version.objects.filter(change__in=changes).values_list(
        "pk", "change_id", "thing", "thing_id", "number"
    )
    ids: dict[str, set[UUID]] = defaultdict(set)
    for _, _, thing, thing_id, _ in marks:
        ids[thing].add(thing_id)
    rows = rows_of(ids)
    later = {pk: change for pk, change, _, id_, at in marks if id_ in rows and rows[id_].version != at}
    found: dict[UUID, list[str]] = defaultdict(list)
    for version in Version.objects.filter(pk__in=later).defer("before"):
        row = rows[version.thing_id]
        if state_of(row) != state_from(version.thing, version.after):
            found[later[version.pk]].append(str(row))
    return found


def left_without_heading(states: Iterable[State]) -> list[tuple[str, str]]:
    """Things that would stand under a retired heading if these states were written, each with that heading."""
    after = {state.id: state for state in states}
    retired = {id_ for id_, state in after.items() if isinstance(state, HeadingState) and state.retired}
    parents = {id_: _parent(state) for id_, state in after.items() if _stands(state)}
    parents |= {id_: parent for id_, parent in _beneath(retired) if id_ not in after}
    headings = Heading.objects.in_bulk([UUID(parent) for parent in parents.values() if parent])
    gone = retired | {
        hex_id(pk) for pk, row in headings.items() if row.retired_at and hex_id(pk) not in after
    }
    lost = {id_: parent for id_, parent in parents.items() if parent in gone}
    names = _names(set(lost)) if lost else {}
    return [(names.get(id_, ""), str(headings[UUID(parent)])) for id_, parent in lost.items() if parent]


def _stands(state: State) -> bool:
    merged = isinstance(state, ActionState) and state.merged_into is not None
    return state.retired is None and not merged


def _parent(state: State) -> str | None:
    if isinstance(state, ActionState):
        return state.read.under
    return state.read.parent if isinstance(state, HeadingState) else None


def _beneath(headings: set[str]) -> list[tuple[str, str]]:
    """What stands under these headings now."""
    ids = [UUID(id_) for id_ in headings]
    if not ids:
        return []
    children = Heading.objects.standing().filter(parent__in=ids).values_list("pk", "parent_id")
    actions = Action.objects.standing().filter(placements__heading__in=ids)
    placed = actions.values_list("pk", "placements__heading_id")
    return [(hex_id(pk), hex_id(parent)) for pk, parent in [*children, *placed] if parent]


def _names(ids: set[str]) -> dict[str, str]:
    rows: list[Row] = [*Heading.objects.filter(pk__in=ids), *Action.objects.filter(pk__in=ids)]
    return {hex_id(row.pk): str(row) for row in rows}
