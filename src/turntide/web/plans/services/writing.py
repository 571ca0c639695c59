"""The writer: every change to a plan's things goes through here, in one transaction, with its history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import transaction

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.plans.models import Action, Change, Edition, Heading, Plan, Version
from turntide.web.plans.store.putting_in import put_actions, put_headings
from turntide.web.plans.store.rows import plan_fields
from turntide.web.plans.store.states import ActionState, HeadingState, PlanState, State, hex_id
from turntide.web.plans.store.taking_out import action_state, heading_state, plan_state, whole
from turntide.web.plans.store.wording import put_plan_words, put_words


@dataclass(frozen=True, slots=True)
class Step:
    """One thing as it shall be. ``saw`` is the version the writer saw; None: the thing is new.

    ANY writes over whatever is there: for acts that do not build on what a person saw.
    """

    after: State
    saw: int | None


ANY = -1
"""A version that fits whatever is there."""


class ChangedMeanwhileError(Exception):
    """Somebody else wrote first. ``thing`` is the row as it stands now; nothing was written."""

    def __init__(self, thing: Plan | Heading | Action) -> None:
        super().__init__(f"{thing} was changed meanwhile")
        self.thing = thing


@dataclass(frozen=True, slots=True)
class _Standing:
    """The rows that a change touches, locked, and their states before it."""

    rows: dict[str, Plan | Heading | Action]
    before: dict[str, State]


@transaction.atomic
def write(
    verb: str,
    steps: Sequence[Step],
    *,
    plan: Plan,
    by: By,
    edition: Edition | None = None,
    undoes: Change | None = None,
    together: UUID | None = None,
) -> Change:
    """Make each thing what its step says, and keep what it was.

    Raises ChangedMeanwhileError, before anything is written, where a thing is no longer what the writer saw.
    """
    standing = _standing(plan, steps)
    for step in steps:
        _refuse_stale(step, standing)
    _put(plan, [step.after for step in steps], standing, by)
    change = Change(
        plan=plan,
        verb=verb,
        by_id=by.person_id,
        process=by.process,
        touched=len(steps),
        edition=edition,
        undoes=undoes,
        together=together,
    )
    return _kept(change, steps, standing, by)


@transaction.atomic
def write_together(verb: str, steps: Mapping[Plan, Sequence[Step]], *, by: By) -> list[Change]:
    """One act on several plans: a change each, which are undone together. Raises as `write` does."""
    together = uuid4() if len(steps) > 1 else None
    # Plans are locked in one order, so that two who do this at once wait for each other in turn.
    ordered = sorted(steps.items(), key=lambda each: each[0].pk)
    return [write(verb, each, plan=plan, by=by, together=together) for plan, each in ordered]


def _standing(plan: Plan, steps: Sequence[Step]) -> _Standing:
    ids = {
        kind: [UUID(s.after.id) for s in steps if s.after.thing == kind]
        for kind in ("plan", "heading", "action")
    }
    plans = list(Plan.objects.select_for_update().filter(pk=plan.pk))
    headings = list(Heading.objects.select_for_update().filter(plan=plan, pk__in=ids["heading"]))
    actions = list(whole(Action.objects.select_for_update().filter(plan=plan, pk__in=ids["action"])))
    before: dict[str, State] = {hex_id(row.pk): plan_state(row) for row in plans}
    before |= {hex_id(row.pk): heading_state(row) for row in headings}
    before |= {hex_id(row.pk): action_state(row) for row in actions}
    rows: list[Plan | Heading | Action] = [*plans, *headings, *actions]
    return _Standing({hex_id(row.pk): row for row in rows}, before)


def _refuse_stale(step: Step, standing: _Standing) -> None:
    row = standing.rows.get(step.after.id)
    if row is not None and step.saw not in (ANY, row.version):
        raise ChangedMeanwhileError(row)
    if row is None and step.saw is not None:
        raise LookupError(f"{step.after.thing} {step.after.id} is not of this plan")


def _put(plan: Plan, states: Sequence[State], standing: _Standing, by: By) -> None:
    headings = [state for state in states if isinstance(state, HeadingState)]
    actions = [state for state in states if isinstance(state, ActionState)]
    for state in states:
        if isinstance(state, PlanState):
            _put_plan(plan, state)
    rows = standing.rows
    put_headings(plan, headings, {id_: row for id_, row in rows.items() if isinstance(row, Heading)})
    put_actions(plan, actions, {id_: row for id_, row in rows.items() if isinstance(row, Action)}, by=by)
    put_words(plan, headings, actions)


def _put_plan(plan: Plan, state: PlanState) -> None:
    plan.refresh_from_db()
    for name, value in plan_fields(state).items():
        setattr(plan, name, value)
    plan.version += 1
    plan.save()
    put_plan_words(plan)


def _kept(change: Change, steps: Sequence[Step], standing: _Standing, by: By) -> Change:
    change.save()
    Version.objects.bulk_create([_version(change, step, standing) for step in steps], batch_size=200)
    plan = change.plan
    note_act(change.verb, plan, by=by, place_id=plan.place_id, change=str(change.pk), touched=len(steps))
    return change


def _version(change: Change, step: Step, standing: _Standing) -> Version:
    row, before = standing.rows.get(step.after.id), standing.before.get(step.after.id)
    return Version(
        change=change,
        thing=step.after.thing,
        thing_id=UUID(step.after.id),
        number=row.version if row is not None and not isinstance(row, Plan) else _number(row),
        before=before.as_data() if before else None,
        after=step.after.as_data(),
    )


def _number(row: Plan | Heading | Action | None) -> int:
    """The version after the change; the plan's own row here is the one locked before it."""
    return row.version + 1 if row is not None else 1
