"""A round as a board: what was asked of whom, counted and narrowed; a fixed number of queries, however many."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Count, Q

from turntide.web.delivery.models import Group, Recipient, Request, Requests, Round
from turntide.web.delivery.store.remits import actions_of

_DONE = (Request.State.ANSWERED, Request.State.APPROVED)
_WAITS = (Request.State.ASKED, Request.State.SENT_BACK)


class Shown(StrEnum):
    """What of a round is shown."""

    ANSWERED = "answered"
    TO_APPROVE = "to-approve"
    APPROVED = "approved"
    SILENT = "silent"
    LATE = "late"
    SENT_BACK = "sent-back"
    QUESTION = "question"
    HELP = "help"
    STORY = "story"
    UNREACHED = "unreached"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a board is narrowed to; what is empty does not narrow."""

    shown: Shown | None = None
    plan: UUID | None = None
    body: UUID | None = None
    group: Group | None = None
    person: UUID | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many requests there are, of how many people, and how many of each that can be shown."""

    requests: int
    people: int
    of: Mapping[Shown, int]


@dataclass(frozen=True, slots=True)
class PersonCounted:
    """Somebody asked, and how many of their requests are answered."""

    recipient: Recipient
    asked: int
    answered: int
    approved: int


def requests_of(round_: Round, narrowing: Narrowing) -> Requests:
    """What was asked in a round, narrowed by all but what is shown."""
    found = Request.objects.filter(round=round_)
    if narrowing.plan is not None:
        found = found.filter(action__plan=narrowing.plan)
    if narrowing.body is not None:
        body = Q(recipient__contact__organisation=narrowing.body)
        found = found.filter(body | Q(recipient__contact__organisation__merged_into=narrowing.body))
    if narrowing.group is not None:
        found = found.filter(action__in=actions_of(narrowing.group).values("pk"))
    if narrowing.person is not None:
        found = found.filter(recipient=narrowing.person)
    return _saying(found, narrowing.words.split())


def shown_of(requests: Requests, shown: Shown | None, round_: Round, today: date) -> Requests:
    """Those of them that are to be shown."""
    return requests.filter(_conditions(round_, today)[shown]) if shown else requests


def counted(requests: Requests, round_: Round, today: date) -> Counted:
    """All counts of a board, in one query."""
    counts = {f"of_{each.name}": Count("pk", filter=how) for each, how in _conditions(round_, today).items()}
    found = requests.order_by().aggregate(
        requests=Count("pk"), people=Count("recipient", distinct=True), **counts
    )
    return Counted(found["requests"], found["people"], {each: found[f"of_{each.name}"] for each in Shown})


def rows_of(requests: Requests, start: int, end: int) -> Sequence[Request]:
    """A page of requests in the plans' order, each with all that the board shows of it. Two queries."""
    ids = list(
        requests.order_by("action__plan_id", "action__position", "id").values_list("pk", flat=True)[start:end]
    )
    return _in_order(ids, {row.pk: row for row in _in_full(ids)})


def people_of(requests: Requests, start: int, end: int) -> Sequence[PersonCounted]:
    """A page of the people asked, by name, with how much each has answered. Two queries."""
    by_person = (
        requests.order_by()
        .values("recipient")
        .annotate(
            asked=Count("pk"),
            answered=Count("pk", filter=Q(state__in=_DONE)),
            approved=Count("pk", filter=Q(state=Request.State.APPROVED)),
        )
        .order_by("recipient__contact__name", "recipient")[start:end]
    )
    rows = list(by_person.values_list("recipient", "asked", "answered", "approved"))
    people = Recipient.objects.select_related("contact__organisation").in_bulk([row[0] for row in rows])
    return [PersonCounted(people[pk], *counts) for pk, *counts in rows]


def people_in(requests: Requests) -> int:
    """Of how many people these were asked."""
    return requests.order_by().values("recipient").distinct().count()


def _conditions(round_: Round, today: date) -> dict[Shown, Q]:
    waits = Q(state__in=_WAITS)
    return {
        Shown.ANSWERED: Q(state__in=_DONE),
        Shown.TO_APPROVE: Q(state=Request.State.ANSWERED),
        Shown.APPROVED: Q(state=Request.State.APPROVED),
        Shown.SILENT: Q(state=Request.State.ASKED),
        Shown.LATE: waits if round_.is_late(today) else Q(pk__in=[]),
        Shown.SENT_BACK: Q(state=Request.State.SENT_BACK),
        Shown.QUESTION: ~Q(question=""),
        Shown.HELP: Q(asks_help=True),
        Shown.STORY: Q(story=True),
        Shown.UNREACHED: waits & _unreached(),
    }


def _unreached() -> Q:
    """Nobody is there who could answer: the letter came back or was not theirs, or they have left."""
    somewhere = ("recipient__returned_at", "recipient__wrong_at", "recipient__contact__left_at")
    return reduce(or_, (Q(**{f"{field}__isnull": False}) for field in somewhere))


def _saying(requests: Requests, words: Sequence[str]) -> Requests:
    """Those in which each word stands somewhere. What people wrote is looked through once: a board counts the requests
    and turns their pages after that, and each query would read every line of it again."""
    if not words:
        return requests
    found = reduce(lambda left, word: left.filter(_says(word)), words, requests)
    return Request.objects.filter(pk__in=list(found.order_by().values_list("pk", flat=True)))


def _says(word: str) -> Q:
    fields = (
        *("action__text", "action__ref", "recipient__contact__name", "recipient__email"),
        *("recipient__contact__organisation__name", "update__done", "update__ask", "update__in_the_way"),
    )
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__icontains": word})
    return found


def _in_full(ids: Collection[UUID]) -> Requests:
    return (
        Request.objects.filter(pk__in=ids)
        .select_related("action__plan", "action__standing", "recipient__contact__organisation", "update")
        .only(
            *("state", "answered_at", "asks_help", "story", "question", "questioned_at", "round_id"),
            *("action__ref", "action__text", "action__plan__title"),
            *("action__standing__unchanged", "action__standing__missed"),
            *(f"recipient__{name}" for name in _OF_RECIPIENT),
            *(f"update__{name}" for name in _OF_UPDATE),
        )
    )


_OF_RECIPIENT = (
    *("reminded", "reminded_at", "away_until", "asked_at", "returned_at", "wrong_at", "email"),
    *("contact__name", "contact__left_at", "contact__organisation__name"),
)
_OF_UPDATE = (
    *("state", "via", "lifecycle", "confidence", "reason", "recovers_on"),
    *("done", "next", "ask", "in_the_way", "no_change", "said_at"),
    *("public", "words_proposed_at", "words_settled_at", "sent_back_with"),
)


def _in_order(ids: Sequence[UUID], rows: Mapping[UUID, Request]) -> Sequence[Request]:
    return [rows[id_] for id_ in ids if id_ in rows]
