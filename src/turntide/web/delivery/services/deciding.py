"""What a group decided of a plan or an action: recorded, taken back, brought back."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Decision, Group
from turntide.web.plans.models import Action, Plan


@transaction.atomic
def record_decision(
    *, plan: Plan, action: Action | None, text: str, on: date, group: Group | None, by: By
) -> Decision:
    """Record what was decided on a day; without an action, of the whole plan."""
    decision = Decision.objects.create(
        plan=plan, action=action, text=text.strip(), on=on, group=group, by_id=by.person_id
    )
    note_act("record decision", decision, by=by, place_id=plan.place_id)
    return decision


def take_back_decision(*, decision: Decision, by: By) -> None:
    """Let a decision show no more; it is kept and can return."""
    _set(decision, "take back decision", by, taken_back=True)


def bring_back_decision(*, decision: Decision, by: By) -> None:
    """Let a decision that was taken back show again."""
    _set(decision, "bring back decision", by, taken_back=False)


@transaction.atomic
def _set(decision: Decision, verb: str, by: By, *, taken_back: bool) -> None:
    decision.taken_back_at = timezone.now() if taken_back else None
    decision.save(update_fields=["taken_back_at"])
    note_act(verb, decision, by=by, place_id=decision.plan.place_id)
