"""Whatever the way out does, and whenever a worker dies, every letter goes, and none goes twice but in one moment.

That moment is between the mail server's answer and our note of it: a worker that dies there leaves a letter that goes
once more, under the same Message-ID.
"""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from django.db.models import Min
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mail_fixtures import NOON, PostOne, Way

from turntide.web.mail.letters import Letter
from turntide.web.mail.models import Message, PostingRules
from turntide.web.mail.rules.trying import LOST, MOST_TRIES
from turntide.web.mail.services import sending
from turntide.web.mail.services.sending import send_due
from turntide.web.mail.transports.way import NotSentError, UnreachableError

GOES, FAILS, CLOSED, DIES_BEFORE, DIES_AFTER = "goes", "fails", "closed", "dies before", "dies after"
FATES = st.lists(st.sampled_from([GOES, FAILS, CLOSED, DIES_BEFORE, DIES_AFTER]), max_size=MOST_TRIES - 1)


class Killed(BaseException):
    """As kill -9: nothing catches it."""


class ByChance(Way):
    """Does to each letter in turn what fate says; then all go."""

    def begin(self, fates: list[str], knows: bool) -> None:
        """``knows``: it can be asked whether a letter went, as Notify can."""
        self.sent, self.fates, self.tells = [], fates, knows
        self.twice = Counter[str]()

    def went(self, letter_id: str) -> str:
        return "ref" if self.tells and any(letter.id == letter_id for letter in self.sent) else ""

    def send(self, letter: Letter) -> str:
        fate = self.fates.pop(0) if self.fates else GOES
        if fate == FAILS:
            raise NotSentError("not this time")
        if fate == CLOSED:
            raise UnreachableError("closed")
        if fate == DIES_BEFORE:
            raise Killed
        self.sent.append(letter)
        if fate == DIES_AFTER:
            self.twice[letter.id] += 1
            raise Killed
        return "ref"


@dataclass(frozen=True)
class Chancy:
    post: PostOne
    way: ByChance


@pytest.fixture
def chancy(post: PostOne, monkeypatch: pytest.MonkeyPatch) -> Chancy:
    made = ByChance()
    monkeypatch.setattr(sending, "open_transport", lambda: nullcontext(made))
    return Chancy(post, made)


@given(fates=FATES, many=st.integers(1, 4), knows=st.booleans())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_every_letter_goes_and_none_twice(chancy: Chancy, fates: list[str], many: int, knows: bool) -> None:
    Message.objects.all().delete()
    letters = [chancy.post(due_at=NOON) for _each in range(many)]
    PostingRules.objects.update_or_create(place=letters[0].place, defaults={"most_a_day": 50})
    chance = chancy.way
    chance.begin(list(fates), knows)
    _until_all_is_done(NOON)
    assert set(Message.objects.values_list("state", flat=True)) == {Message.State.SENT}
    came = Counter(letter.id for letter in chance.sent)
    assert set(came) == {str(letter.pk) for letter in letters}
    allowed = Counter[str]() if knows else chance.twice
    assert all(times <= 1 + allowed[id_] for id_, times in came.items())


def _until_all_is_done(now: datetime) -> None:
    """Minutes pass, a worker starts each time it died."""
    open_states = [Message.State.WAITING, Message.State.SENDING]
    while Message.objects.filter(state__in=open_states).exists():
        with suppress(Killed):
            send_due(now)
        now = _next_moment(now)


def _next_moment(now: datetime) -> datetime:
    """When a letter is due next, or is known to be left by its worker."""
    waits = Message.objects.filter(state=Message.State.WAITING).aggregate(Min("due_at"))["due_at__min"]
    left = Message.objects.filter(state=Message.State.SENDING).aggregate(Min("claimed_at"))["claimed_at__min"]
    moments = [waits, left and left + LOST + timedelta(seconds=1)]
    return max(now + timedelta(seconds=1), min((each for each in moments if each), default=now))


def test_a_letter_is_given_up_only_after_days(post: PostOne, way: Way) -> None:
    """Nothing that passes within two days ends a letter."""
    post()
    way.faults = [NotSentError("451")] * 99
    now = NOON
    while now < NOON + timedelta(days=2):
        send_due(now)
        now += timedelta(minutes=30)
    assert Message.objects.get().state == Message.State.WAITING
    way.faults = []
    assert send_due(NOON + timedelta(days=3)) == 1


def test_a_job_stops_beginning_letters_before_the_worker_would_end_it(
    post: PostOne, way: Way, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "LASTS", 0.0)
    for number in range(5):
        post(f"{number}@alder.example")
    assert sum(send_due(NOON) for _again in range(5)) == 5
