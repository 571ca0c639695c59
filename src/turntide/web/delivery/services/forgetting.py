"""Striking a person out of what they were asked and said, and letting go of what is no longer needed."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.accounts.holding import FORGOTTEN, Subject
from turntide.web.accounts.striking import strike
from turntide.web.audit.by import By
from turntide.web.audit.models import Entry
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import (
    Arrangements,
    Decision,
    Evidence,
    Group,
    Link,
    Member,
    Reach,
    Reading,
    Recipient,
    Request,
    Responsibility,
    Round,
    Saying,
    Step,
    Update,
)
from turntide.web.delivery.rules.fresh_until import months_on
from turntide.web.mail.models import Message
from turntide.web.organisations.models import Contact

_NOBODY = "@removed.invalid"
"""What the address of somebody ends with who was asked once and is let go of; no mail goes there (RFC 2606)."""
_SAID = ("reason", "done", "next", "in_the_way", "ask", "wording", "sent_back_with", "public_words")


def strike_from_delivery(subject: Subject, *, by: By) -> list[str]:
    """Strike a person out of a place's rounds and updates, history too; sentences on what must be seen to by hand."""
    place, theirs = subject.place, Q(author__email__iexact=subject.email)
    updates = Update.objects.filter(action__plan__place=place)
    evidence = Evidence.objects.filter(update__in=updates.filter(theirs)).exclude(original=None)
    by_hand = [_of_evidence(each) for each in evidence.select_related("original")]
    updates.filter(theirs).update(author_name=FORGOTTEN)
    _drop_sheets(subject)
    Saying.objects.filter(update__in=updates, contact__email__iexact=subject.email).update(
        process="", contact=None
    )
    _let_go_of(Recipient.objects.filter(round__place=place, email__iexact=subject.email))
    Link.objects.filter(Q(contact__email__iexact=subject.email), place=place).delete()
    Member.objects.filter(group__place=place, contact__email__iexact=subject.email).delete()
    _strike_words(subject)
    note_act("strike out person", place, by=by, place_id=place.pk)
    return by_hand


def _drop_sheets(subject: Subject) -> None:
    """Workbooks that the person sent back: what they said is in their updates."""
    place = subject.place
    people = Contact.objects.filter(organisation__place=place, email__iexact=subject.email)
    whose = [By.contact(person.pk, person.name).process for person in people]
    kept = Entry.objects.filter(place_id=place.pk, verb="keep", process__in=whose)
    shown = Evidence.objects.filter(update__action__plan__place=place).exclude(original=None)
    sent = place.originals.filter(pk__in=[entry.about_id for entry in kept])
    sent.exclude(pk__in=shown.values("original")).delete()


def _strike_words(subject: Subject) -> None:
    place = subject.place
    updates = Update.objects.filter(action__plan__place=place)
    strike(updates, (*_SAID, "author_name"), subject)
    strike(Saying.objects.filter(update__in=updates), ("said",), subject)
    strike(Step.objects.filter(update__in=updates), ("text", "reason"), subject)
    strike(Reading.objects.filter(update__in=updates), ("text", "origin"), subject)
    strike(Reach.objects.filter(update__in=updates), ("group",), subject)
    strike(Evidence.objects.filter(update__in=updates), ("title", "seen"), subject)
    strike(Request.objects.filter(round__place=place), ("question",), subject)
    strike(Responsibility.objects.filter(action__plan__place=place), ("reason",), subject)
    strike(Round.objects.filter(place=place), ("title", "note"), subject)
    strike(Group.objects.filter(place=place), ("name", "purpose"), subject)
    strike(Decision.objects.filter(plan__place=place), ("text",), subject)


def _of_evidence(evidence: Evidence) -> str:
    return _("The evidence “%(file)s” came from the person; look whether it shows or names them.") % {
        "file": evidence.original
    }


def let_go(now: datetime) -> None:
    """Let go of who was asked in rounds that closed longer ago than their place keeps that. Looked at once an hour."""
    if now.minute == 0:
        for round_ in _closed_with_people():
            if _is_long_past(round_, timezone.localdate(now)):
                _let_go_of_round(round_)


def _closed_with_people() -> QuerySet[Round]:
    named = Recipient.objects.exclude(email__endswith=_NOBODY)
    return Round.objects.exclude(closed_at=None).filter(recipients__in=named).distinct()


def _is_long_past(round_: Round, today: date) -> bool:
    kept = Arrangements.objects.filter(place=round_.place_id).first() or Arrangements()
    if kept.keep_months is None or round_.closed_at is None:
        return False
    return months_on(timezone.localdate(round_.closed_at), kept.keep_months) < today


@transaction.atomic
def _let_go_of_round(round_: Round) -> None:
    named = round_.recipients.exclude(email__endswith=_NOBODY)
    ids = [str(recipient.pk) for recipient in named]
    Message.objects.filter(place=round_.place_id, about__recipient__in=ids).delete()
    Link.objects.filter(recipient__in=named).delete()
    updates = Update.objects.filter(request__round=round_)
    updates.update(author=None, author_name="")
    Saying.objects.filter(update__in=updates).update(contact=None, process="")
    _let_go_of(named)
    note_act("let go of people", round_, by=By.work("retention"), place_id=round_.place_id)


def _let_go_of(recipients: QuerySet[Recipient]) -> None:
    for recipient in list(recipients):
        recipient.email = f"{recipient.pk}{_NOBODY}"
        recipient.stopped_at = recipient.stopped_at or timezone.now()
        recipient.save(update_fields=["email", "stopped_at"])
