"""Axe finds nothing on any page, on the screen, on paper and in forced colours, wide and narrow; nor do we."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from account_steps import PASSWORD
from every_page import faults_everywhere
from journeys_fixtures import next_place
from playwright.sync_api import Browser, StorageState, expect
from site_furnished import Furnished, furnish
from visitor import Visitor, visitor

OWN = (
    *("/account/", "/account/details/", "/account/email/", "/account/password/change/", "/account/2fa/"),
    *("/account/2fa/totp/activate/", "/account/2fa/webauthn/", "/account/2fa/webauthn/add/"),
    *("/account/sessions/", "/account/logout/", "/account/new-place/", "/accessibility/", "/"),
)
SIGNED_OUT = ("/account/login/", "/account/password/reset/", "/account/signup/", "/accessibility/")


@pytest.fixture(scope="module")
def furnished(site: str, browser: Browser, ada: StorageState) -> Furnished:
    with visitor(browser, site, signed_in=ada) as owner:
        next_place(owner)
        return furnish(owner)


@pytest.fixture
def owner(site: str, browser: Browser, ada: StorageState) -> Iterator[Visitor]:
    with visitor(browser, site, signed_in=ada) as one:
        yield one


def faults_of(one: Visitor, addresses: Iterable[str]) -> dict[str, list[str]]:
    """By address, what is wrong there."""
    found: dict[str, list[str]] = {}
    for address in addresses:
        one.go(address)
        found[address] = faults_everywhere(one.page)
    return {address: faults for address, faults in found.items() if faults}


def test_pages_of_a_plan(owner: Visitor, furnished: Furnished) -> None:
    assert faults_of(owner, furnished.of_the_plan) == {}


def test_pages_of_a_place(owner: Visitor, furnished: Furnished) -> None:
    assert faults_of(owner, furnished.of_the_place) == {}


def test_pages_of_bringing_in(owner: Visitor, furnished: Furnished) -> None:
    assert faults_of(owner, furnished.of_the_intake) == {}


def test_pages_of_ones_account(owner: Visitor) -> None:
    owner.go("/account/reauthenticate/")
    owner.write("Password", PASSWORD)
    owner.press_button("Confirm")
    assert faults_of(owner, OWN) == {}


def test_who_has_just_made_their_account_sees_where_they_are_signed_in(owner: Visitor) -> None:
    owner.go("/account/sessions/")
    expect(owner.main.get_by_role("row").filter(has_text="(here)")).to_be_visible()


def test_pages_for_those_who_are_not_signed_in(site: str, browser: Browser, furnished: Furnished) -> None:
    with visitor(browser, site) as stranger:
        assert faults_of(stranger, (*SIGNED_OUT, furnished.invitation, "/invitations/no-such-key/")) == {}


def test_pages_of_what_is_not_there(owner: Visitor, furnished: Furnished) -> None:
    assert faults_of(owner, ("/nowhere/", f"{furnished.place}nowhere/", "/places/not-mine/")) == {}


def test_pages_with_errors(owner: Visitor, furnished: Furnished) -> None:
    """A form that is refused says so in its title, and what is wrong at its top."""
    for address in (
        f"{furnished.action}edit/",
        f"{furnished.plan}add-heading/",
        f"{furnished.place}bring-in/",
    ):
        owner.go(address)
        for box in owner.main.locator("textarea[name=text], input[name=text]").all():
            if box.is_visible():
                box.fill("")
        owner.main.locator("form[method=post] button[type=submit]:not(.tt-linklike)").last.click()
        owner.main.locator(".govuk-error-summary").wait_for()
        expect(owner.page).to_have_title(re.compile("^Error: "))
        assert (address, faults_everywhere(owner.page)) == (address, [])
