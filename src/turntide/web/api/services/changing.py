"""Programs add and change actions, by the same door as people (plans)."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from turntide.web.api.models import Token
from turntide.web.audit.by import By
from turntide.web.plans.models import Action, Heading, Plan, Version
from turntide.web.plans.rules import may_change
from turntide.web.plans.services import arranging, editing
from turntide.web.plans.services.refusing import require

_SHOWN = 70


def by_program(token: Token) -> By:
    """A program's act: history shows its name and the beginning of its key."""
    return By(name=token.name, process=f"program: {token.name[:_SHOWN]} ({token.hint})")


@transaction.atomic
def add_action(*, token: Token, plan: Plan, under: Heading | None, boxes: Mapping[str, str]) -> UUID:
    """Put an action into a plan, last under a heading; its id. Raises RefusedError."""
    change = arranging.add_action(plan=plan, under=under, boxes=boxes, by=by_program(token))
    return Version.objects.get(change=change, thing="action", before__isnull=True).thing_id


@transaction.atomic
def change_action(*, token: Token, action: Action, saw: int, boxes: Mapping[str, str]) -> bool:
    """Write what a program gives of an action; whether anything changed. Raises RefusedError, ChangedMeanwhileError."""
    require(may_change(action.retired_at is not None, action.merged_into_id is not None))
    change = editing.edit_action(action=action, saw=saw, boxes=boxes, by=by_program(token))
    return change is not None
