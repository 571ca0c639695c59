"""States to rows. Only `services.writing` calls this, inside its transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model

from turntide.web.audit.by import By
from turntide.web.organisations.register import bodies_named
from turntide.web.plans.models import Action, Heading, Plan, Programme
from turntide.web.plans.store import parts
from turntide.web.plans.store.rows import Fields, action_fields, heading_fields
from turntide.web.plans.store.states import ActionState, HeadingState

Row = TypeVar("Row", bound=Model)


def put_headings(plan: Plan, states: Sequence[HeadingState], rows: dict[str, Heading]) -> None:
    """Write headings: those with a row are changed, the others made, outermost first."""
    _put(Heading, plan, [(state.id, heading_fields(state)) for state in states], rows)


def put_actions(plan: Plan, states: Sequence[ActionState], rows: dict[str, Action], *, by: By) -> None:
    """Write actions with all their parts: those with a row are changed, the others made."""
    _put(Action, plan, [(state.id, action_fields(state)) for state in states], rows)
    names = [body.name for state in states for body in state.read.owners]
    parts.put_placements(states)
    parts.put_involvements(states, bodies_named(names, place=plan.place, by=by))
    parts.put_ties(states, _programmes(plan, states))
    parts.put_milestones(states)
    parts.put_measures(states)


def _put(model: type[Row], plan: Plan, wanted: list[tuple[str, Fields]], rows: dict[str, Any]) -> None:
    new = [model(pk=UUID(id_), plan_id=plan.pk, **fields) for id_, fields in wanted if id_ not in rows]
    model._default_manager.bulk_create(new, batch_size=200)
    changed = [_with(rows[id_], fields) for id_, fields in wanted if id_ in rows]
    for row in changed:
        row.save()


def _with(row: Any, fields: Fields) -> Any:
    for name, value in fields.items():
        setattr(row, name, value)
    row.version += 1
    return row


def _programmes(plan: Plan, states: Sequence[ActionState]) -> dict[str, Programme]:
    names = {programme.name[:300] for state in states for programme in state.read.programmes}
    if not names:
        return {}
    wanted = [Programme(place_id=plan.place_id, name=name) for name in sorted(names)]
    Programme.objects.bulk_create(wanted, ignore_conflicts=True)
    found = Programme.objects.filter(place_id=plan.place_id, name__in=names)
    return {programme.name: programme for programme in found}
