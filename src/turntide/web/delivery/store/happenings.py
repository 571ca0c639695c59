"""What happened in a round between two moments, for whoever opened it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from turntide.web.delivery.models import Recipient, Request, Responsibility, Round


@dataclass(frozen=True, slots=True)
class Happened:
    """Who answered for how many actions, what asks for help, what was declined, whose letters do not arrive, and how
    many actions became late.
    """

    answered: Sequence[tuple[str, int]] = ()
    asks_help: Sequence[Request] = ()
    declined: Sequence[Responsibility] = ()
    unreached: Sequence[Recipient] = ()
    late: int = 0

    def __bool__(self) -> bool:
        return bool(self.answered or self.asks_help or self.declined or self.unreached or self.late)


def happened(round_: Round, since: datetime, until: datetime) -> Happened:
    """What happened after one moment and up to another, in a fixed number of queries."""
    between = (since, until)
    answered = round_.requests.exclude(state__in=(Request.State.ASKED, Request.State.SENT_BACK)).filter(
        answered_at__gt=since, answered_at__lte=until
    )
    people = answered.values("recipient__contact__name").annotate(actions=Count("pk"))
    return Happened(
        answered=tuple(
            people.order_by("recipient__contact__name").values_list("recipient__contact__name", "actions")
        ),
        asks_help=tuple(answered.filter(asks_help=True).select_related("action", "recipient__contact")),
        declined=_declined(round_, *between),
        unreached=_unreached(round_, *between),
        late=_late(round_, *between),
    )


def _declined(round_: Round, since: datetime, until: datetime) -> Sequence[Responsibility]:
    ended = Responsibility.objects.filter(
        state=Responsibility.State.DECLINED, ended_at__gt=since, ended_at__lte=until
    )
    asked = round_.requests.values("action")
    return tuple(ended.filter(action__in=asked).select_related("action", "contact"))


def _unreached(round_: Round, since: datetime, until: datetime) -> Sequence[Recipient]:
    returned = Q(returned_at__gt=since, returned_at__lte=until)
    wrong = Q(wrong_at__gt=since, wrong_at__lte=until)
    waits = Q(Exists(Request.objects.outstanding().filter(recipient=OuterRef("pk"))))
    left = Q(contact__left_at__gt=since, contact__left_at__lte=until) & waits
    return tuple(round_.recipients.filter(returned | wrong | left).select_related("contact"))


def _late(round_: Round, since: datetime, until: datetime) -> int:
    """How many became late: the due day ended in between."""
    if not timezone.localdate(since) <= round_.due_on < timezone.localdate(until):
        return 0
    return round_.requests.outstanding().count()
