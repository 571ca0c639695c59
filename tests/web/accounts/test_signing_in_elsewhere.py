"""Signing in with OpenID Connect, there and back, against a provider on loopback."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse
from oidc_provider import CLIENT_ID, SECRET, Provider, running
from pytest_django import Settings
from site_cast import Cast

from turntide.web.accounts.models import Person
from turntide.web.accounts.roles import Role
from turntide.web.accounts.services.inviting import invite
from turntide.web.audit.by import By
from turntide.web.config.environment import environment
from turntide.web.config.signing_in import oidc_name, oidc_origins, oidc_providers

Connect = Callable[..., Provider]
NIA = {"sub": "nia-1", "name": "Nia Rees"}


@pytest.fixture
def connect(settings: Settings, monkeypatch: pytest.MonkeyPatch, db: None) -> Iterator[Connect]:
    """Starts a provider where somebody is signed in, and configures the site by its environment."""
    with ExitStack() as stack:

        def start(domains: str = "", **claims: Any) -> Provider:
            provider = stack.enter_context(running(**claims))
            monkeypatch.setenv("TURNTIDE_OIDC_NAME", "Tarrow Council")
            monkeypatch.setenv("TURNTIDE_OIDC_ISSUER", provider.issuer)
            monkeypatch.setenv("TURNTIDE_OIDC_CLIENT_ID", CLIENT_ID)
            monkeypatch.setenv("TURNTIDE_OIDC_CLIENT_SECRET", SECRET)
            if domains:
                monkeypatch.setenv("TURNTIDE_OIDC_DOMAINS", domains)
            settings.SOCIALACCOUNT_PROVIDERS = oidc_providers(environment())
            settings.OIDC_NAME = oidc_name(environment())
            return provider

        yield start


def press_the_button(client: Client, next_url: str = "") -> Any:
    """Sign in as a browser does: press the button, visit the provider, come back."""
    page = client.get(reverse("account_login"), {"next": next_url} if next_url else {})
    action = re.search(r'action="(/account/oidc/[^"]+)"', page.content.decode())
    assert action, "the sign-in page has the button"
    led_away = client.post(action[1].replace("&amp;", "&"))
    led_back = requests.get(led_away.headers["Location"], allow_redirects=False, timeout=5)
    return client.get(led_back.headers["Location"].removeprefix("http://testserver"), follow=True)


def is_signed_in(client: Client) -> str:
    return str(client.session.get("_auth_user_id", ""))


@pytest.mark.django_db
def test_there_is_no_button_where_nothing_is_configured() -> None:
    assert "/account/oidc/" not in Client().get(reverse("account_login")).content.decode()
    assert oidc_providers(environment()) == {}
    assert oidc_name(environment()) == ""


def test_the_browser_may_follow_to_the_provider_alone(connect: Connect) -> None:
    provider = connect(**NIA)
    assert oidc_origins(environment()) == [provider.issuer]


def test_somebody_with_an_account_is_signed_in_to_it(connect: Connect, cast: Cast) -> None:
    connect(**NIA, email=cast.editor.email, email_verified=True)
    client = Client()
    press_the_button(client)
    assert is_signed_in(client) == str(cast.editor.pk)
    assert SocialAccount.objects.get().user == cast.editor


def test_the_session_is_another_after_it(connect: Connect, cast: Cast) -> None:
    connect(**NIA, email=cast.editor.email, email_verified=True)
    client = Client()
    client.get(reverse("account_login"))
    session = client.session
    session["before"] = True
    session.save()
    press_the_button(client)
    assert client.session.session_key != session.session_key


def test_a_password_set_before_the_address_was_proven_no_longer_works(connect: Connect, cast: Cast) -> None:
    EmailAddress.objects.create(user=cast.editor, email=cast.editor.email, verified=False, primary=True)
    connect(**NIA, email=cast.editor.email, email_verified=True)
    press_the_button(Client())
    cast.editor.refresh_from_db()
    assert not cast.editor.has_usable_password()


@pytest.mark.parametrize("says", [{}, {"email_verified": False}, {"email_verified": "false"}])
def test_an_address_nobody_vouches_for_links_nothing(
    connect: Connect, cast: Cast, says: dict[str, Any]
) -> None:
    connect(**NIA, email=cast.editor.email, **says)
    client = Client()
    page = press_the_button(client)
    assert "by invitation" in page.content.decode()
    assert not is_signed_in(client)
    assert not SocialAccount.objects.exists()


def test_an_address_of_a_domain_the_council_vouches_for_counts(connect: Connect, cast: Cast) -> None:
    connect(domains="tarrow.example", **NIA, email=cast.editor.email)
    client = Client()
    press_the_button(client)
    assert is_signed_in(client) == str(cast.editor.pk)


def test_somebody_unknown_gets_no_account(connect: Connect, cast: Cast) -> None:
    before = Person.objects.count()
    connect(**NIA, email="nia@tarrow.example", email_verified=True)
    client = Client()
    assert "by invitation" in press_the_button(client).content.decode()
    assert not is_signed_in(client)
    assert Person.objects.count() == before


def test_somebody_invited_signs_in_and_joins(connect: Connect, cast: Cast) -> None:
    by = By.person(cast.owner)
    asked = invite(
        place=cast.tarrow,
        emails=["nia@tarrow.example"],
        role=Role.EDITOR,
        link_to=lambda key: reverse("invitation", args=[key]),
        by=by,
    )[0]
    connect(**NIA, email="Nia@tarrow.example", email_verified=True)
    client = Client()
    page = press_the_button(client, asked.link)
    person = Person.objects.get(email="nia@tarrow.example")
    assert (is_signed_in(client), person.name) == (str(person.pk), "Nia Rees")
    assert page.redirect_chain[-1][0] == asked.link
    assert not person.memberships.exists(), "signing in joins nothing: the person does"
    client.post(asked.link)
    assert person.memberships.get().as_role is Role.EDITOR


def test_an_answer_nobody_asked_for_is_refused(connect: Connect, cast: Cast) -> None:
    connect(**NIA, email=cast.editor.email, email_verified=True)
    client = Client()
    url = reverse("openid_connect_callback", args=["organisation"])
    assert client.get(url, {"code": "code-0", "state": "made up"}).status_code in (401, 403)
    assert not is_signed_in(client)


def test_a_provider_that_refuses_us_is_said_in_words(
    connect: Connect, cast: Cast, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    connect(**NIA, email=cast.editor.email, email_verified=True)
    monkeypatch.setenv("TURNTIDE_OIDC_CLIENT_SECRET", "another")
    settings.SOCIALACCOUNT_PROVIDERS = oidc_providers(environment())
    client = Client()
    assert "did not work" in press_the_button(client).content.decode()
    assert not is_signed_in(client)


def test_a_provider_that_is_gone_is_said_in_words(connect: Connect, settings: Settings) -> None:
    with running(**NIA) as gone:
        issuer = gone.issuer
    connect(**NIA)
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = issuer
    page = Client().post(reverse("openid_connect_login", args=["organisation"]))
    assert "did not work" in page.content.decode()
