"""An answer is taken back by whoever gave it, as long as nobody has approved it."""

from __future__ import annotations

from django.db import transaction

from turntide.web.delivery.models import Request, Saying, Update
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.rules.taking_back import may_take_answer_back, said_in_one_tap
from turntide.web.delivery.services.answering import Author, keep_saying
from turntide.web.delivery.services.counting import recount
from turntide.web.delivery.services.refusing import AnsweredMeanwhileError, RefusedError, require
from turntide.web.delivery.store.holding import held_request
from turntide.web.delivery.store.said_before import said_in, saying_before, saying_now
from turntide.web.delivery.store.sayings import put_said, said_of


@transaction.atomic
def take_answer_back(*, request: Request, saw: int, author: Author) -> Update:
    """Make an answer a draft again: its words stay to go on from, and the request waits as it did before.

    What was said in one tap leaves what stood before the tap. Raises RefusedError, AnsweredMeanwhileError.
    """
    asked = held_request(request)
    update = Update.objects.filter(request=asked).first()
    handed_in = update is not None and update.state == Update.State.SUBMITTED
    approved = update is not None and update.state == Update.State.APPROVED
    require(may_take_answer_back(handed_in=handed_in, approved=approved, round_is_open=asked.round.is_open))
    if update is None:
        raise RefusedError
    if update.version != saw:
        raise AnsweredMeanwhileError(update)
    answer = saying_now(update)
    _put_back(update, _left_of(update), author)
    _waits_again(asked, update, answer)
    recount([asked.action_id])
    return update


def _left_of(update: Update) -> Said:
    said = said_of(update)
    if not said_in_one_tap(said):
        return said
    before = said_in(saying_before(update))
    return Said() if said_in_one_tap(before) else before


def _put_back(update: Update, said: Said, author: Author) -> None:
    was_sent_back = bool(update.sent_back_with)
    update.state = Update.State.SENT_BACK if was_sent_back else Update.State.DRAFT
    if not was_sent_back:
        update.said_at = update.on = None
    update.version += 1
    put_said(update, said)
    keep_saying(update, said, "take back", author.by, author.contact)


def _waits_again(asked: Request, update: Update, answer: Saying | None) -> None:
    sent_back = update.state == Update.State.SENT_BACK
    asked.state = Request.State.SENT_BACK if sent_back else Request.State.ASKED
    asked.answered_at, asked.asks_help, asked.story = None, False, False
    question = str(answer.said.get("question", "")) if answer else ""
    if question and not asked.question:
        asked.question, asked.questioned_at = question, answer.at if answer else None
    asked.save()
