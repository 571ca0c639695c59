"""The pages on which an owner makes keys and begins webhooks: what is secret is shown once."""

from __future__ import annotations

import re
from typing import Any

import pytest
from browsing import everybody_can_use, obstacles, page_of
from django.test import Client
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer
from site_cast import Cast

from turntide.web.accounts.holding import Subject
from turntide.web.accounts.models import Person
from turntide.web.api.held import ProgramsHold
from turntide.web.api.models import Answered, Sending, Token, Webhook
from turntide.web.api.rules.signing import secret_from_words
from turntide.web.api.services.webhooks import begin_webhook, secret_of, send_test
from turntide.web.audit.by import By

HOOK: dict[str, Any] = {"url": "https://told.example/turntide", "events": ["published"]}


@pytest.fixture
def as_owner(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.owner)
    return client


def at(name: str, *ids: Any) -> str:
    return reverse(name, args=["tarrow", *ids])


def test_a_key_is_shown_once_and_revoked_for_good(as_owner: Client, cast: Cast) -> None:
    first = as_owner.get(at("programs")).content.decode()
    way = re.findall(r'breadcrumbs__link" href="[^"]+">([^<]+)<', first)
    assert "No keys yet" in first and way == ["Tarrow", "People"]
    page = as_owner.post(at("program_key_new"), {"name": "Council website", "scopes": ["read"]})
    [key] = re.findall(r"tt_[\w-]{43}", page.content.decode())
    listed = as_owner.get(at("programs")).content.decode()
    assert key not in listed and key[:9] in listed and "Council website" in listed
    asked = Client().get("/api/v1/held/plans", headers={"authorization": f"Bearer {key}"})
    assert asked.status_code == 200
    as_owner.post(at("program_key_revoke", Token.objects.get().pk))
    assert "Revoked on" in as_owner.get(at("programs")).content.decode()
    again = Client().get("/api/v1/held/plans", headers={"authorization": f"Bearer {key}"})
    assert again.status_code == 401


def test_what_is_missing_is_said_and_nothing_is_lost(as_owner: Client) -> None:
    page = as_owner.post(at("program_key_new"), {"name": "Website"})
    assert page.status_code == 422 and 'value="Website"' in page.content.decode()
    assert "Choose at least one thing" in page.content.decode()
    inner = as_owner.post(at("webhook_new"), {"url": "https://localhost/x", "events": ["published"]})
    assert inner.status_code == 422 and "Turntide itself" in inner.content.decode()
    assert not Token.objects.exists() and not Webhook.objects.exists()


def test_a_secret_is_shown_once_and_kept_nowhere(as_owner: Client) -> None:
    page = as_owner.post(at("webhook_new"), HOOK).content.decode()
    [secret] = re.findall(r"whsec_[\w+/=]+", page)
    webhook = Webhook.objects.get()
    assert secret_from_words(secret) == secret_of(webhook)
    assert secret not in str(Webhook.objects.values().get())
    assert secret not in as_owner.get(at("webhook", webhook.pk)).content.decode()


def test_a_webhook_is_tested_stopped_and_started(as_owner: Client, cast: Cast) -> None:
    webhook = begin_webhook(place=cast.tarrow, by=cast.by, **HOOK).webhook
    as_owner.post(at("webhook_test", webhook.pk))
    assert Sending.objects.get().event == "test"
    assert "Goes within a minute" in as_owner.get(at("webhook", webhook.pk)).content.decode()
    as_owner.post(at("webhook_stop", webhook.pk))
    said = as_owner.post(at("webhook_test", webhook.pk), follow=True).content.decode()
    assert "Start it again, then send a test" in said and Sending.objects.count() == 1
    as_owner.post(at("webhook_start", webhook.pk))
    webhook.refresh_from_db()
    assert webhook.stopped_at is None


def test_what_programs_hold_of_a_person_is_found_and_let_go(cast: Cast) -> None:
    token = Token.objects.create(place=cast.tarrow, name="For Ray Okoro", key_hash="0", by=cast.owner)
    Answered.objects.create(token=token, key="k", asked="a", body={"author": "Ray Okoro"})
    subject = Subject(cast.tarrow, "ray@harbourtrust.example", ("Ray Okoro",))
    assert [len(held.rows) for held in ProgramsHold().held(subject)] == [1, 0, 1]
    ProgramsHold().forget(subject, by=cast.by)
    token.refresh_from_db()
    assert "Ray" not in token.name and not Answered.objects.exists()
    Person.objects.get(pk=cast.owner.pk).delete()
    assert Token.objects.get().by is None


def test_the_pages_can_be_used_by_everybody_in_a_browser(
    live_server: LiveServer, as_owner: Client, cast: Cast
) -> None:
    webhook = begin_webhook(place=cast.tarrow, by=By.person(cast.owner), **HOOK).webhook
    send_test(webhook=webhook, by=cast.by)
    with page_of(live_server.url, cast.owner) as page:
        page.goto(live_server.url + at("program_key_new"))
        page.get_by_label("Which program is it for?").fill("Council website")
        page.get_by_label("Read plans, actions").check()
        page.get_by_role("button", name="Make the key").click()
        assert obstacles(page) == []
        pages = (at("programs"), at("program_key_new"), at("webhook_new"), at("webhook", webhook.pk))
        everybody_can_use(page, *(live_server.url + path for path in pages))
