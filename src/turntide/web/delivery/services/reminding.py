"""Whoever has not answered is reminded, at the steps of `rules.reminding` or by an officer's hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Recipient, Round
from turntide.web.delivery.rules.reminding import Step, Waited, is_reminded, step_due
from turntide.web.delivery.services.opening import GRACE
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.store.letters import written_to
from turntide.web.delivery.store.nation import nation_of
from turntide.web.delivery.store.waiting import waited_for
from turntide.web.mail.models import Message
from turntide.web.mail.services.queueing import Posting, queue

_COUNTED = ("reminded", "reminded_at", "reminder_step")


def plan_reminders(now: datetime) -> int:
    """Write the reminders that are due; how many. Done again, or by two at once, it makes no second one."""
    rounds = Round.objects.open().select_related("place__arrangements")
    due = ((round_, step_due(round_.due_on, nation_of(round_.place), now)) for round_ in rounds)
    return sum(_remind_at(round_.pk, step, now) for round_, step in due if step is not None)


@transaction.atomic
def remind_now(*, round_: Round, by: By, only: Collection[UUID] | None = None) -> int:
    """Remind everybody who has not answered, or of them only these, and give a short while to take it back.

    Nobody is reminded by hand twice a day, nor before the letter that asks them went out. How many are; raises
    RefusedError where that is nobody.
    """
    locked = _held(round_.pk)
    if locked is None:
        raise RefusedError(_("This round is not open, so nobody is reminded."))
    now = timezone.now()
    waiting = [each for each in waited_for(locked) if only is None or each.pk in only]
    told = written_to(locked, waiting)
    reasons = {_by_hand(each, now): each for each in waiting if each.pk in told}
    made = _made(locked, _not_yet(locked, reasons), now, now + GRACE)
    if not made:
        raise RefusedError(
            _("Nobody is left to remind: they answered, were reminded today, or were only just asked.")
        )
    note_act("remind", locked, by=by, place_id=locked.place_id, people=made)
    return made


@transaction.atomic
def take_back_reminders(*, round_: Round, by: By) -> int:
    """Take back the reminders made by hand today that have not gone out; how many. Raises RefusedError."""
    now = timezone.now()
    people = {_by_hand(each, now): each.pk for each in round_.recipients.all()}
    letters = Message.objects.filter(
        place=round_.place_id, reason__in=list(people), state=Message.State.WAITING
    ).select_for_update(of=("self",))
    taken = {letter.pk: people[letter.reason] for letter in letters}
    if not taken:
        raise RefusedError(_("The reminders went out already."))
    Message.objects.filter(pk__in=list(taken)).delete()
    counted = Recipient.objects.filter(pk__in=list(taken.values()))
    counted.update(reminded=F("reminded") - 1, reminded_at=None)
    note_act("take back reminders", round_, by=by, place_id=round_.place_id, people=len(taken))
    return len(taken)


@transaction.atomic
def _remind_at(round_id: UUID, step: Step, now: datetime) -> int:
    """Remind those whom a step concerns, with the round held: it may be closed, or planned elsewhere, just now."""
    held = _held(round_id)
    if held is None:
        return 0
    waiting = list(waited_for(held).filter(reminder_step__lt=step.number))
    due = {f"reminder {each.pk} {step.number}": each for each in _due(held, waiting, step, now)}
    for recipient in due.values():
        recipient.reminder_step = step.number
    return _made(held, due, now, now)


def _held(round_id: UUID) -> Round | None:
    open_ = Round.objects.open().select_for_update(of=("self",))
    return open_.select_related("place").filter(pk=round_id).first()


def _due(round_: Round, waiting: Sequence[Recipient], step: Step, now: datetime) -> list[Recipient]:
    told, today = written_to(round_, waiting), timezone.localdate(now)
    return [
        each for each in waiting if each.pk in told and is_reminded(_waited(each, told[each.pk]), step, today)
    ]


def _waited(recipient: Recipient, told_at: datetime) -> Waited:
    last = max(told_at, recipient.reminded_at or told_at)
    return Waited(timezone.localdate(last), recipient.reminder_step, recipient.away_until)


def _by_hand(recipient: Recipient, now: datetime) -> str:
    """Why somebody is reminded by hand: once a day."""
    return f"reminder {recipient.pk} on {timezone.localdate(now).isoformat()}"


def _not_yet(round_: Round, reasons: dict[str, Recipient]) -> dict[str, Recipient]:
    """Those for whom there was no such letter yet."""
    known = Message.objects.filter(place=round_.place_id, reason__in=list(reasons))
    there = set(known.values_list("reason", flat=True))
    return {reason: each for reason, each in reasons.items() if reason not in there}


def _made(round_: Round, reasons: dict[str, Recipient], now: datetime, due_at: datetime) -> int:
    """Write a reminder to each, and that it was written."""
    for recipient in reasons.values():
        recipient.reminded, recipient.reminded_at = recipient.reminded + 1, now
    queue(round_.place, [_posting(each, reason, due_at) for reason, each in reasons.items()])
    Recipient.objects.bulk_update(list(reasons.values()), _COUNTED, batch_size=200)
    return len(reasons)


def _posting(recipient: Recipient, reason: str, due_at: datetime) -> Posting:
    """``number`` is which of the person's reminders it is: one that still waits when the next is made is not sent."""
    return Posting(
        kind="reminder",
        reason=reason,
        to_email=recipient.email,
        to_name=recipient.contact.name,
        about={"recipient": str(recipient.pk), "number": recipient.reminded},
        due_at=due_at,
    )
