"""Links from letters: whom they open for, for how long, what opening changes (nothing), and where their key stands."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from datetime import timedelta
from uuid import uuid4

import pytest
from delivery_fixtures import Asked
from django.apps import apps
from django.core import serializers
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from partner import key_of, link_of, one, opened_by, path_of, typed
from site_cast import Cast

from turntide.web.delivery.models import Link, Request, Update
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import Author, hand_in
from turntide.web.organisations.services.contacts import has_left


def everything() -> Mapping[str, str]:
    """Every row of every table, as it stands."""
    return {
        model._meta.label: serializers.serialize("json", model._base_manager.all())
        for model in apps.get_models()
    }


def the_first(asked: Asked) -> Request:
    return asked.requests(asked.ray)[0]


def reading(request: Request) -> Iterator[str]:
    """Addresses that are only read."""
    yield reverse("answer")
    yield reverse("answer_not_for_me")
    yield reverse("answer_calendar")
    yield one("one", request)
    yield one("pass_on", request)


def writing(request: Request) -> Iterator[str]:
    """Addresses that are only written to."""
    for name in ("draft", "no_change", "done", "passed_back"):
        yield one(name, request)
    yield one("take_back", request, 1)
    yield one("evidence_remove", request, uuid4())
    yield reverse("answer_words_agree", args=[uuid4()])


OF_ONESELF = ("answer_calendar_end", "answer_calendar_back")
"""What is written to, whichever action it is about."""


def test_a_mail_scanner_changes_nothing(asked: Asked) -> None:
    recipient, before = asked.of(asked.ray), everything()
    first = the_first(asked)
    for method in ("head", "get"):
        client = Client()
        for address in (path_of(recipient), *reading(first), *writing(first), *map(reverse, OF_ONESELF)):
            getattr(client, method)(address)
    assert everything() == before


def test_what_writes_answers_to_nothing_but_a_form_that_is_sent(asked: Asked) -> None:
    client, first = opened_by(asked.of(asked.ray)), the_first(asked)
    written = [*writing(first), *map(reverse, OF_ONESELF)]
    assert {client.get(address).status_code for address in written} == {405}
    assert {client.get(address).status_code for address in reading(first)} == {200}


def test_a_form_that_is_not_ours_is_refused(asked: Asked) -> None:
    client = Client(enforce_csrf_checks=True)
    client.get(path_of(asked.of(asked.ray)))
    assert client.post(one("no_change", the_first(asked)), {"saw": "0"}).status_code == 403
    assert not Update.objects.exists()


def test_opening_twice_and_in_two_browsers_is_well(asked: Asked) -> None:
    recipient = asked.of(asked.ray)
    for client in (opened_by(recipient), opened_by(recipient)):
        assert client.get(path_of(recipient)).status_code == 302
        assert client.get(reverse("answer")).status_code == 200


def test_an_expired_link_opens_nothing(asked: Asked) -> None:
    recipient = asked.of(asked.ray)
    client = opened_by(recipient)
    recipient.links.update(expires_at=timezone.now() - timedelta(seconds=1))
    response = client.get(reverse("answer"))
    assert response.status_code == 410
    assert "has expired" in response.content.decode()
    assert client.post(one("no_change", the_first(asked)), {"saw": "0"}).status_code == 410
    assert not Update.objects.exists()


def test_it_outlasts_the_due_day(asked: Asked) -> None:
    expires = link_of(asked.of(asked.ray)).expires_at
    assert expires is not None
    assert timezone.localdate(expires) - asked.round.due_on == timedelta(days=60)


def test_somebody_who_has_left_opens_nothing(asked: Asked, cast: Cast) -> None:
    client = opened_by(asked.of(asked.ray))
    has_left(contact=asked.ray, by=cast.by)
    assert client.get(reverse("answer")).status_code == 410
    assert client.post(one("done", the_first(asked)), {"saw": "0"}).status_code == 410


def test_a_key_that_is_none_opens_nothing(asked: Asked) -> None:
    client = Client()
    assert client.get(reverse("answer")).status_code == 404
    client.get(reverse("answer_link", args=["x" * 43]))
    assert client.get(reverse("answer")).status_code == 404


def test_a_key_of_another_purpose_opens_nothing(asked: Asked) -> None:
    recipient = asked.of(asked.ray)
    recipient.links.update(purpose=Link.Purpose.YOURS)
    client = Client()
    client.get(path_of(recipient).replace("/yours/", "/answer/"))
    assert client.get(reverse("answer")).status_code == 404


def test_another_persons_request_is_not_there(asked: Asked) -> None:
    client = opened_by(asked.of(asked.ray))
    (other,) = asked.requests(asked.mina)
    hand_in(request=other, said=Said(lifecycle="planning"), saw=0, author=Author.from_link(asked.mina))
    before = everything()
    answers = {client.get(address).status_code for address in (one("one", other), one("pass_on", other))}
    answers |= {client.post(address, {"saw": "1"}).status_code for address in writing(other)}
    answers |= {client.post(one("one", other), typed(other, done="Mine")).status_code}
    answers |= {client.get(one("evidence", other, uuid4())).status_code}
    assert answers == {404}
    assert everything() == before


def test_the_key_stands_in_no_page_and_in_no_address_after_the_first(asked: Asked) -> None:
    recipient, first = asked.of(asked.ray), the_first(asked)
    client, key = opened_by(recipient), key_of(recipient)
    for address in reading(first):
        response = client.get(address)
        assert key not in response.content.decode()
        assert key not in str(response.headers)
    response = client.post(one("no_change", first), {"saw": "0"}, follow=True)
    assert key not in response.content.decode()
    assert key not in str(response.redirect_chain)


def test_no_referrer_carries_the_key(asked: Asked) -> None:
    client = Client()
    response = client.get(path_of(asked.of(asked.ray)))
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Location"] == "/answer/"
    assert client.get("/answer/")["Referrer-Policy"] == "same-origin"


def test_only_the_pages_of_the_link_get_its_cookie(asked: Asked) -> None:
    client = Client()
    client.get(path_of(asked.of(asked.ray)))
    cookie = client.cookies["turntide_answer"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/answer/", True, "Lax")


def test_the_key_stands_in_no_log(
    asked: Asked, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        caplog.set_level(logging.DEBUG, logger=name)
    recipient, first = asked.of(asked.ray), the_first(asked)
    path, key = path_of(recipient), key_of(recipient)
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.get(path)
    client.get(path.rstrip("/"))
    client.get(f"{path})")  # a full stop or a bracket that a mail programme took for a part of it
    client.post(path)
    client.get(path, headers={"host": "elsewhere.example"})
    client.get(one("one", asked.requests(asked.mina)[0]))
    client.post(one("no_change", first), {"saw": "0"})
    monkeypatch.setattr("turntide.web.delivery.views.answering.all_actions.words_waiting", 1)
    assert client.get(reverse("answer")).status_code == 500
    recipient.links.update(revoked_at=timezone.now())
    assert client.get(reverse("answer")).status_code == 410
    told = [f"{record.getMessage()} {record.__dict__.get('exc_text')}" for record in caplog.records]
    assert any("Gone" in each for each in told)
    assert any("Internal Server Error" in each for each in told)
    assert any("Not Found: /answer/[key]/)" in each for each in told)
    assert not [each for each in told if key in each]
