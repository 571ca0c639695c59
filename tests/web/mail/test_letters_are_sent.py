"""A letter is worded as things stand when it goes, sent once, and kept without what opens doors."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from mail_fixtures import KEY, LINK, NOON, Heard, PostOne, Way, now_of
from site_cast import Cast

from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.letters import STRUCK_OUT
from turntide.web.mail.models import Message
from turntide.web.mail.rules.trying import LOST, MOST_TRIES, WAITS
from turntide.web.mail.services.claiming import claim
from turntide.web.mail.services.queueing import Posting, queue
from turntide.web.mail.services.sending import send_due
from turntide.web.mail.store.listing import sent_and_waiting
from turntide.web.mail.transports.way import AddressRefusedError, NotSentError, UnreachableError

STATE = Message.State


def test_a_letter_goes_out_once_and_says_what_it_said(post: PostOne, way: Way) -> None:
    message = post()
    assert send_due(NOON) == 1
    assert send_due(NOON + timedelta(days=1)) == 0
    (letter,) = way.sent
    assert (letter.to_email, letter.subject) == ("ada@alder.example", "Your actions, Ada Alder")
    assert letter.text.startswith(
        "Dear Ada Alder,\n\nplease tell us of these:\n\n* Open the path\n* Light the park"
    )
    assert LINK in letter.text and f'<a href="{LINK}">' in letter.html
    assert "<li>Open the path</li>" in letter.html and "<p>Dear Ada Alder,</p>" in letter.html
    assert (now_of(message).state, message.sent_at, message.reference) == (
        STATE.SENT,
        NOON,
        f"ref {message.pk}",
    )


def test_what_opens_doors_is_struck_out_of_what_is_kept(post: PostOne, way: Way) -> None:
    message = post(values={"name": f"Ada, see {LINK}"})
    send_due(NOON)
    assert KEY in way.sent[0].text
    assert STRUCK_OUT in now_of(message).text
    kept = Message.objects.values_list("subject", "text", "fault", "reason", "reference").get()
    assert KEY not in str(kept) and LINK not in str(kept)


def test_nothing_goes_before_it_is_due(post: PostOne, way: Way) -> None:
    post(due_at=NOON + timedelta(minutes=1))
    assert send_due(NOON) == 0 and not way.sent
    assert send_due(NOON + timedelta(minutes=1)) == 1


def test_a_letter_with_nothing_left_to_say_is_not_sent(post: PostOne, way: Way) -> None:
    message = post(silent=True)
    assert send_due(NOON) == 0
    assert now_of(message).state == STATE.NOT_NEEDED and not way.sent


def test_a_reason_makes_one_letter(cast: Cast, asking: LetterKind, way: Way) -> None:
    for _again in range(3):
        queue(cast.tarrow, [Posting("asking", "round 1 asks Ada", "Ada@Alder.example", due_at=NOON)])
    assert send_due(NOON) == 1
    assert Message.objects.get().to_email == "ada@alder.example"


def test_of_two_workers_one_takes_a_letter(post: PostOne) -> None:
    message = post()
    assert claim(message.pk, NOON) is not None
    assert claim(message.pk, NOON) is None
    assert claim(message.pk, NOON + LOST) is None, "its worker may still be at it"
    assert claim(message.pk, NOON + LOST + timedelta(seconds=1)) is not None


def test_a_letter_that_does_not_go_is_tried_again_with_growing_distance_and_given_up(
    post: PostOne, way: Way
) -> None:
    message = post()
    way.faults = [NotSentError("451 try later")] * MOST_TRIES
    now = NOON
    for wait in WAITS:
        send_due(now)
        assert (now_of(message).state, message.due_at) == (STATE.WAITING, now + wait)
        assert message.fault == "451 try later"
        assert send_due(now + wait - timedelta(seconds=1)) == 0
        now += wait
    send_due(now)
    assert now_of(message).state == STATE.GIVEN_UP
    assert send_due(now + timedelta(days=99)) == 0 and not way.sent
    assert list(WAITS) == sorted(WAITS)
    assert sum(WAITS, timedelta()) > timedelta(days=2.3), "a mail server may be down for a weekend"


def test_a_letter_that_went_at_the_second_try_says_no_more_of_the_first(post: PostOne, way: Way) -> None:
    message = post()
    way.faults = [NotSentError("451 try later")]
    send_due(NOON)
    assert send_due(NOON + WAITS[0]) == 1
    assert (now_of(message).state, message.fault, message.attempts) == (STATE.SENT, "", 2)


def test_where_nobody_is_at_the_address_whoever_wrote_is_told_once(
    post: PostOne, way: Way, heard: Heard
) -> None:
    message = post()
    way.faults = [AddressRefusedError("550 no such mailbox")]
    send_due(NOON)
    assert send_due(NOON + timedelta(days=30)) == 0
    assert (now_of(message).state, message.fault) == (STATE.RETURNED, "550 no such mailbox")
    assert heard.returned == [str(message.pk)]


def test_a_closed_way_out_keeps_all_letters_for_later(post: PostOne, way: Way) -> None:
    first, second = post("ada@alder.example"), post("bo@birch.example")
    way.faults = [UnreachableError("connection refused")]
    assert send_due(NOON) == 0
    assert (now_of(first).state, now_of(second).attempts) == (STATE.WAITING, 0)
    assert send_due(NOON + WAITS[0]) == 2


def test_one_that_cannot_be_worded_keeps_no_other_from_going_and_no_address_into_the_log(
    post: PostOne, way: Way, caplog: pytest.LogCaptureFixture
) -> None:
    broken, good = post("secret@alder.example", breaks=True), post("bo@birch.example")
    with caplog.at_level(logging.DEBUG):
        assert send_due(NOON) == 1
    assert now_of(broken).state == STATE.WAITING and broken.fault.startswith("ValueError in mail_fixtures.py")
    assert now_of(good).state == STATE.SENT
    assert str(broken.pk) in caplog.text
    assert (
        "alder.example" not in caplog.text and KEY not in caplog.text and "birch.example" not in caplog.text
    )


def test_a_letter_of_a_kind_that_is_no_more_is_given_up_in_the_end(post: PostOne, way: Way) -> None:
    message = post(kind="forgotten")
    now = NOON
    for _try in range(MOST_TRIES):
        send_due(now)
        now += timedelta(days=2)
    assert now_of(message).state == STATE.GIVEN_UP


def test_what_is_sent_and_waits_is_counted(cast: Cast, post: PostOne, way: Way) -> None:
    post(), post("bo@birch.example"), post(silent=True), post(due_at=NOON + timedelta(days=1))
    way.faults = [AddressRefusedError("550")]
    send_due(NOON)
    found = sent_and_waiting(cast.tarrow)
    assert (found.sent, found.failed, found.not_needed, found.waiting) == (1, 1, 1, 1)
    assert sent_and_waiting(cast.tarrow, email="Bo@birch.example").sent == 1
    assert sent_and_waiting(cast.elsewhere).sent == 0
