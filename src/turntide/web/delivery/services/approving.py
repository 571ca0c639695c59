"""What an officer does with what was said: approve it, send it back, ask about it; and each taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Request, Round, Standing, Update
from turntide.web.delivery.rules.approving import (
    Doubt,
    doubts,
    may_approve,
    may_ask_back,
    may_send_back,
)
from turntide.web.delivery.services.answering import keep_saying
from turntide.web.delivery.services.counting import recount
from turntide.web.delivery.services.gathering import write_gathered
from turntide.web.delivery.services.publishing_words import seen_update, withdraw_words
from turntide.web.delivery.services.refusing import RefusedError, require
from turntide.web.delivery.store.holding import held_request
from turntide.web.delivery.store.sayings import said_of


@dataclass(frozen=True, slots=True)
class ManyApproved:
    """What came of approving many: when (which undoes it), how many, and the requests that were left as they are."""

    at: datetime
    approved: int
    left: tuple[Request, ...]


def doubts_about(update: Update, unchanged: int) -> tuple[Doubt, ...]:
    """What an officer should see before they approve; ``unchanged`` as the action's standing counts it."""
    return doubts(
        confidence=update.confidence,
        reason=update.reason,
        recovers_on=update.recovers_on,
        unchanged=unchanged if update.no_change else 0,
        said_more=bool(update.done.strip() or update.next.strip() or update.no_change),
    )


@transaction.atomic
def approve_update(*, update: Update, by: By, saw: int | None = None, seen: bool = False) -> Update:
    """Let what was said hold. ``seen``: what is doubtful in it was seen.

    Raises RefusedError, and AnsweredMeanwhileError where ``saw`` is given and somebody else wrote first.
    """
    return _approved(seen_update(update, saw), by, timezone.now(), seen=seen)


def approve_many(*, round_: Round, requests: Collection[UUID], by: By) -> ManyApproved:
    """Approve what was answered among these requests of a round, each for itself; what is doubtful is left."""
    at, approved, left = timezone.now(), 0, []
    wanted = round_.requests.filter(pk__in=requests).select_related("update", "action__plan")
    for request in wanted:
        update = getattr(request, "update", None)
        if update is not None and _approved_quietly(update, by, at):
            approved += 1
        else:
            left.append(request)
    return ManyApproved(at, approved, tuple(left))


@transaction.atomic
def unapprove(*, update: Update, by: By, saw: int | None = None) -> Update:
    """Take an approval back; what was said waits for one again. Raises as approving does."""
    held = seen_update(update, saw)
    if held.state != Update.State.APPROVED:
        raise RefusedError(_("This update is not approved."))
    held.state, held.approved_by, held.approved_at = Update.State.SUBMITTED, None, None
    _keep(held, "take approval back", by, Request.State.ANSWERED)
    return held


def unapprove_many(*, round_: Round, at: datetime, by: By) -> int:
    """Take back what this person approved at one stroke; how many. What was written since stays."""
    done = Update.objects.approved().filter(
        request__round=round_, approved_at=at, approved_by_id=by.person_id
    )
    count = 0
    for update in list(done):
        unapprove(update=update, by=by)
        count += 1
    return count


@transaction.atomic
def send_back(*, update: Update, comment: str, by: By, saw: int | None = None) -> Update:
    """Give an update back to whoever said it, with what is to be put right. They get a letter. Raises as above."""
    held = seen_update(update, saw)
    asked, words = _asked_for(held), comment.strip()
    handed_in = held.state == Update.State.SUBMITTED
    require(may_send_back(handed_in=handed_in, round_is_open=asked.round.is_open))
    if not words:
        raise RefusedError(_("Say what is to be put right."))
    held.state, held.sent_back_with = Update.State.SENT_BACK, words
    withdraw_words(held)
    _keep(held, "send back", by, Request.State.SENT_BACK, comment=words)
    write_gathered("question", asked.recipient, f"back {held.pk} {held.version}", timezone.now())
    return held


@transaction.atomic
def take_sending_back(*, update: Update, by: By, saw: int | None = None) -> Update:
    """An update that was sent back waits for approval again: sending it back is undone. Raises as above."""
    held = seen_update(update, saw)
    if held.state != Update.State.SENT_BACK:
        raise RefusedError(_("This update is not with its author any more."))
    held.state, held.sent_back_with = Update.State.SUBMITTED, ""
    _keep(held, "take sending back", by, Request.State.ANSWERED)
    return held


@transaction.atomic
def ask_back(*, request: Request, question: str, by: By) -> Request:
    """Ask whoever answers something; what they said stands meanwhile. They get a letter. Raises RefusedError."""
    held, words = held_request(request), question.strip()
    approved = held.state == Request.State.APPROVED
    require(may_ask_back(approved=approved, round_is_open=held.round.is_open))
    if not words:
        raise RefusedError(_("Write your question."))
    now = timezone.now()
    _set_question(held, words, now, "ask back", by)
    write_gathered("question", held.recipient, f"ask {held.pk} {now.timestamp()}", now)
    return held


@transaction.atomic
def take_question_back(*, request: Request, by: By) -> Request:
    """A question needs no answer any more. Raises RefusedError."""
    held = held_request(request)
    if not held.question:
        raise RefusedError(_("No question waits for an answer."))
    _set_question(held, "", None, "take question back", by)
    return held


def _approved_quietly(update: Update, by: By, at: datetime) -> bool:
    """Whether it could be approved as it was seen in the list."""
    try:
        with transaction.atomic():
            _approved(seen_update(update, update.version), by, at)
    except RefusedError:
        return False
    return True


def _approved(held: Update, by: By, at: datetime, *, seen: bool = False) -> Update:
    standing = Standing.objects.filter(action=held.action_id).first() or Standing()
    found = doubts_about(held, standing.unchanged)
    require(may_approve(handed_in=held.state == Update.State.SUBMITTED, doubts=found, seen=seen))
    if held.words_proposed_at and held.said_at and held.said_at > held.words_proposed_at:
        withdraw_words(held)
    held.state, held.approved_by_id, held.approved_at = Update.State.APPROVED, by.person_id, at
    _keep(held, "approve", by, Request.State.APPROVED)
    return held


def _asked_for(update: Update) -> Request:
    if update.request is None:
        raise RefusedError(_("Nobody was asked for this update: it came with the plan."))
    return update.request


def _keep(update: Update, verb: str, by: By, state: Request.State, **also: str) -> None:
    update.version += 1
    update.save()
    if update.request is not None:
        Request.objects.filter(pk=update.request.pk).update(state=state)
    keep_saying(update, said_of(update), verb, by, also=also)
    recount([update.action_id])


def _set_question(request: Request, words: str, at: datetime | None, verb: str, by: By) -> None:
    asked = {"question": words or request.question}
    request.question, request.questioned_at = words, at
    request.save(update_fields=["question", "questioned_at"])
    update = Update.objects.filter(request=request).first()
    if update is None:
        note_act(verb, request, by=by, place_id=request.round.place_id)
        return
    update.version += 1
    update.save(update_fields=["version", "changed_at"])
    keep_saying(update, said_of(update), verb, by, also=asked)
