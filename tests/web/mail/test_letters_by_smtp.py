"""Letters as a real mail server gets them."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from mail_fixtures import LINK, NOON, Heard, PostOne
from mail_server import Postbox, listening
from pytest_django import Settings

from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.models import Message, PostingRules
from turntide.web.mail.rules.coming_back import What, read_returned
from turntide.web.mail.services.sending import send_due
from turntide.web.mail.services.trying_out import send_trial

STATE = Message.State


@pytest.fixture
def postbox(settings: Settings) -> Iterator[Postbox]:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.DEFAULT_FROM_EMAIL = "Plans <plans@tarrow.example>"
    with listening(Postbox()) as made:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", made.port
        yield made


def test_a_letter_arrives_as_words_and_as_html(post: PostOne, postbox: Postbox) -> None:
    message = post(file=True)
    PostingRules.objects.create(place=message.place, reply_to="team@tarrow.example")
    assert send_due(NOON) == 1
    (mail,) = postbox.arrived
    assert mail["Message-ID"] == f"<turntide.{message.pk}@tarrow.example>"
    assert (mail["From"], mail["To"]) == ("Plans <plans@tarrow.example>", "Ada Alder <ada@alder.example>")
    assert (mail["Reply-To"], mail["Auto-Submitted"]) == ("team@tarrow.example", "auto-generated")
    assert mail["List-Unsubscribe"] is None
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None and LINK in plain.get_content()
    assert html is not None and f'href="{LINK}"' in html.get_content()
    assert [part.get_filename() for part in mail.iter_attachments()] == ["sheet.xlsx"]


def test_letters_that_may_be_stopped_offer_one_click(
    post: PostOne, telling: LetterKind, postbox: Postbox
) -> None:
    post(kind="telling")
    send_due(NOON)
    (mail,) = postbox.arrived
    assert str(mail["List-Unsubscribe"]).strip().startswith("<http://localhost:8000/letters/stop/")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_one_refused_address_comes_back_and_the_others_go(
    post: PostOne, postbox: Postbox, heard: Heard
) -> None:
    postbox.refuses = {
        "gone@alder.example": "550 5.1.1 no such mailbox",
        "full@alder.example": "452 4.2.2 mailbox full for now",
        "far@alder.example": "554 5.7.1 relay access denied",
    }
    letters = {name: post(f"{name}@alder.example") for name in ("gone", "full", "far", "ada")}
    assert send_due(NOON) == 1
    states = {name: Message.objects.get(pk=letter.pk).state for name, letter in letters.items()}
    assert states == {
        "gone": STATE.RETURNED,
        "full": STATE.WAITING,
        "far": STATE.WAITING,
        "ada": STATE.SENT,
    }, "what the server's own rules refuse says nothing of the address"
    assert heard.returned == [str(letters["gone"].pk)]
    assert "no such mailbox" in Message.objects.get(pk=letters["gone"].pk).fault


def test_a_server_that_is_away_leaves_all_waiting(post: PostOne, settings: Settings) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = closed.getsockname()
        post(), post("bo@birch.example")
        assert send_due(NOON) == 0
    assert set(Message.objects.values_list("state", flat=True)) == {STATE.WAITING}
    assert sorted(Message.objects.values_list("attempts", flat=True)) == [0, 1]


def test_a_trial_letter_says_what_it_is(postbox: Postbox) -> None:
    send_trial("ada@alder.example")
    (mail,) = postbox.arrived
    assert (
        "try the mail" in str(mail["Subject"])
        and read_returned(bytes(mail), NOON.date()).what is not What.FAILED
    )
