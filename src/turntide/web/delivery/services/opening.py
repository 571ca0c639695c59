"""A round is opened: everybody is asked, all at once or not at all. And closed."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.accounts.rules import ALLOWED, Ruling
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Link, Recipient, Request, Round
from turntide.web.delivery.services.counting import recount
from turntide.web.delivery.services.linking import links_for
from turntide.web.delivery.services.refusing import RefusedError, require
from turntide.web.delivery.store.asking import Preview, preview_of
from turntide.web.mail.services.queueing import Posting, queue

LINK_LASTS = timedelta(days=60)
"""After the due day: long enough for an answer that comes late and for the words to be put right."""


@transaction.atomic
def open_round(*, round_: Round, saw: int, by: By) -> Preview:
    """Ask everybody whom the round concerns. Raises RefusedError: it is open, or asks nobody, or was changed."""
    locked = Round.objects.select_for_update().get(pk=round_.pk)
    require(_may_open(locked, saw))
    preview = preview_of(locked)
    if not preview.asked:
        raise RefusedError(_("Nobody would be asked. Say who answers for the actions first."))
    locked.opened_at, locked.version = timezone.now(), locked.version + 1
    locked.save(update_fields=["opened_at", "version"])
    recipients = _ask(locked, preview)
    queue(locked.place, [_posting(recipient) for recipient in recipients])
    recount([action.pk for person in preview.asked for action in person.actions])
    note_act(
        "open round", locked, by=by, place_id=locked.place_id, people=len(recipients), actions=preview.actions
    )
    return preview


@transaction.atomic
def close_round(*, round_: Round, by: By) -> Round:
    """Take no more answers. What was not answered counts as missed. Raises RefusedError."""
    locked = Round.objects.select_for_update().get(pk=round_.pk)
    if not locked.is_open:
        raise RefusedError(_("This round is not open."))
    return _set_closed(locked, timezone.now(), "close round", by)


@transaction.atomic
def reopen_round(*, round_: Round, by: By) -> Round:
    """Take answers again: closing is undone. Raises RefusedError."""
    locked = Round.objects.select_for_update().get(pk=round_.pk)
    if locked.closed_at is None:
        raise RefusedError(_("This round was not closed."))
    return _set_closed(locked, None, "reopen round", by)


def _may_open(round_: Round, saw: int) -> Ruling:
    if round_.opened_at is not None:
        return Ruling(False, _("This round was opened already."))
    if round_.version != saw:
        return Ruling(
            False, _("Somebody else changed this round meanwhile. Look at it again before you open it.")
        )
    return ALLOWED


def _set_closed(round_: Round, closed_at: datetime | None, verb: str, by: By) -> Round:
    round_.closed_at, round_.version = closed_at, round_.version + 1
    round_.save(update_fields=["closed_at", "version"])
    recount(actions_asked(round_))
    note_act(verb, round_, by=by, place_id=round_.place_id)
    return round_


def actions_asked(round_: Round) -> list[UUID]:
    """The actions a round asks for."""
    return list(round_.requests.values_list("action_id", flat=True))


def _ask(round_: Round, preview: Preview) -> list[Recipient]:
    wanted = [Recipient(round=round_, contact=one.contact, email=one.email) for one in preview.asked]
    recipients = Recipient.objects.bulk_create(wanted, batch_size=500)
    links_for(answer_link(recipient) for recipient in recipients)
    Request.objects.bulk_create(
        [
            Request(round=round_, recipient=recipient, action=action)
            for recipient, person in zip(recipients, preview.asked, strict=True)
            for action in person.actions
        ],
        batch_size=500,
    )
    return recipients


def answer_link(recipient: Recipient) -> Link:
    """The link by which a recipient answers; not yet kept."""
    due = datetime.combine(recipient.round.due_on, time.max, tzinfo=timezone.get_current_timezone())
    return Link(
        place_id=recipient.round.place_id,
        purpose=Link.Purpose.ANSWER,
        contact=recipient.contact,
        recipient=recipient,
        expires_at=due + LINK_LASTS,
    )


def _posting(recipient: Recipient) -> Posting:
    return Posting(
        kind="request",
        reason=f"request {recipient.pk}",
        to_email=recipient.email,
        to_name=recipient.contact.name,
        about={"recipient": str(recipient.pk)},
    )
