"""A round is sent off: opened at once where it is small, or by the worker, so that nobody waits for a page."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_q.tasks import async_task

from turntide.web.accounts.models import Person
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Responsibility, Round
from turntide.web.delivery.services.opening import GRACE, may_open, open_round
from turntide.web.delivery.services.refusing import RefusedError, require

AT_ONCE = 300
"""Actions that are asked for while the person waits."""
OPEN_ROUND = "turntide.web.delivery.work.open_the_round"


@transaction.atomic
def send_off(*, round_: Round, saw: int, by: By) -> Round:
    """Open a round, or have the worker open it; ``opened_at`` of what comes back tells which. Raises RefusedError."""
    answered_for = Responsibility.objects.standing().filter(action__plan__place=round_.place_id)
    if answered_for.count() > AT_ONCE:
        return _put_in_line(round_, saw, by)
    open_round(round_=round_, saw=saw, by=by, grace=GRACE)
    round_.refresh_from_db()
    return round_


def open_in_turn(round_id: UUID, saw: int, person_id: UUID) -> str:
    """The worker's part of `send_off`; it may come twice, late, or be killed. What came of it, for its record."""
    round_ = Round.objects.filter(pk=round_id).first()
    person = Person.objects.filter(pk=person_id).first()
    if round_ is None or person is None or round_.opening_at is None:
        return "nothing to open"
    try:
        open_round(round_=round_, saw=saw, by=By.person(person), grace=GRACE)
    except RefusedError as why:
        return _refused(round_, saw, str(why))
    return "opened"


def _put_in_line(round_: Round, saw: int, by: By) -> Round:
    locked = Round.objects.select_for_update().get(pk=round_.pk)
    require(may_open(locked, saw))
    locked.opening_at, locked.opening_fault = timezone.now(), ""
    locked.version += 1
    locked.save(update_fields=["opening_at", "opening_fault", "version"])
    # The job is written in the transaction of its cause. It knows the version, and a round taken back has another.
    about = (str(locked.pk), locked.version, str(by.person_id))
    async_task(OPEN_ROUND, *about, task_name=f"open {locked.pk}"[:100], group="opening")
    note_act("send off round", locked, by=by, place_id=locked.place_id)
    return locked


def _refused(round_: Round, saw: int, why: str) -> str:
    """Let the officer see why; a round that was taken back or opened meanwhile is left as it is."""
    waits = Round.objects.filter(pk=round_.pk, version=saw, opened_at=None)
    waits.update(opening_at=None, opening_fault=why)
    return why
