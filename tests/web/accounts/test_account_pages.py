"""Every page of the account wears our look, and none of allauth's own words are left."""

from __future__ import annotations

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse
from site_cast import Cast

from turntide.web.accounts.models import Person
from turntide.web.accounts.templatetags.browsers import browser

OPEN = (
    "account_login",
    "account_signup",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_email_verification_sent",
    "socialaccount_login_cancelled",
)
OWN = (
    "account",
    "account_details",
    "account_logout",
    "account_email",
    "account_change_password",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "socialaccount_connections",
    "usersessions_list",
)
WITH_APP = (
    "mfa_deactivate_totp",
    "mfa_generate_recovery_codes",
    "mfa_reauthenticate",
)
STRANGE = ("Sign Up", "Sign In", "third-party", "Third-Party", "Security Key", "Two-Factor", "placeholder=")


def sign_in(person: Person) -> Client:
    client, password = Client(), "tidal marmalade lantern oak"
    client.post(reverse("account_login"), {"login": person.email, "password": password})
    client.post(reverse("account_reauthenticate"), {"password": password})
    return client


def is_ours(client: Client, route: str, status: int = 200) -> None:
    response = client.get(reverse(route))
    text = response.content.decode()
    assert response.status_code == status
    assert "tt-header" in text
    assert text.count("<h1") == 1
    assert "– " in text.split("</title>")[0]
    assert not [words for words in STRANGE if words in text]
    assert " style=" not in text


@pytest.mark.django_db
@pytest.mark.parametrize("route", OPEN)
def test_open_pages(route: str) -> None:
    is_ours(Client(), route)


@pytest.mark.django_db
def test_the_page_of_a_sign_in_elsewhere_that_failed() -> None:
    is_ours(Client(), "socialaccount_login_error", status=401)


@pytest.mark.parametrize("route", OWN)
def test_own_pages(cast: Cast, route: str) -> None:
    is_ours(sign_in(cast.viewer), route)


@pytest.mark.parametrize("route", OWN)
def test_own_pages_are_shown_to_nobody_else(cast: Cast, route: str) -> None:
    response = Client().get(reverse(route))
    assert response.status_code == 302


@pytest.mark.parametrize("route", WITH_APP)
def test_pages_with_an_app(cast: Cast, route: str) -> None:
    client = sign_in(cast.viewer)
    TOTP.activate(cast.viewer, "JBSWY3DPEHPK3PXP")
    is_ours(client, route)


def test_recovery_codes_can_be_seen_and_kept(cast: Cast) -> None:
    client = sign_in(cast.viewer)
    TOTP.activate(cast.viewer, "JBSWY3DPEHPK3PXP")
    client.post(reverse("mfa_generate_recovery_codes"))
    is_ours(client, "mfa_view_recovery_codes")
    assert len(client.get(reverse("mfa_download_recovery_codes")).content.split()) == 10


def test_a_person_without_a_password_may_choose_one(cast: Cast) -> None:
    cast.viewer.set_unusable_password()
    cast.viewer.save()
    client = Client()
    client.force_login(cast.viewer)
    is_ours(client, "account_set_password")


def test_name_and_language_are_kept_with_the_person(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.viewer)
    client.post(reverse("account_details"), {"name": "Vi Ewer", "language": "cy"})
    cast.viewer.refresh_from_db()
    assert (cast.viewer.name, cast.viewer.language) == ("Vi Ewer", "cy")
    on_another_device = Client()
    on_another_device.force_login(cast.viewer)
    assert '<html lang="cy"' in on_another_device.get(reverse("account")).content.decode()
    assert '<html lang="en' in Client().get(reverse("account_login")).content.decode()


def test_the_choice_at_the_foot_of_the_page_is_kept_too(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.viewer)
    client.post(reverse("language"), {"language": "cy", "next": "/account/"})
    cast.viewer.refresh_from_db()
    assert cast.viewer.language == "cy"
    client.post(reverse("language"), {"language": "xx", "next": "/account/"})
    cast.viewer.refresh_from_db()
    assert cast.viewer.language == "cy"


def test_the_header_leads_to_the_account_and_signs_out_by_a_form(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.viewer)
    text = client.get(reverse("account")).content.decode()
    assert f'href="{reverse("account")}"' in text
    assert f'method="post" action="{reverse("account_logout")}"' in text


@pytest.mark.parametrize(
    ("says", "shown"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
            "Safari on iPhone",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
        ("a browser of one's own", "a browser of one's own"),
        ("", "Not known"),
    ],
)
def test_a_browser_is_named_in_words(says: str, shown: str) -> None:
    assert browser(says) == shown
