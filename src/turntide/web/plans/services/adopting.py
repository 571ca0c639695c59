"""Adoption: a reading that a person confirmed becomes a plan, or the next edition of one. All of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from turntide.editions import compare
from turntide.editions.compare import Ids
from turntide.exchange.interchange import as_data
from turntide.plan import model as plain
from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.files.models import Original
from turntide.web.plans.delivery_connection import delivery
from turntide.web.plans.models import Edition, Plan
from turntide.web.plans.services.noting import put_notes
from turntide.web.plans.services.writing import ANY, Step, write
from turntide.web.plans.store import arriving
from turntide.web.plans.store.states import State, hex_id
from turntide.web.plans.store.taking_out import action_state, heading_state, plan_as_read, whole


@transaction.atomic
def adopt_plan(*, place: Place, read: plain.Plan, original: Original | None, name: str, by: By) -> Edition:
    """Make a plan of a reading. ``name`` is what it goes by where the document has no title."""
    # It is made retired and the adoption makes it stand, so that undoing the adoption sets it aside again.
    plan = Plan.objects.create(place=place, title=name[:500], retired_at=timezone.now())
    ids = arriving.ids_of_new(read, lambda: uuid4().hex)
    states: list[State] = [arriving.plan_arriving(read, hex_id(plan.pk), name)]
    states += arriving.headings_arriving(read, ids)
    states += arriving.actions_arriving(read, ids, {})
    return _adopted(_Arrival(plan, states, read, ids, original), by)


@transaction.atomic
def adopt_edition(
    *,
    plan: Plan,
    read: plain.Plan,
    original: Original | None,
    by: By,
    same: Ids = (),
    apart: Ids = (),
) -> Edition:
    """Make a reading the next edition of a plan: what survives keeps its id, history, updates and links.

    ``same`` and ``apart`` are what a person says of actions (`turntide.editions.compare`).
    """
    comparison = compare(plan_as_read(plan), read, same, apart)
    ids = arriving.ids_of_edition(comparison, lambda: uuid4().hex)
    actions = {hex_id(row.pk): action_state(row) for row in whole(plan.actions.all())}
    headings = {hex_id(row.pk): heading_state(row) for row in plan.headings.all()}
    now = timezone.now().isoformat()
    states: list[State] = [arriving.plan_arriving(read, hex_id(plan.pk), plan.title)]
    states += arriving.headings_arriving(read, ids)
    states += arriving.headings_leaving(comparison, headings, now)
    states += arriving.actions_arriving(read, ids, actions)
    states += arriving.leaving(comparison, actions, now)
    return _adopted(_Arrival(plan, states, read, ids, original), by)


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A reading ready to be written."""

    plan: Plan
    states: Sequence[State]
    read: plain.Plan
    ids: arriving.Ids
    original: Original | None


def _adopted(arrival: _Arrival, by: By) -> Edition:
    plan = arrival.plan
    edition = Edition.objects.create(
        plan=plan,
        number=(plan.editions.aggregate(last=Max("number"))["last"] or 0) + 1,
        original=arrival.original,
        reading=as_data(arrival.read),
        adopted_by_id=by.person_id,
    )
    write("adopt", _steps(plan, arrival.states), plan=plan, by=by, edition=edition)
    put_notes(edition, tuple(arriving.notes_arriving(arrival.read, arrival.ids)))
    delivery().adopted(edition)
    return edition


def _steps(plan: Plan, states: Sequence[State]) -> list[Step]:
    held = {hex_id(pk) for pk in plan.headings.values_list("pk", flat=True)}
    held |= {hex_id(pk) for pk in plan.actions.values_list("pk", flat=True)} | {hex_id(plan.pk)}
    return [Step(state, ANY if state.id in held else None) for state in states]
