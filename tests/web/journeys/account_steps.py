"""Steps of people: the first account, a place, somebody who joins."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from visitor import Visitor

ADA = ("Ada Lindqvist", "ada@tarrow.example")
PASSWORD = "tidal marmalade lantern oak"
PLACE = re.compile(r"/places/[\w-]+/$")


def given_a_first_account(somebody: Visitor, name: str, email: str, password: str) -> None:
    somebody.go("/")
    somebody.write("Your name", name)
    somebody.write("E-mail address", email)
    somebody.write("Password", password)
    somebody.write("Your place", "Tarrow")
    somebody.press_button("Begin")
    expect(somebody.page).to_have_url(PLACE)


def given_a_place(somebody: Visitor, name: str) -> None:
    """A new place, in which nothing stands."""
    somebody.page.goto("/account/new-place/")
    somebody.page.locator("main input[name=name]").fill(name)
    somebody.page.locator("main form button[type=submit]").last.click()
    expect(somebody.page).to_have_url(PLACE)
    somebody.place = somebody.path


def when_somebody_is_invited(owner: Visitor, email: str, role: str) -> str:
    """The address of their invitation."""
    owner.go("people/")
    owner.write("E-mail addresses", email)
    owner.main.get_by_label(role).check()
    owner.press_button("Invite")
    return owner.main.inner_text().split("/invitations/")[1].split("/")[0].join(("/invitations/", "/"))


def when_they_join(somebody: Visitor, invitation: str, name: str) -> None:
    somebody.go(invitation)
    somebody.write("Your name", name)
    somebody.write("Choose a password", PASSWORD)
    somebody.press_button("Make an account and join")
    expect(somebody.page).to_have_url(PLACE)
