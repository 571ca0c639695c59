"""Right of reply: the words to be published are put to whoever said them, who agrees, puts them right, or lets them be.

Nothing is public before its words are settled.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from turntide.web.audit.by import By
from turntide.web.delivery.models import Arrangements, Recipient, Update
from turntide.web.delivery.rules.approving import may_propose, may_reply
from turntide.web.delivery.rules.working_days import working_days_on
from turntide.web.delivery.services.answering import keep_saying
from turntide.web.delivery.services.gathering import write_gathered
from turntide.web.delivery.services.refusing import AnsweredMeanwhileError, require
from turntide.web.delivery.store.holding import held_update
from turntide.web.delivery.store.posted import told_at
from turntide.web.delivery.store.sayings import said_of
from turntide.web.organisations.models import Contact

SILENCE = By.work("right of reply")
"""Who settles words that nobody answered."""


def words_waiting(recipient: Recipient) -> QuerySet[Update]:
    """The updates whose words wait for this person's look."""
    return (
        Update.objects.words_waiting()
        .filter(request__recipient=recipient)
        .select_related("action__plan", "request")
    )


@transaction.atomic
def propose_words(*, update: Update, words: str, public: bool, by: By, saw: int | None = None) -> Update:
    """Put the words to be published to whoever said them; ``public`` off keeps the update from being published.

    Where nobody was asked, as for what came in a plan's own columns, the words are settled at once.
    Raises RefusedError, and AnsweredMeanwhileError where ``saw`` is given and somebody else wrote first.
    """
    held = seen_update(update, saw)
    require(may_propose(approved=held.state == Update.State.APPROVED, words=words, public=public))
    now = timezone.now()
    held.public_words, held.public = words.strip(), public
    held.words_proposed_at = now if public else None
    held.words_settled_at = now if public and held.request is None else None
    _keep(held, "propose words" if public else "keep from publishing", by)
    if public and held.request is not None:
        write_gathered("words", held.request.recipient, f"{held.pk} {held.version}", now)
    return held


@transaction.atomic
def correct_words(*, update: Update, words: str, contact: Contact, saw: int | None = None) -> Update:
    """A partner puts the words right; they are settled as the partner says. Raises as proposing them does."""
    held = seen_update(update, saw)
    require(may_reply(theirs=_is_theirs(held, contact), waiting=held.words_wait, words=words))
    held.public_words, held.words_settled_at = words.strip(), timezone.now()
    _keep(held, "correct words", By.contact(contact.pk, contact.name), contact)
    return held


@transaction.atomic
def agree_words(*, update: Update, contact: Contact, saw: int | None = None) -> Update:
    """A partner lets the words stand that they saw. Raises as proposing them does."""
    held = seen_update(update, saw)
    require(may_reply(theirs=_is_theirs(held, contact), waiting=held.words_wait, words=held.public_words))
    held.words_settled_at = timezone.now()
    _keep(held, "agree words", By.contact(contact.pk, contact.name), contact)
    return held


def settle_due_words(now: datetime) -> int:
    """Settle the words whose days for a reply are over; how many were.

    The days count from when the letter went out: words that nobody was told of are never settled by silence.
    """
    waiting = Update.objects.words_waiting().filter(request__isnull=False)
    found = list(waiting.select_related("action__plan__place__arrangements", "request"))
    told, today = told_at(found), timezone.localdate(now)
    over = [each for each in found if each.pk in told and last_day(each, told[each.pk]) < today]
    return sum(_settled_by_silence(each, now) for each in over)


def last_day(update: Update, told: datetime) -> date:
    """The last day on which a partner may still put the words right."""
    arrangements = getattr(update.action.plan.place, "arrangements", None) or Arrangements()
    return working_days_on(timezone.localdate(told), arrangements.reply_days, arrangements.nation)


def withdraw_words(update: Update) -> None:
    """Forget what was to be published of an update that says something else now. The caller saves it."""
    update.public, update.public_words = False, ""
    update.words_proposed_at = update.words_settled_at = None


def seen_update(update: Update, saw: int | None) -> Update:
    """The update, held; it must be as the writer saw it, where they say. Raises AnsweredMeanwhileError."""
    held = held_update(update)
    if saw is not None and held.version != saw:
        raise AnsweredMeanwhileError(held)
    return held


@transaction.atomic
def _settled_by_silence(update: Update, now: datetime) -> bool:
    held = held_update(update)
    if not held.words_wait or held.version != update.version:
        return False
    held.words_settled_at = now
    _keep(held, "settle words", SILENCE)
    return True


def _is_theirs(update: Update, contact: Contact) -> bool:
    asked = update.request
    return update.author_id == contact.pk or (asked is not None and asked.recipient.contact_id == contact.pk)


def _keep(update: Update, verb: str, by: By, contact: Contact | None = None) -> None:
    update.version += 1
    update.save()
    words = {"public_words": update.public_words, "public": update.public}
    keep_saying(update, said_of(update), verb, by, contact, also=words)
