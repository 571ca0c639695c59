"""Two people on one page: what the second says is not written over the first, and not lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from account_steps import when_somebody_is_invited, when_they_join
from every_page import faults_of_frame
from intake_steps import then_its_reading_is_shown, when_a_file_is_brought_in, when_the_reading_is_adopted
from journeys_fixtures import Visiting
from plan_steps import given_an_action, when_it_is_opened
from playwright.sync_api import Browser, expect
from visitor import Visitor, visitor

EXAMPLE = Path(__file__).parents[3] / "examples" / "wexcombe-walking-tables.md"


@pytest.fixture
def ada_and_bo(visiting: Visiting, browser: Browser, site: str) -> Iterator[tuple[Visitor, Visitor]]:
    """The owner of a place, and an editor whom she invited. Both look at the same reading."""
    with visiting() as owner, visitor(browser, site) as editor:
        email = f"bo@{owner.place.strip('/').split('/')[-1]}.example"
        invitation = when_somebody_is_invited(owner, email, "Editor")
        when_they_join(editor, invitation, "Bo Marlow")
        editor.place = owner.place
        when_a_file_is_brought_in(owner, EXAMPLE)
        then_its_reading_is_shown(owner)
        yield owner, editor


def test_the_second_mend_waits_until_the_first_was_seen(ada_and_bo: tuple[Visitor, Visitor]) -> None:
    ada, bo = ada_and_bo
    bo.go(ada.path)
    for person, nth in ((ada, 0), (bo, 1)):
        person.press(person.page.locator(".iw-action__text").nth(nth))
        person.press(person.page.locator("#chosen summary", has_text="Mend this"))
    a_note = "This is a note"
    ada.press_button(a_note)
    expect(ada.page.locator("#mends li")).to_have_count(1)
    bo.press_button(a_note)
    then_it_is_told_what_happened(bo)
    bo.press_button("Say it now as well")
    expect(bo.page.locator("#mends li")).to_have_count(2)


def then_it_is_told_what_happened(second: Visitor) -> None:
    expect(
        second.main.get_by_text("Nothing of yours was written, and nothing of theirs was lost")
    ).to_be_visible()
    expect(second.main.get_by_role("heading", name="You wanted to say")).to_be_visible()
    expect(second.main.get_by_text("Ada Lindqvist").first).to_be_visible()
    assert faults_of_frame(second.page) == []


def test_the_second_edit_shows_what_the_first_wrote(ada_and_bo: tuple[Visitor, Visitor]) -> None:
    ada, bo = ada_and_bo
    when_the_reading_is_adopted(ada)
    when_it_is_opened(ada, given_an_action(ada))
    action = ada.path
    for person in (ada, bo):
        person.go(f"{action}edit/")
    ada.write("When, in words", "By March 2031")
    when_it_is_saved(ada)
    expect(ada.main.get_by_text("By March 2031").first).to_be_visible()
    bo.write("Detail", "Told at every meeting of the board")
    when_it_is_saved(bo)
    expect(
        bo.main.get_by_role("heading", name=re.compile("changed this while you were writing"))
    ).to_be_visible()
    expect(bo.main.get_by_label(re.compile("^When, in words"))).to_have_value("By March 2031")
    expect(bo.main.get_by_label(re.compile("^Detail"))).to_have_value("Told at every meeting of the board")
    when_it_is_saved(bo)
    expect(bo.main.get_by_text("By March 2031").first).to_be_visible()
    expect(bo.main.get_by_text("Told at every meeting of the board").first).to_be_visible()


def when_it_is_saved(person: Visitor) -> None:
    person.press(person.main.locator("form:has(textarea[name=text]) button[type=submit]").last)
