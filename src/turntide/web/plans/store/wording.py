"""The words of each thing, kept for search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from turntide.web.plans.models import Plan, Words
from turntide.web.plans.store.states import ActionState, HeadingState


def put_words(plan: Plan, headings: Sequence[HeadingState], actions: Sequence[ActionState]) -> None:
    """Make what search finds follow what was written; what is retired is no longer found."""
    Words.objects.filter(heading_id__in=[UUID(state.id) for state in headings]).delete()
    Words.objects.filter(action_id__in=[UUID(state.id) for state in actions]).delete()
    rows = [_of_heading(plan, state) for state in headings if not state.retired]
    rows += [_of_action(plan, state) for state in actions if not (state.retired or state.merged_into)]
    Words.objects.bulk_create(rows, batch_size=500)


def put_plan_words(plan: Plan) -> None:
    """The same for the plan itself."""
    Words.objects.filter(plan=plan, heading=None, action=None).delete()
    if plan.retired_at is None:
        Words.objects.create(place_id=plan.place_id, plan=plan, title=plan.title, text=plan.vision)


def _of_heading(plan: Plan, state: HeadingState) -> Words:
    read = state.read
    return Words(
        place_id=plan.place_id,
        plan=plan,
        heading_id=UUID(state.id),
        title=_joined((read.ref, read.text)),
        text=_joined((read.level, read.rationale)),
    )


def _of_action(plan: Plan, state: ActionState) -> Words:
    read = state.read
    return Words(
        place_id=plan.place_id,
        plan=plan,
        action_id=UUID(state.id),
        title=_joined((read.ref, read.text)),
        text=_joined(_beside(state)),
    )


def _beside(state: ActionState) -> Iterable[str | None]:
    read = state.read
    yield from (read.detail, read.rationale, read.involving)
    yield from (body.name for body in read.owners)
    yield read.timescale.wording if read.timescale else None
    yield read.status.wording if read.status else None
    for parts in (read.milestones, read.measures, read.progress, read.remarks):
        yield from (part.text for part in parts)
    yield from (programme.name for programme in read.programmes)
    yield from (money.wording for money in read.money)


def _joined(words: Iterable[str | None]) -> str:
    return "\n".join(word for word in words if word)
