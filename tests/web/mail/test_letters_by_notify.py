"""Letters by GOV.UK Notify, through its own client, to a stand-in on this machine."""

from __future__ import annotations

import base64
import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
from mail_fixtures import KEY, LINK, NOON, Heard, PostOne
from notify_server import Notify, answering
from pytest_django import Settings
from site_cast import Cast

from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.models import Message
from turntide.web.mail.rules.trying import LOST, WAITS
from turntide.web.mail.services.again import send_again
from turntide.web.mail.services.claiming import claim
from turntide.web.mail.services.returning import ask_receipts
from turntide.web.mail.services.sending import send_due

STATE = Message.State
SERVICE, SECRET = "7a5a6f6e-0000-4000-8000-000000000001", "7a5a6f6e-0000-4000-8000-000000000002"


@pytest.fixture
def notify(settings: Settings) -> Iterator[Notify]:
    with answering(Notify()) as made:
        settings.NOTIFY_KEY, settings.NOTIFY_TEMPLATE = f"tests-{SERVICE}-{SECRET}", "the-template"
        settings.NOTIFY_URL, settings.NOTIFY_REPLY_TO = made.url, "reply-id"
        yield made


def test_a_letter_goes_by_notify_with_its_own_id(post: PostOne, notify: Notify) -> None:
    message = post()
    assert send_due(NOON) == 1
    (given,) = notify.kept
    assert (given["email_address"], given["template_id"]) == ("ada@alder.example", "the-template")
    assert (given["reference"], given["email_reply_to_id"]) == (str(message.pk), "reply-id")
    assert given["personalisation"]["subject"] == "Your actions, Ada Alder"
    assert LINK in given["personalisation"]["body"] and "one_click_unsubscribe_url" not in given
    message.refresh_from_db()
    assert (message.state, message.reference) == (STATE.SENT, given["id"])


def test_letters_that_may_be_stopped_offer_one_click(
    post: PostOne, telling: LetterKind, notify: Notify
) -> None:
    post(kind="telling")
    send_due(NOON)
    assert notify.kept[0]["one_click_unsubscribe_url"].startswith("http://localhost:8000/letters/stop/")


def test_a_file_goes_where_the_template_takes_one(post: PostOne, notify: Notify) -> None:
    notify.fields.append("file")
    post(file=True)
    send_due(NOON)
    file = notify.kept[0]["personalisation"]["file"]
    assert (file["filename"], base64.b64decode(file["file"])) == ("sheet.xlsx", b"cells")
    assert "could not be sent" not in notify.kept[0]["personalisation"]["body"]


def test_a_file_that_cannot_go_is_named(post: PostOne, notify: Notify) -> None:
    post(file=True)
    send_due(NOON)
    assert "“sheet.xlsx” could not be sent with this letter" in notify.kept[0]["personalisation"]["body"]


def test_links_hidden_under_other_words_are_taken_apart(post: PostOne, notify: Notify) -> None:
    post(values={"name": "[your bank](https://evil.example)"})
    send_due(NOON)
    assert "](" not in notify.kept[0]["personalisation"]["body"]


def test_an_address_that_is_none_comes_back(post: PostOne, notify: Notify, heard: Heard) -> None:
    message = post()
    wrong = {"error": "ValidationError", "message": "email_address Not a valid email address"}
    notify.refusal = (400, [wrong])
    send_due(NOON)
    message.refresh_from_db()
    assert (message.state, heard.returned) == (STATE.RETURNED, [str(message.pk)])


@pytest.mark.parametrize(("status", "tried"), [(400, 2), (403, 1), (429, 1), (500, 1)])
def test_other_refusals_pass_and_a_closed_door_stops_the_rest(
    post: PostOne, notify: Notify, status: int, tried: int
) -> None:
    post(), post("bo@birch.example")
    notify.refusal = (status, [{"error": "Wrong", "message": "not now"}])
    assert send_due(NOON) == 0
    notify.refusal = None
    assert Message.objects.filter(attempts=1, state=STATE.WAITING).count() == tried
    assert send_due(NOON + WAITS[0]) == 2


def test_one_that_went_though_the_answer_was_lost_does_not_go_twice(post: PostOne, notify: Notify) -> None:
    message = post()
    notify.loses_answer = True
    assert send_due(NOON) == 0
    assert send_due(NOON + WAITS[0]) == 1
    message.refresh_from_db()
    assert len(notify.kept) == 1 and (message.state, message.reference) == (STATE.SENT, notify.kept[0]["id"])


def test_one_that_a_killed_worker_handed_over_does_not_go_twice(post: PostOne, notify: Notify) -> None:
    message = post()
    claim(message.pk, NOON)
    notify.send({"reference": str(message.pk)})
    assert send_due(NOON + LOST + timedelta(seconds=1)) == 1
    assert len(notify.kept) == 1


def test_receipts_tell_what_did_not_arrive(post: PostOne, notify: Notify, heard: Heard) -> None:
    letters = [post(f"{name}@alder.example") for name in ("gone", "full", "ada", "moved")]
    send_due(NOON)
    by_reference = {one["reference"]: one for one in notify.kept}
    for letter, status in zip(
        letters, ("permanent-failure", "temporary-failure", "delivered", "permanent-failure"), strict=True
    ):
        by_reference[str(letter.pk)]["status"] = status
    assert ask_receipts(NOON + timedelta(minutes=1)) == 3
    assert ask_receipts(NOON + timedelta(minutes=2)) == 0
    states = [Message.objects.get(pk=letter.pk).state for letter in letters]
    assert states == [STATE.RETURNED, STATE.GIVEN_UP, STATE.SENT, STATE.RETURNED]
    assert sorted(heard.returned) == sorted([str(letters[0].pk), str(letters[3].pk)])


def test_one_sent_again_is_not_taken_for_the_one_that_failed(
    cast: Cast, post: PostOne, notify: Notify, heard: Heard
) -> None:
    message = post()
    send_due(NOON)
    notify.kept[0]["status"] = "permanent-failure"
    ask_receipts(NOON)
    message.refresh_from_db()
    send_again(message=message, by=cast.by)
    Message.objects.update(due_at=NOON)
    notify.refusal = (500, [{"error": "Wrong", "message": "not now"}])
    send_due(NOON)
    notify.refusal = None
    assert send_due(NOON + WAITS[0]) == 1
    assert len(notify.kept) == 2 and ask_receipts(NOON + timedelta(minutes=9)) == 0


def test_nobodys_address_comes_into_the_log(
    post: PostOne, notify: Notify, caplog: pytest.LogCaptureFixture
) -> None:
    notify.refusal = (403, [{"error": "AuthError", "message": "Invalid token: API key not found"}])
    post()
    with caplog.at_level(logging.INFO):
        send_due(NOON)
    assert caplog.text and "ada" not in caplog.text and KEY not in caplog.text and SECRET not in caplog.text
