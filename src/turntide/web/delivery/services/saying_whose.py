"""What the person asked says: mine, a colleague's, not mine. And takes back, until somebody acts on it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Responsibility
from turntide.web.delivery.rules.naming import may_pass_on, may_say_whose, may_take_back_answer
from turntide.web.delivery.services.acts import Act, again, end, hold
from turntide.web.delivery.services.asking_whose import write_to
from turntide.web.delivery.services.handing_over import close_spent_links, move_requests, open_again
from turntide.web.delivery.services.naming import known_at
from turntide.web.delivery.services.opening import GRACE
from turntide.web.delivery.services.refusing import require
from turntide.web.delivery.store.asked_of import is_as_said, latest_rows
from turntide.web.organisations.services.contacts import Reached

_STATES = Responsibility.State
_PASSES_COUNT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Colleague:
    """Whom an action is passed on to."""

    name: str
    email: str


@transaction.atomic
def accept(*, responsibilities: Collection[Responsibility]) -> int:
    """They are theirs. Of several, those that no longer wait are left alone; gives how many were accepted.

    Raises RefusedError where none of them waits any more.
    """
    hold(row.action_id for row in responsibilities)
    rows = list(_whole().filter(pk__in=[row.pk for row in responsibilities]))
    waiting = [row for row in rows if may_say_whose(row.state, stands=row.ended_at is None)]
    if not waiting:
        require(may_say_whose(rows[0].state, stands=rows[0].ended_at is None))
    now = timezone.now()
    Responsibility.objects.filter(pk__in=[row.pk for row in waiting]).update(
        state=_STATES.ACCEPTED, answered_at=now
    )
    _note("accept actions", waiting[0], actions=len(waiting))
    return len(waiting)


@transaction.atomic
def decline(*, responsibility: Responsibility, reason: str) -> None:
    """It is not theirs, and why. Raises RefusedError where it no longer waits."""
    row = _waiting(responsibility)
    _end(row, Act(), _STATES.DECLINED, reason)
    _note("decline action", row, action=str(row.action_id))


@transaction.atomic
def pass_on(*, responsibility: Responsibility, to: Colleague) -> Responsibility:
    """It is a colleague's, of the same body, who is asked in turn; what is open of it in a round goes to them too.

    Raises RefusedError where it no longer waits, or may not go on.
    """
    row = _waiting(responsibility)
    own = row.contact.email.strip().lower() == to.email.strip().lower()
    require(may_pass_on(own=own, passes=_passes(row)))
    by, act = _by(row), Act()
    colleague = known_at(body=row.contact.organisation, reached=Reached(to.name, email=to.email), by=by)
    _end(row, act, _STATES.PASSED_ON)
    passed = Responsibility.objects.create(
        action_id=row.action_id,
        contact=colleague,
        state=_STATES.ASKED,
        asked_at=act.at,
        asked_by_id=row.asked_by_id,
        passed_from=row,
    )
    move_requests([row.action_id], colleague, act, passed_by=row.contact)
    # The letter waits a little, as others do, so that a slip can be taken back before it goes.
    write_to(row.contact.organisation.place, [colleague], act, due_at=act.at + GRACE)
    _note("pass on action", row, action=str(row.action_id), to=str(colleague.pk))
    return passed


@transaction.atomic
def take_back_answer(*, responsibility: Responsibility) -> None:
    """The question waits again. Raises RefusedError where an officer or the colleague has acted on the answer."""
    hold([responsibility.action_id])
    row = _now(responsibility)
    latest = latest_rows([row.action_id])[row.action_id]
    passed = latest if latest.passed_from_id == row.pk and latest.pk != row.pk else None
    require(may_take_back_answer(row.state, as_it_was=is_as_said(row, latest)))
    if row.state == _STATES.ACCEPTED:
        Responsibility.objects.filter(pk=row.pk).update(state=_STATES.ASKED, answered_at=None)
    else:
        _ask_anew(row, passed)
    _note("take back answer", row, action=str(row.action_id))


def _ask_anew(row: Responsibility, passed: Responsibility | None) -> None:
    act = Act()
    if passed is not None:
        end([passed], act)
    again(row, answered=False).save()
    if passed is not None:
        open_again([row])
        move_requests([row.action_id], row.contact, act, tell=False)
        close_spent_links(row.contact.organisation.place, [passed.contact], act)


def _waiting(responsibility: Responsibility) -> Responsibility:
    hold([responsibility.action_id])
    row = _now(responsibility)
    require(may_say_whose(row.state, stands=row.ended_at is None))
    return row


def _now(row: Responsibility) -> Responsibility:
    """As it stands now that its action is held."""
    return _whole().get(pk=row.pk)


def _whole() -> QuerySet[Responsibility]:
    return Responsibility.objects.select_related("contact__organisation__place", "action__plan")


def _end(row: Responsibility, act: Act, state: Responsibility.State, reason: str = "") -> None:
    row.state, row.reason = state, reason
    row.answered_at = row.ended_at = act.at
    row.save(update_fields=["state", "reason", "answered_at", "ended_at"])


def _passes(row: Responsibility) -> int:
    since = timezone.now() - _PASSES_COUNT
    passed = Responsibility.objects.filter(action=row.action_id, state=_STATES.PASSED_ON)
    return passed.filter(ended_at__gte=since).count()


def _by(row: Responsibility) -> By:
    return By.contact(row.contact_id, row.contact.name)


def _note(verb: str, row: Responsibility, **detail: object) -> None:
    note_act(verb, row, by=_by(row), place_id=row.action.plan.place_id, **detail)
