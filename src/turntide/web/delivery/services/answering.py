"""Saying how an action stands: kept as a draft, handed in, or said in one tap. The one door for what partners say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils import timezone

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Reporting, Request, Saying, Update
from turntide.web.delivery.rules.answering import may_answer
from turntide.web.delivery.rules.said import Said, faults
from turntide.web.delivery.services.counting import recount
from turntide.web.delivery.services.refusing import AnsweredMeanwhileError, UnfinishedError, require
from turntide.web.delivery.store.latest import latest_of
from turntide.web.delivery.store.sayings import put_said, said_as_data, said_of
from turntide.web.organisations.models import Contact

NOTHING_SEEN = 0
"""The version of an update that was not yet there when the writer looked."""


@dataclass(frozen=True, slots=True)
class Author:
    """Whose words they are, how they came, and who acts: for somebody who answers themselves, ``by`` is theirs."""

    contact: Contact
    by: By
    via: Update.Via = Update.Via.PAGE

    @classmethod
    def from_link(cls, contact: Contact, via: Update.Via = Update.Via.PAGE) -> Author:
        """Somebody who opened the link sent to them."""
        return cls(contact, By.contact(contact.pk, contact.name), via)


@transaction.atomic
def keep_draft(*, request: Request, said: Said, saw: int, author: Author) -> Update:
    """Keep what is half said; what was handed in before stays handed in until this is.

    Raises AnsweredMeanwhileError, RefusedError. An update that was handed in is not turned into a draft:
    what is typed over it is kept only by handing it in.
    """
    asked = _locked(request)
    update = _seen(asked, saw, author)
    if update.state in (Update.State.SUBMITTED, Update.State.APPROVED):
        return update
    return _put(update, said, author, "draft")


@transaction.atomic
def hand_in(*, request: Request, said: Said, saw: int, author: Author) -> Update:
    """Hand an update in.

    Raises UnfinishedError with what is missing, AnsweredMeanwhileError, RefusedError; nothing is written then.
    """
    asked = _locked(request)
    wrong = faults(said, with_confidence=_with_confidence(asked))
    if wrong:
        raise UnfinishedError(wrong)
    return _handed_in(asked, _seen(asked, saw, author), said, author)


@transaction.atomic
def say_no_change(*, request: Request, saw: int, author: Author) -> Update:
    """One tap: it stands as it stood. Raises as `hand_in` does, but is never unfinished."""
    asked = _locked(request)
    return _handed_in(asked, _seen(asked, saw, author), _as_it_stood(asked), author)


@transaction.atomic
def say_done(*, request: Request, saw: int, author: Author) -> Update:
    """One tap: the action is complete; words of a draft go with it. Raises as `say_no_change` does."""
    asked = _locked(request)
    update = _seen(asked, saw, author)
    said = said_of(update) if update.version != NOTHING_SEEN else Said()
    complete = replace(
        said, no_change=False, lifecycle="complete", confidence="", reason="", recovers_on=None
    )
    return _handed_in(asked, update, complete, author)


def _as_it_stood(asked: Request) -> Said:
    """How the action stood when last told of; where nobody told, as its plan says."""
    before = latest_of([asked.action_id]).get(asked.action_id)
    if before is None or not before.lifecycle:
        return Said(no_change=True, lifecycle=asked.action.lifecycle, confidence=asked.action.confidence)
    return Said(
        no_change=True,
        lifecycle=before.lifecycle,
        confidence=before.confidence,
        reason=before.reason,
        recovers_on=before.recovers_on,
    )


def with_confidence(request: Request) -> bool:
    """Whether the request's plan is reported on in red, amber and green."""
    return _with_confidence(request)


def _with_confidence(request: Request) -> bool:
    reporting = Reporting.objects.filter(plan=request.action.plan_id).first() or Reporting()
    return reporting.confidence and not reporting.stories_only


def _locked(request: Request) -> Request:
    return (
        Request.objects.select_for_update(of=("self",))
        .select_related("round", "action__plan")
        .get(pk=request.pk)
    )


def _seen(asked: Request, saw: int, author: Author) -> Update:
    """The update as the writer saw it, or a new one. An officer may enter what came after a round was closed."""
    update = Update.objects.filter(request=asked).first()
    approved = update is not None and update.state == Update.State.APPROVED
    still_taken = asked.round.is_open or author.via is Update.Via.OFFICER
    require(may_answer(round_is_open=still_taken, approved=approved))
    if update is None:
        if saw != NOTHING_SEEN:
            raise LookupError("the writer saw an update that is not there")
        return Update(action=asked.action, request=asked, version=NOTHING_SEEN)
    if update.version != saw:
        raise AnsweredMeanwhileError(update)
    return update


def _handed_in(asked: Request, update: Update, said: Said, author: Author) -> Update:
    now = timezone.now()
    update.state = Update.State.SUBMITTED
    update.said_at, update.on = now, timezone.localdate(now)
    # What was asked is kept with the answer to it, so that it waits again where the answer is taken back.
    put = _put(update, said, author, "hand in", also={"question": asked.question} if asked.question else {})
    asked.state, asked.answered_at = Request.State.ANSWERED, now
    asked.asks_help, asked.story = bool(said.ask.strip()), said.worth_a_story
    asked.question, asked.questioned_at = "", None
    asked.save()
    recount([asked.action_id])
    return put


def _put(
    update: Update, said: Said, author: Author, verb: str, also: Mapping[str, Any] | None = None
) -> Update:
    asked = update.request
    assert asked is not None
    update.starts, update.ends = asked.round.starts, asked.round.ends
    update.author, update.author_name = author.contact, author.contact.name
    update.via, update.entered_by_id = author.via, author.by.person_id
    update.vocabulary = asked.action.plan.vocabularies.first()
    update.version += 1
    put_said(update, said)
    keep_saying(update, said, verb, author.by, author.contact, also=also)
    return update


def keep_saying(
    update: Update,
    said: Said,
    verb: str,
    by: By,
    contact: Contact | None = None,
    *,
    also: Mapping[str, Any] | None = None,
) -> None:
    """Write down what an update said after this write, and that somebody wrote it; ``also``: what else was said."""
    Saying.objects.create(
        update=update,
        number=update.version,
        verb=verb,
        said=said_as_data(said) | dict(also or {}),
        by_id=by.person_id,
        contact=contact if by.person_id is None else None,
        process=by.process,
    )
    note_act(f"{verb} update", update, by=by, place_id=update.action.plan.place_id)
