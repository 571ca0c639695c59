"""A letter's stop link: opening it changes nothing, one click stops, and the same link takes it back."""

from __future__ import annotations

import pytest
from django.core.signing import Signer
from django.test import Client
from django.urls import reverse
from mail_fixtures import PostOne

from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.models import Message, Stop
from turntide.web.mail.store.stops import stop_url

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def path(post: PostOne, telling: LetterKind) -> str:
    message = post(kind="telling")
    return stop_url(message, telling).removeprefix("http://localhost:8000")


def test_opening_changes_nothing(path: str) -> None:
    for look in (Client().get, Client().head):
        assert look(path).status_code == 200
    assert not Stop.objects.exists()
    assert "ada" not in Client().get(path).content.decode(), "the letter may have been forwarded"


def test_a_mail_program_stops_with_one_click(path: str) -> None:
    client = Client(enforce_csrf_checks=True)
    for _again in range(2):
        assert client.post(path, ONE_CLICK).status_code == 200
    stop = Stop.objects.get()
    assert (stop.kind, stop.email) == ("telling", "ada@alder.example")


def test_a_person_stops_on_the_page_and_takes_it_back(path: str) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post(path, {"do": "stop"}).status_code == 403, "another site's form"
    client.get(path)
    token = {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    shown = client.post(path, token | {"do": "stop"}).content.decode()
    assert "You get no more of these letters" in shown and "again" in shown and Stop.objects.exists()
    client.post(path, token | {"do": "again"})
    assert not Stop.objects.exists()


def test_nobody_stops_anothers_letters(path: str) -> None:
    message = Message.objects.get()
    others = (
        str(message.pk),
        f"{message.pk}:made-up",
        Signer(salt="another").sign(str(message.pk)),
        "x" * 400,
    )
    for signed in others:
        there = reverse("stop_letters", args=[signed])
        assert Client().get(there).status_code == 404
        assert Client().post(there, ONE_CLICK).status_code == 404
    assert not Stop.objects.exists()
