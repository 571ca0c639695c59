"""Every minute: each part does its own, one that fails keeps no other from running."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from django_q.models import OrmQ, Schedule
from mail_fixtures import NOON, PostOne, Way
from site_cast import Cast

from turntide.web.config.ticking import NAME, see_to_schedule, tick, tick_at
from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.models import Message
from turntide.web.mail.services.queueing import Posting, queue
from turntide.web.mail.services.sending import send_due
from turntide.web.mail.ticks import every_tick, told_ticks


def test_one_that_fails_keeps_no_other_from_running_and_no_address_into_the_log(
    db: None, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[datetime] = []

    def breaks(now: datetime) -> None:
        raise ValueError("ada@alder.example")

    with caplog.at_level(logging.DEBUG):
        said = tick_at(NOON, [breaks, seen.append])
    assert seen == [NOON]
    assert said.startswith("failed: ") and said.endswith("breaks")
    assert "ValueError in test_ticks.py" in caplog.text and "alder" not in caplog.text


def test_a_tick_sends_what_is_due(post: PostOne, way: Way) -> None:
    message = post(due_at=timezone.now())
    assert tick() == "done"
    message.refresh_from_db()
    assert message.state == Message.State.SENT


def test_what_is_told_twice_is_done_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("turntide.web.mail.ticks._TICKS", [])

    def one(now: datetime) -> None:
        """Nothing."""

    every_tick(one)
    every_tick(one)
    assert told_ticks() == (one,)


def test_exactly_one_row_has_the_worker_do_it_each_minute(db: None) -> None:
    Schedule.objects.filter(name=NAME).delete()
    assert see_to_schedule() and not see_to_schedule()
    Schedule.objects.create(name=NAME, func="turntide.web.config.ticking.tick")
    assert see_to_schedule()
    row = Schedule.objects.get(name=NAME)
    assert (row.func, row.schedule_type, row.minutes, row.repeats) == (
        "turntide.web.config.ticking.tick",
        Schedule.MINUTES,
        1,
        -1,
    )


@pytest.mark.django_db(transaction=True)
def test_a_letter_due_now_is_sent_as_soon_as_its_cause_is_kept(
    cast: Cast, asking: LetterKind, way: Way
) -> None:
    queue(
        cast.tarrow,
        [Posting("asking", "later", "ada@alder.example", due_at=timezone.now() + timedelta(days=1))],
    )
    assert OrmQ.objects.count() == 0
    queue(cast.tarrow, [Posting("asking", "now", "ada@alder.example")])
    (job,) = OrmQ.objects.all()
    assert job.task["func"] == "turntide.web.mail.work.send_soon"
    assert "alder" not in str(job.task)
    assert send_due() == 1
