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
GRACE = timedelta(minutes=5)
"""How long letters that a person sends off wait, so that they can be taken back."""
_OPENED = ("opened_at", "opened_by", "told_at", "opening_at", "opening_fault", "version")


@transaction.atomic
def open_round(*, round_: Round, saw: int, by: By, grace: timedelta = timedelta(0)) -> Preview:
    """Ask everybody whom the round concerns; letters wait for ``grace``, so that the round can be taken back.

    Raises RefusedError: it is open, or asks nobody, or was changed or thrown away.
    """
    locked = Round.objects.select_for_update(of=("self",)).select_related("place").get(pk=round_.pk)
    require(may_open(locked, saw))
    preview = preview_of(locked)
    if not preview.asked:
        raise RefusedError(_("Nobody would be asked. Say who answers for the actions first."))
    _set_opened(locked, by)
    recipients = _ask(locked, preview)
    due_at = timezone.now() + grace
    queue(locked.place, [request_posting(recipient, due_at=due_at) for recipient in recipients])
    recount([action.pk for person in preview.asked for action in person.actions])
    people, actions = len(recipients), preview.actions
    note_act("open round", locked, by=by, place_id=locked.place_id, people=people, actions=actions)
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


def may_open(round_: Round, saw: int) -> Ruling:
    """Whether a round that somebody saw at this version may be opened."""
    if round_.opened_at is not None:
        return Ruling(False, _("This round was opened already."))
    if round_.thrown_at is not None:
        return Ruling(False, _("This round was thrown away."))
    if round_.version != saw:
        return Ruling(
            False, _("Somebody else changed this round meanwhile. Look at it again before you open it.")
        )
    return ALLOWED


def _set_opened(round_: Round, by: By) -> None:
    round_.opened_at = round_.told_at = timezone.now()
    round_.opened_by_id, round_.version = by.person_id, round_.version + 1
    round_.opening_at, round_.opening_fault = None, ""
    round_.save(update_fields=_OPENED)


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


def request_posting(recipient: Recipient, *, again: str = "", due_at: datetime | None = None) -> Posting:
    """The letter that asks somebody. It is sent once, and once more for each reason to send it ``again``."""
    return Posting(
        kind="request",
        reason=f"request {recipient.pk} {again}".strip(),
        to_email=recipient.email,
        to_name=recipient.contact.name,
        about={"recipient": str(recipient.pk)},
        due_at=due_at,
    )
