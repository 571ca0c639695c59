"""Workers die between any two steps and the site stands still for weeks: nobody gets two letters for one reason, and
nobody who has not answered is forgotten.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from delivery_fixtures import answers_for, contact_at
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from site_cast import Cast

from turntide.web.delivery.letters.rounds import KINDS
from turntide.web.delivery.models import Recipient, Request, Round
from turntide.web.delivery.rules.reminding import LONDON, OPENS, REST_DAYS, steps
from turntide.web.delivery.rules.working_days import working_day_from
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, say_no_change
from turntide.web.delivery.services.opening import open_round
from turntide.web.delivery.work import look_after_rounds
from turntide.web.mail.kinds import tell
from turntide.web.mail.letters import Letter
from turntide.web.mail.models import Message, PostingRules
from turntide.web.mail.services import sending
from turntide.web.mail.services.sending import send_due
from turntide.web.mail.transports.way import UnreachableError
from turntide.web.plans.models import Plan

STARTS = (
    datetime(2026, 3, 16, 10),  # over the clocks going forward, and Easter
    datetime(2026, 10, 12, 16),  # over the clocks going back
    datetime(2026, 12, 7, 9),  # over Christmas
    datetime(2028, 2, 14, 12),  # over a leap day
)
WAITS = (timedelta(minutes=3), timedelta(hours=1), timedelta(hours=7), timedelta(days=1), timedelta(days=4))
DOWN = (timedelta(days=14), timedelta(days=31))
TICK, ANSWER, CLOSED, OPENS_AGAIN = "tick", "answer", "way closed", "way open"
PEOPLE = 3

EVENTS = st.lists(
    st.tuples(
        st.sampled_from((*WAITS, *WAITS, *DOWN)),
        st.sampled_from((TICK, TICK, TICK, ANSWER, CLOSED, OPENS_AGAIN)),
        st.integers(0, PEOPLE - 1),
        st.none() | st.integers(1, 90),
    ),
    max_size=25,
)


class Killed(BaseException):
    """As kill -9: nothing catches it."""


@dataclass
class Way:
    """A way out that can be asked whether a letter went, as Notify can; now and then it is closed."""

    now: Callable[[], datetime]
    closed: bool = False
    sent: list[tuple[Letter, datetime]] = field(default_factory=list)

    def send(self, letter: Letter) -> str:
        if self.closed:
            raise UnreachableError("closed") from OSError()
        self.sent.append((letter, self.now()))
        return letter.id

    def went(self, letter_id: str) -> str:
        return letter_id if any(letter.id == letter_id for letter, _ in self.sent) else ""

    def close(self) -> None:
        pass


@contextmanager
def dying(at_statement: int | None) -> Iterator[None]:
    """The worker is killed at a statement to the database, if it lives that long; the database undoes what was open."""
    left = [at_statement or 0]

    def execute(run: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            raise Killed
        return run(sql, params, many, context)

    with ExitStack() as stack:
        if at_statement is not None:
            stack.enter_context(connection.execute_wrapper(execute))
        stack.enter_context(suppress(Killed))
        yield


@dataclass
class Site:
    """A place with people who answer, a clock, and a way out for letters."""

    plan: Plan
    cast: Cast
    now: datetime
    way: Way
    answered: dict[UUID, datetime] = field(default_factory=dict)

    def minute(self, dies: int | None) -> None:
        """What a minute does: what is due is written, then sent."""
        with dying(dies):
            look_after_rounds(self.now)
            send_due(self.now)

    def opened(self, dies: int | None) -> Round:
        today = timezone.localdate()
        due = working_day_from(today + timedelta(days=14), "ENG")
        place = self.cast.tarrow
        round_ = Round.objects.create(place=place, title="Now", starts=today, ends=due, due_on=due)
        with dying(dies):
            open_round(round_=round_, saw=1, by=self.cast.by)
        round_.refresh_from_db()
        if round_.opened_at is None:
            open_round(round_=round_, saw=1, by=self.cast.by)
            round_.refresh_from_db()
        return round_

    def answer(self, round_: Round, number: int) -> None:
        """Somebody answers for all that they are asked."""
        recipient = list(round_.recipients.all())[number]
        for request in recipient.requests.outstanding():
            say_no_change(request=request, saw=NOTHING_SEEN, author=Author.from_link(recipient.contact))
        self.answered.setdefault(recipient.pk, self.now)


@pytest.fixture
def site(tarrow_plan: Plan, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Site:
    actions = list(tarrow_plan.actions.standing())
    for at in range(PEOPLE):
        one = contact_at(tarrow_plan, f"Person {at}", f"person{at}@council.example", at=at)
        answers_for(one, *actions[at * 2 : at * 2 + 2])
    PostingRules.objects.create(place=cast.tarrow, most_a_day=20)
    tell(*KINDS)
    made = Site(tarrow_plan, cast, STARTS[0].replace(tzinfo=LONDON), Way(lambda: made.now))
    monkeypatch.setattr(timezone, "now", lambda: made.now)
    monkeypatch.setattr(sending, "open_transport", lambda: nullcontext(made.way))
    return made


SOON = timedelta(minutes=3)
CLOSED_OVER_TWO_STEPS = [
    (SOON, TICK, 0, None),
    (timedelta(days=6, hours=18), CLOSED, 0, None),
    (SOON, TICK, 0, None),
    (timedelta(days=4), TICK, 0, None),
    (SOON, OPENS_AGAIN, 0, None),
    (timedelta(hours=5), TICK, 0, None),
]
DOWN_FOR_A_MONTH = [(SOON, TICK, 0, None), (timedelta(days=31), TICK, 0, 30), (SOON, TICK, 0, None)]


@example(start=STARTS[1], opening=None, events=CLOSED_OVER_TWO_STEPS)
@example(start=STARTS[1], opening=12, events=DOWN_FOR_A_MONTH)
@given(start=st.sampled_from(STARTS), opening=st.none() | st.integers(1, 40), events=EVENTS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_nobody_is_written_to_twice_for_a_reason_and_nobody_is_forgotten(
    site: Site, start: datetime, opening: int | None, events: list[Any]
) -> None:
    begin(site, start)
    round_ = site.opened(opening)
    for wait, what, number, dies in events:
        site.now += wait
        if what == ANSWER:
            site.answer(round_, number)
        elif what == TICK:
            site.minute(dies)
        else:
            site.way.closed = what == CLOSED
    run_on(site, round_)
    nobody_got_two_for_a_reason(site)
    nobody_is_forgotten(site, round_)
    nobody_is_reminded_who_answered(site, round_)
    reminders_are_made_while_offices_are_open()


def begin(site: Site, start: datetime) -> None:
    Message.objects.all().delete()
    Round.objects.all().delete()
    site.now, site.way.closed = start.replace(tzinfo=LONDON), False
    site.way.sent.clear()
    site.answered.clear()


def run_on(site: Site, round_: Round) -> None:
    """The site runs again as it should, until nothing more is due."""
    site.way.closed = False
    end = max(steps(round_.due_on, "ENG")[-1].day, timezone.localdate()) + timedelta(days=4)
    while timezone.localdate() <= end:
        site.now = max(site.now, datetime.combine(timezone.localdate(), time(9, 20), tzinfo=LONDON))
        site.minute(None)
        site.now = datetime.combine(timezone.localdate() + timedelta(days=1), time(8), tzinfo=LONDON)


def nobody_got_two_for_a_reason(site: Site) -> None:
    """Nor two letters of a round on one day; the officer's digest of yesterday may come late, beside today's."""
    messages = {str(each.pk): each for each in Message.objects.all()}
    went = [(messages[letter.id], at.astimezone(LONDON).date()) for letter, at in site.way.sent]
    reasons = Counter(message.reason for message, _day in went)
    assert [reason for reason, times in reasons.items() if times > 1] == []
    days = Counter((message.to_email, day) for message, day in went if message.kind != "digest")
    assert [each for each, letters in days.items() if letters > 1] == []


def nobody_is_forgotten(site: Site, round_: Round) -> None:
    last_step = steps(round_.due_on, "ENG")[-1].day
    letters = dates_by_address(site)
    for recipient in Recipient.objects.filter(round=round_):
        theirs = letters[recipient.email]
        if recipient.pk in site.answered:
            continue
        assert theirs, f"{recipient} was never asked"
        assert theirs[-1] > last_step - timedelta(days=REST_DAYS), f"{recipient} was forgotten"
        assert len(theirs) <= 1 + len(steps(round_.due_on, "ENG"))
        assert recipient.requests.filter(state=Request.State.ASKED).count() == 2


def nobody_is_reminded_who_answered(site: Site, round_: Round) -> None:
    answered = {Recipient.objects.get(pk=pk).email: at for pk, at in site.answered.items()}
    late = [(letter.subject, at) for letter, at in site.way.sent if at > answered.get(letter.to_email, at)]
    assert late == []


def reminders_are_made_while_offices_are_open() -> None:
    for made_at in Message.objects.filter(kind="reminder").values_list("made_at", flat=True):
        local = made_at.astimezone(LONDON)
        assert local.time() >= OPENS and local.weekday() < 5


def dates_by_address(site: Site) -> dict[str, list[date]]:
    found: dict[str, list[date]] = defaultdict(list)
    for letter, at in site.way.sent:
        found[letter.to_email].append(at.astimezone(LONDON).date())
    return found
