"""Letters of a place, narrowed to what somebody looks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from turntide.web.accounts.models import Place
from turntide.web.mail.models import Message, Messages

_STATE = Message.State


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; what is empty does not narrow."""

    words: str = ""
    state: str = ""
    kind: str = ""

    def given(self) -> Iterator[tuple[str, str]]:
        """Names and values of what is asked for."""
        named = (("words", self.words), ("state", self.state), ("kind", self.kind))
        return ((name, value) for name, value in named if value)


@dataclass(frozen=True, slots=True)
class Posted:
    """How many letters are in which state. ``failed`` came back or were given up."""

    waiting: int = 0
    sent: int = 0
    failed: int = 0
    not_needed: int = 0


def letters_listed(place: Place, filters: Filters) -> Messages:
    """The letters that fit, newest first, without their words."""
    letters = Message.objects.filter(place=place).defer("text", "about", "fault")
    if filters.words:
        letters = letters.filter(to_email__icontains=filters.words.strip())
    if filters.state:
        letters = letters.filter(state=filters.state)
    return letters.filter(kind=filters.kind) if filters.kind else letters


def sent_and_waiting(
    place: Place, *, kind: str = "", reason: str = "", email: str = "", since: datetime | None = None
) -> Posted:
    """How many letters of a place went, wait and failed: of one kind, for reasons that begin so, to one address."""
    letters = Message.objects.filter(place=place)
    letters = letters.filter(kind=kind) if kind else letters
    letters = letters.filter(reason__startswith=reason) if reason else letters
    letters = letters.filter(to_email=email.strip().lower()) if email else letters
    letters = letters.filter(made_at__gte=since) if since else letters
    counted = letters.order_by().values_list("state").annotate(Count("pk"))
    found: dict[str, int] = dict(counted)
    return Posted(
        waiting=found.get(_STATE.WAITING, 0) + found.get(_STATE.SENDING, 0),
        sent=found.get(_STATE.SENT, 0),
        failed=found.get(_STATE.RETURNED, 0) + found.get(_STATE.GIVEN_UP, 0),
        not_needed=found.get(_STATE.NOT_NEEDED, 0),
    )
