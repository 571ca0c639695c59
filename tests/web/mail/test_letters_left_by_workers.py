"""A letter whose worker is gone is sent by the next, once."""

from __future__ import annotations

from datetime import timedelta

from mail_fixtures import NOON, PostOne, Way, now_of

from turntide.web.mail.models import Message
from turntide.web.mail.rules.trying import LOST, MOST_TRIES
from turntide.web.mail.services.claiming import claim
from turntide.web.mail.services.sending import send_due

STATE = Message.State


def test_a_letter_left_by_a_killed_worker_is_sent_by_the_next(post: PostOne, way: Way) -> None:
    message = post()
    claim(message.pk, NOON)
    assert send_due(NOON + LOST) == 0
    assert send_due(NOON + LOST + timedelta(seconds=1)) == 1
    assert [letter.id for letter in way.sent] == [str(message.pk)]


def test_where_the_way_out_says_that_it_went_it_is_not_sent_again(post: PostOne, way: Way) -> None:
    message = post()
    claim(message.pk, NOON)
    way.knows[str(message.pk)] = "notify-1"
    later = NOON + LOST + timedelta(seconds=1)
    assert send_due(later) == 1
    assert not way.sent and way.asked == [str(message.pk)]
    assert (now_of(message).state, message.reference) == (STATE.SENT, "notify-1")
    assert "Open the path" in message.text


def test_a_letter_that_ends_each_worker_is_given_up(post: PostOne, way: Way) -> None:
    message = post()
    now = NOON
    for _kill in range(MOST_TRIES):
        assert claim(message.pk, now) is not None
        now += LOST + timedelta(seconds=1)
    send_due(now)
    assert now_of(message).state == STATE.GIVEN_UP and not way.sent


def test_a_slow_workers_late_note_changes_nothing(post: PostOne, way: Way) -> None:
    from turntide.web.mail.services.noting import note_not_sent, note_sent

    message = post()
    slow = claim(message.pk, NOON)
    assert slow is not None
    later = NOON + LOST + timedelta(seconds=1)
    send_due(later)
    note_not_sent(slow, later, "too late")
    assert not note_sent(slow, later, "too late", None)
    assert (now_of(message).state, message.sent_at) == (STATE.SENT, later)
