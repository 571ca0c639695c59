"""The pages of accounts in Chromium: passkeys with a virtual authenticator, and what axe finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from browsing import everybody_can_use, obstacles, page_of
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from site_cast import Cast

from turntide.web.accounts.roles import Role
from turntide.web.accounts.services.inviting import invite
from turntide.web.audit.by import By

PASSWORD = "tidal marmalade lantern oak"


@pytest.fixture
def page(live_server: LiveServer) -> Iterator[Page]:
    said: list[str] = []
    with page_of(live_server.url, width=320, base_url=live_server.url) as page:
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        yield page
    assert not [words for words in said if "Content Security Policy" in words]


def sign_in(page: Page, email: str) -> None:
    page.goto(reverse("account_login"))
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "login" not in url)


def virtual_key(page: Page) -> Any:
    """A key inside Chromium that always says it knows its owner."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return devtools


def test_a_passkey_is_added_and_signs_in(page: Page, cast: Cast) -> None:
    virtual_key(page)
    sign_in(page, cast.editor.email)
    page.goto(reverse("mfa_add_webauthn"))
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("What you call it").fill("My phone")
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_text("The passkey is added.")).to_be_visible()
    page.goto(reverse("mfa_list_webauthn"))
    expect(page.get_by_role("row").filter(has_text="My phone")).to_be_visible()
    page.goto(reverse("account_logout"))
    page.locator("main").get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("The passkey was not used")).to_be_hidden()
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(lambda url: "login" not in url)
    page.goto(reverse("account"))
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()
    expect(page.get_by_text("1 passkey")).to_be_visible()


def test_a_passkey_that_is_not_there_is_said_in_words(page: Page, cast: Cast) -> None:
    page.goto(reverse("account_login"))
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('turned away')) }")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("The passkey was not used")).to_be_visible()


def test_the_strength_of_a_password_is_told_while_it_is_typed(page: Page, cast: Cast) -> None:
    page.goto(_invited(cast))
    box = page.get_by_label("Choose a password")
    box.press_sequentially("password123")
    expect(page.locator(".tt-strength")).to_contain_text("guessed")
    box.fill("")
    box.press_sequentially("harbour velvet cactus nineteen")
    expect(page.locator(".tt-strength")).to_contain_text("good password")
    page.get_by_role("button", name="Show password").click()
    expect(box).to_have_attribute("type", "text")


def test_axe_finds_nothing_on_pages_that_are_open(page: Page, cast: Cast) -> None:
    routes = ("account_login", "account_signup", "account_reset_password", "account_reset_password_done")
    everybody_can_use(page, *map(reverse, routes), _invited(cast))


@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_on_the_welcome_page(page: Page) -> None:
    everybody_can_use(page, reverse("welcome"))
    page.get_by_role("button", name="Begin").click()
    expect(page).to_have_title(re.compile("^Error:"))
    assert obstacles(page) == []


def test_axe_finds_nothing_on_the_pages_of_ones_account(page: Page, cast: Cast) -> None:
    sign_in(page, cast.editor.email)
    everybody_can_use(page, reverse("account_reauthenticate"))
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    routes = (
        "account",
        "account_details",
        "account_email",
        "account_change_password",
        "account_logout",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "usersessions_list",
        "socialaccount_connections",
    )
    everybody_can_use(page, *map(reverse, routes))


def test_axe_finds_nothing_on_the_pages_of_people(page: Page, cast: Cast) -> None:
    invited = _invited(cast)
    sign_in(page, cast.owner.email)
    everybody_can_use(
        page,
        reverse("members", args=["tarrow"]),
        reverse("member", args=["tarrow", cast.viewer.pk]),
        reverse("place_name", args=["tarrow"]),
        reverse("place_new"),
    )
    answer = page.goto(invited)
    assert answer is not None and answer.status == 403, "it is somebody else's"
    assert obstacles(page) == []


def test_an_owner_removes_somebody_and_takes_it_back(page: Page, cast: Cast) -> None:
    sign_in(page, cast.owner.email)
    page.goto(reverse("members", args=["tarrow"]))
    page.get_by_role("button", name=f"Remove ({cast.editor}").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("is editor again")).to_be_visible()
    assert cast.editor.memberships.get().as_role is Role.EDITOR


def _invited(cast: Cast) -> str:
    by = By.person(cast.owner)

    def link_to(key: str) -> str:
        return reverse("invitation", args=[key])

    asked = invite(place=cast.tarrow, emails=["nia@tarrow.example"], role=Role.VIEWER, link_to=link_to, by=by)
    return asked[0].link
