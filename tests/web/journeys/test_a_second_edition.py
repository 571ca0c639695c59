"""A revised file becomes the plan's next edition: what was said and done stays with the actions that survive."""

from __future__ import annotations

import re
from pathlib import Path

from every_page import faults_everywhere
from intake_steps import (
    then_its_reading_is_shown,
    when_a_file_is_brought_in,
    when_findings_are_mended,
    when_the_reading_is_adopted,
)
from journeys_fixtures import Visiting
from plan_steps import when_it_is_opened
from playwright.sync_api import expect
from two_editions import ADDED, DROPPED, FIRST, REWORDED, first_edition, second_edition
from visitor import Visitor

COMMENT = "The board asked for this one first."


def test_history_and_comments_stay_with_actions_that_survive(visiting: Visiting, tmp_path: Path) -> None:
    with visiting() as officer:
        mends = given_a_plan_of_an_edition(officer, first_edition(tmp_path))
        plan = officer.path
        reworded = given_a_comment(officer, plan, FIRST.text)
        dropped = given_a_comment(officer, plan, DROPPED.text)
        when_a_file_is_brought_in(officer, second_edition(tmp_path))
        then_its_reading_is_shown(officer)
        when_it_is_said_to_be_a_new_edition(officer)
        then_the_mends_were_made_again(officer, mends)
        then_what_changes_is_shown(officer)
        when_the_reading_is_adopted(officer)
        assert officer.path == plan
        then_it_has_words_comment_and_history(officer, reworded)
        then_what_was_dropped_is_kept_aside(officer, dropped)
        when_it_is_looked_for(officer, plan, ADDED.text)


def given_a_plan_of_an_edition(officer: Visitor, file: Path) -> int:
    when_a_file_is_brought_in(officer, file)
    then_its_reading_is_shown(officer)
    mends = when_findings_are_mended(officer)
    when_the_reading_is_adopted(officer)
    return mends


def when_it_is_looked_for(officer: Visitor, plan: str, words: str) -> None:
    officer.go(f"{plan}table/")
    when_it_is_opened(officer, words)


def given_a_comment(officer: Visitor, plan: str, words: str) -> str:
    """The address of the action on which it was made."""
    when_it_is_looked_for(officer, plan, words)
    action = officer.path
    box = officer.main.locator("form[action$='/comment/'] textarea")
    officer.hands.write(officer.page, box, COMMENT)
    officer.press_button("Add")
    expect(officer.main.get_by_text(COMMENT).first).to_be_visible()
    return action


def when_it_is_said_to_be_a_new_edition(officer: Visitor) -> None:
    officer.press_button("Yes, a new edition")


def then_the_mends_were_made_again(officer: Visitor, mends: int) -> None:
    expect(
        officer.main.get_by_text(re.compile(rf"{mends} mends of the edition before were made again"))
    ).to_be_visible()
    expect(officer.page.locator("#mends li")).to_have_count(mends)


def then_what_changes_is_shown(officer: Visitor) -> None:
    """Each kind of change, and the words that differ."""
    officer.press_button("What changes")
    kinds = officer.main.get_by_role("navigation", name="Kinds of change")
    for kind in ("reworded", "moved", "added", "dropped"):
        link = kinds.get_by_role("link", name=re.compile(kind))
        expect(link).to_be_visible()
        officer.press(link)
        assert (kind, faults_everywhere(officer.page, media=("screen",))) == (kind, [])
    officer.press(kinds.get_by_role("link", name=re.compile("reworded")))
    expect(officer.main.locator("ins").filter(has_text="loft")).to_be_visible()


def then_it_has_words_comment_and_history(officer: Visitor, action: str) -> None:
    officer.go(action)
    expect(officer.page.get_by_role("heading", level=1)).to_contain_text(REWORDED.text)
    expect(officer.main.get_by_text(COMMENT)).to_be_visible()
    officer.go(f"{action}history/")
    entries = officer.main.locator("ol > li")
    expect(entries).to_have_count(2)
    expect(entries.first.locator("ins")).to_contain_text("loft")


def then_what_was_dropped_is_kept_aside(officer: Visitor, action: str) -> None:
    officer.go(action)
    expect(officer.main.get_by_text(re.compile("retired|no longer", re.IGNORECASE)).first).to_be_visible()
    expect(officer.main.get_by_text(COMMENT)).to_be_visible()
