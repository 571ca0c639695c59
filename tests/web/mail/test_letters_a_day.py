"""A person gets so many letters a day, and none that they want no more of."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from mail_fixtures import NOON, PostOne, Way, now_of
from site_cast import Cast

from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.models import Message, PostingRules
from turntide.web.mail.rules.trying import HOME
from turntide.web.mail.services.sending import send_due
from turntide.web.mail.services.stopping import start_letters, stop_letters

STATE = Message.State


def test_a_person_gets_no_more_than_so_many_a_day(post: PostOne, way: Way) -> None:
    letters = [post() for _each in range(7)]
    other = post("bo@birch.example")
    assert send_due(NOON) == 3 + 1
    assert now_of(other).state == STATE.SENT
    waiting = [now_of(letter) for letter in letters if now_of(letter).state == STATE.WAITING]
    nine = datetime(2026, 11, 25, 9, tzinfo=HOME)
    assert {letter.due_at for letter in waiting} == {nine} and {letter.attempts for letter in waiting} == {0}
    assert send_due(nine - timedelta(seconds=1)) == 0
    assert send_due(nine) == 3
    assert send_due(nine + timedelta(days=1)) == 1


def test_the_place_says_how_many(cast: Cast, post: PostOne, way: Way) -> None:
    PostingRules.objects.create(place=cast.tarrow, most_a_day=1)
    post(), post()
    assert send_due(NOON) == 1


def test_days_are_those_of_the_people_written_to(post: PostOne, way: Way) -> None:
    """In summer the day begins at 23:00 UTC of the day before, and nine o'clock is eight."""
    for _each in range(5):
        post(due_at=datetime(2026, 7, 1, 22, 30, tzinfo=HOME))
    half_past_ten = datetime(2026, 7, 1, 22, 30, tzinfo=HOME)
    assert send_due(half_past_ten) == 3
    assert {each.due_at for each in Message.objects.filter(state=STATE.WAITING)} == {
        datetime(2026, 7, 2, 9, tzinfo=HOME)
    }


@pytest.mark.parametrize(
    "evening", [datetime(2026, 3, 28, 20, tzinfo=HOME), datetime(2026, 10, 24, 20, tzinfo=HOME)]
)
def test_nine_is_nine_after_the_clocks_change(post: PostOne, way: Way, evening: datetime) -> None:
    for _each in range(4):
        post(due_at=evening)
    send_due(evening)
    waits = Message.objects.get(state=STATE.WAITING).due_at.astimezone(HOME)
    assert (waits.date() - evening.date(), waits.hour) == (timedelta(days=1), 9)


def test_whoever_wants_no_more_gets_no_more_of_that_kind(
    post: PostOne, telling: LetterKind, way: Way
) -> None:
    first, second, asking = post(kind="telling"), post(kind="telling"), post()
    stop_letters(first)
    assert send_due(NOON) == 1
    assert (now_of(second).state, now_of(asking).state) == (STATE.NOT_NEEDED, STATE.SENT)
    start_letters(first)
    post(kind="telling")
    assert send_due(NOON) == 1


def test_a_letter_that_may_not_be_stopped_goes_all_the_same(post: PostOne, way: Way) -> None:
    message = post()
    stop_letters(message)
    assert send_due(NOON) == 1 and way.sent[0].stop_url == ""
