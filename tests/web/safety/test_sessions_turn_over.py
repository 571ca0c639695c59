"""A session is new after signing in, dead after signing out, and its cookies are kept from scripts and plain http."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from furnished_place import PASSWORD
from prepared_folder import prepare_into
from two_places import TwoPlaces

ADDRESS = "viewer@tarrow.example"


def session_key(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def sign_in(client: Client) -> None:
    given = {"login": ADDRESS, "password": PASSWORD}
    assert client.post(reverse("account_login"), given).status_code == 302


def with_session(key: str) -> Client:
    """Another browser that brings a session somebody took from the first."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("account")).status_code == 200


def test_a_session_planted_before_signing_in_is_worth_nothing(two_places: TwoPlaces) -> None:
    planted: Any = import_module(settings.SESSION_ENGINE).SessionStore()
    planted["anything"] = 1
    planted.save()
    client = with_session(planted.session_key)
    sign_in(client)
    assert is_in(client)
    assert session_key(client) != planted.session_key
    assert not is_in(with_session(planted.session_key))


def test_signing_out_ends_the_session_for_whoever_holds_it(two_places: TwoPlaces) -> None:
    client = Client()
    sign_in(client)
    held = session_key(client)
    client.post(reverse("account_logout"))
    assert not is_in(client)
    assert not is_in(with_session(held))


def test_a_new_password_ends_the_sessions_elsewhere(two_places: TwoPlaces) -> None:
    here, elsewhere = Client(), Client()
    sign_in(here)
    sign_in(elsewhere)
    fresh = "another lantern, quite another tide"
    given = {"oldpassword": PASSWORD, "password1": fresh}
    assert here.post(reverse("account_change_password"), given).status_code == 302
    assert is_in(here) and not is_in(elsewhere)


def test_sessions_elsewhere_are_listed_and_can_be_ended(two_places: TwoPlaces) -> None:
    here, elsewhere = Client(HTTP_USER_AGENT="One"), Client(HTTP_USER_AGENT="Two")
    sign_in(here)
    sign_in(elsewhere)
    page = here.get(reverse("usersessions_list")).content.decode()
    assert page.count("127.0.0.1") >= 2
    here.post(reverse("usersessions_list"))
    assert is_in(here) and not is_in(elsewhere)


def test_cookies_are_kept_from_scripts_and_from_other_sites(two_places: TwoPlaces) -> None:
    client = Client()
    client.get(reverse("account_login"))
    sign_in(client)
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        assert client.cookies[name]["httponly"] and client.cookies[name]["samesite"] == "Lax"


SECURE = """
import django; django.setup()
from django.test import Client
from turntide.web.config.preparing import prepare
list(prepare())
client = Client(headers={"host": "plans.example", "x-forwarded-proto": "https"})
answer = client.get("/account/login/")
print(answer.status_code, answer.get("Strict-Transport-Security"), all(c["secure"] for c in answer.cookies.values()))
plain = Client(headers={"host": "plans.example"}).get("/account/login/")
print(plain.status_code, plain["Location"])
"""


@pytest.fixture
def of_https(tmp_path: Any) -> dict[str, str]:
    """The environment of an installation that people reach by https."""
    names = ("DATABASE_URL", "TURNTIDE_DEBUG", "DJANGO_ALLOW_ASYNC_UNSAFE")
    prepare_into(tmp_path)
    own = {name: value for name, value in os.environ.items() if name not in names}
    return {
        **own,
        "TURNTIDE_DATA": str(tmp_path),
        "TURNTIDE_URL": "https://plans.example",
        "DJANGO_SETTINGS_MODULE": "turntide.web.config.settings",
    }


def python(environment: dict[str, str], *words: str) -> str:
    run = subprocess.run(
        [sys.executable, *words], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout + run.stderr


def test_an_https_address_makes_cookies_secure_and_browsers_stay_with_https(of_https: dict[str, str]) -> None:
    first, second = python(of_https, "-c", SECURE).splitlines()[-2:]
    assert first == f"200 max-age={365 * 24 * 3600} True"
    assert second == "301 https://plans.example/account/login/"


def test_the_deployment_check_has_no_complaint(of_https: dict[str, str]) -> None:
    assert "no issues" in python(of_https, "-m", "django", "check", "--deploy", "--fail-level", "WARNING")
