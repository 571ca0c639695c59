"""Steps in an adopted plan: find an action, open it, see where it comes from, change it, take the change back."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, expect
from visitor import Visitor

ACTION = re.compile(r"/actions/[0-9a-f-]{36}/$")
ADDED = "and say how it went at each meeting"
BY_HAND = "Open the towpath to wheels and walkers"


def given_an_action(officer: Visitor) -> str:
    """The words of an action of the plan that is shown; one is added where the plan has none."""
    plan = officer.path
    officer.go(f"{plan}table/")
    rows = _rows(officer)
    if rows.count():
        return rows.first.inner_text()
    officer.go(plan)
    officer.unfold("More to do")
    officer.press_link("Add an action")
    officer.write("Action", BY_HAND)
    officer.press(officer.main.locator("form button[type=submit]").last)
    expect(officer.main.get_by_text("The action was added.")).to_be_visible()
    return BY_HAND


def when_it_is_searched_for(officer: Visitor, words: str) -> None:
    """By a few words of it, in the search of every page."""
    few = " ".join(re.findall(r"\w{3,}", words)[:4])
    box = officer.page.get_by_role("searchbox", name="Search all plans")
    officer.hands.write(officer.page, box, few)
    officer.press(officer.page.get_by_role("search", name="Search all plans").get_by_role("button"))
    expect(officer.page).to_have_url(re.compile(r"/search/\?q="))


def then_it_is_found(officer: Visitor, words: str) -> None:
    expect(_link_of(officer, words).first).to_be_visible()


def when_the_list_is_filtered(officer: Visitor, plan: str, words: str) -> None:
    """To what stands under the first heading there is, and by a word of it."""
    officer.go(f"{plan}table/")
    everything = _found(officer)
    longest = max(re.findall(r"\w+", words), key=len)
    if officer.main.locator(".tt-fold").count():
        officer.unfold("Filters")
    officer.write("Words", longest)
    under = officer.main.get_by_label("Status", exact=True)
    officer.hands.choose(officer.page, under, "Any status")
    officer.press_button("Apply filters")
    expect(officer.main.locator(".tt-chips")).to_be_visible()
    assert _found(officer) <= everything


def when_it_is_opened(officer: Visitor, words: str) -> None:
    officer.press(_link_of(officer, words).first)
    expect(officer.page).to_have_url(ACTION)
    expect(officer.page.get_by_role("heading", level=1)).to_contain_text(words[:40])


def then_its_source_is_shown(officer: Visitor, file: Path) -> None:
    """Where it stands in the document, and the very file that was brought in."""
    expect(officer.page.get_by_role("heading", name="Where this comes from")).to_be_visible()
    if officer.page.get_by_role("heading", level=1, name=BY_HAND).count():
        expect(officer.main.get_by_text("It stands in no document.")).to_be_visible()
        return
    original = officer.main.get_by_role("link", name=file.name).first
    with officer.page.expect_download() as saved:
        officer.press(original)
    assert saved.value.path().read_bytes() == file.read_bytes()


def when_it_is_edited(officer: Visitor, words: str) -> str:
    """Words are added to it. What it then says."""
    officer.press_button("Change")
    expect(officer.page).to_have_url(re.compile("/edit/$"))
    officer.write("Action", f"{words} {ADDED}")
    officer.write("When, in words", "By March 2029")
    officer.press(officer.main.locator("form:has(textarea[name=text]) button[type=submit]").last)
    expect(officer.page).to_have_url(ACTION)
    expect(officer.page.get_by_role("heading", level=1)).to_contain_text(ADDED)
    expect(officer.main.get_by_text("By March 2029").first).to_be_visible()
    return f"{words} {ADDED}"


def then_its_history_tells(officer: Visitor) -> None:
    """Who changed it, and from what to what."""
    officer.press_link("The whole history of this action")
    newest = officer.main.locator("ol > li").first
    expect(newest).to_contain_text("by Ada Lindqvist")
    expect(newest.locator("ins").first).to_contain_text(re.compile("meeting|March 2029"))


def when_the_change_is_undone(officer: Visitor) -> None:
    officer.press(officer.main.get_by_role("button", name=re.compile("^Undo")).first)
    expect(officer.main.get_by_text("It was undone.")).to_be_visible()


def then_it_says_again(officer: Visitor, action: str, words: str) -> None:
    officer.go(action)
    heading = officer.page.get_by_role("heading", level=1)
    expect(heading).to_contain_text(words[:40])
    expect(heading).not_to_contain_text(ADDED)


def _rows(officer: Visitor) -> Locator:
    return officer.main.locator("tbody th[scope=row] a[href*='/actions/']").filter(has_not_text="Change")


def _link_of(officer: Visitor, words: str) -> Locator:
    return officer.main.locator("a[href*='/actions/']").filter(has_text=words)


def _found(officer: Visitor) -> int:
    return int(re.findall(r"\d+", officer.main.locator("#list [role=status]").inner_text())[0])
