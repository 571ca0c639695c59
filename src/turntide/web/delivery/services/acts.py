"""One press over many actions, told apart from every other, so that it can be undone whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.utils import timezone

from turntide.web.delivery.models import Responsibility
from turntide.web.plans.models import Action


@dataclass(frozen=True, slots=True)
class Act:
    """What is done at one moment. ``id`` finds it again; ``at`` is its moment, on every row that it touches."""

    id: UUID = field(default_factory=uuid4)
    at: datetime = field(default_factory=timezone.now)


def hold(actions: Iterable[UUID]) -> list[Action]:
    """Actions for which nobody else says who answers until this transaction ends; in one order, against rings.

    Without their keys: whoever hands in an update meanwhile need not wait.
    """
    rows = Action.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=set(actions))
    return list(rows.select_related("plan").order_by("pk"))


def end(rows: Iterable[Responsibility], act: Act) -> None:
    """Let these answer no more: they were taken away."""
    Responsibility.objects.filter(pk__in=[row.pk for row in rows]).update(
        state=Responsibility.State.TAKEN_AWAY, ended_at=act.at, ended_in=act.id
    )


def again(row: Responsibility, act: Act | None = None, *, answered: bool = True) -> Responsibility:
    """A new row that stands as one that ended stood, not yet kept: what ended stays in history as it is.

    Without ``answered`` it stands as before the person answered.
    """
    states = Responsibility.State
    answered_at = row.answered_at if answered else None
    state = states.ACCEPTED if answered_at else states.ASKED if row.asked_at else states.NAMED
    return Responsibility(
        action_id=row.action_id,
        contact=row.contact,
        state=state,
        asked_at=row.asked_at,
        asked_by_id=row.asked_by_id,
        asked_in=row.asked_in,
        answered_at=answered_at,
        passed_from_id=row.passed_from_id,
        named_in=act.id if act else None,
    )
