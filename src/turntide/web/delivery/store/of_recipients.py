"""A round as one of those asked in it sees it: who asks, what went to a colleague, what is theirs to see."""

from __future__ import annotations

from django.db.models import QuerySet

from turntide.web.delivery.models import Evidence, Recipient, Request, Round, Update


def passed_on_by(recipient: Recipient) -> QuerySet[Request]:
    """The requests that a person passed on and that somebody else has now."""
    passed = Request.objects.filter(round=recipient.round_id, passed_by=recipient.contact_id)
    return passed.exclude(recipient=recipient).select_related("action", "recipient__contact")


def round_with_people(recipient: Recipient) -> Round:
    """The round a person is asked in, with its place and whoever asks."""
    return Round.objects.select_related("place", "opened_by", "made_by").get(pk=recipient.round_id)


def evidence_of(recipient: Recipient) -> QuerySet[Evidence]:
    """What was given to show the updates that are a person's to write."""
    mine = Evidence.objects.filter(update__request__recipient=recipient)
    return mine.select_related("original", "update__request")


def words_put_to(recipient: Recipient) -> QuerySet[Update]:
    """The updates whose words were ever put to a person before they are published."""
    mine = Update.objects.filter(request__recipient=recipient).exclude(words_proposed_at=None)
    return mine.select_related("action__plan", "request")
