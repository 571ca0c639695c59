"""Steps of bringing a plan in, looking at its reading, mending it and adopting it."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, expect
from visitor import READ_WITHIN, Visitor

PLAN = re.compile(r"/plans/[0-9a-f-]{36}/$")
ONE_CLICK = "#finding form:has(input[name=mend]) button"


def when_a_file_is_brought_in(officer: Visitor, file: Path) -> None:
    officer.go("bring-in/")
    officer.hands.hand_in(officer.page, officer.main.locator("input[type=file]"), file)
    officer.press_button("Bring in")


def then_its_reading_is_shown(officer: Visitor) -> None:
    """However long the reading takes, the page comes to it by itself."""
    heading = officer.page.get_by_role("heading", name="What we read", exact=True)
    expect(heading).to_be_visible(timeout=READ_WITHIN)
    expect(officer.page.get_by_role("heading", name="The document", exact=True)).to_be_visible()


def when_findings_are_mended(officer: Visitor, wanted: int = 2) -> int:
    """Take the mends that findings offer; what is left to reach the number is mended by hand. How many were made."""
    made = 0
    while made < wanted and _turn_to_a_mend(officer):
        _mend(officer, officer.page.locator(ONE_CLICK).first)
        made += 1
    while made < wanted and _choose_what_can_be_mended(officer):
        _mend(officer, officer.page.locator("#chosen").get_by_role("button", name="This is a note"))
        made += 1
    return made


def _turn_to_a_mend(officer: Visitor) -> bool:
    """Go from finding to finding until one can be mended with one click."""
    officer.page.wait_for_load_state()
    onward = officer.page.locator("#finding-after")
    while not officer.page.locator(ONE_CLICK).count():
        if not onward.count():
            return False
        words = officer.page.locator("#finding-text").inner_text()
        officer.press(onward)
        expect(officer.page.locator("#finding-text")).not_to_have_text(words)
    return True


def _choose_what_can_be_mended(officer: Visitor) -> bool:
    """Choose an action of the reading, and open what can be said of it."""
    officer.page.wait_for_load_state()
    action = officer.page.locator(".iw-action__text").last
    if not action.count():
        return False
    officer.press(action)
    expect(officer.page.locator("#chosen")).to_be_visible()
    officer.press(officer.page.locator("#chosen summary", has_text="Mend this"))
    return True


def _mend(officer: Visitor, button: Locator) -> None:
    made = officer.page.locator("#mends li").count()
    officer.press(button)
    expect(officer.page.locator("#mends li")).to_have_count(made + 1)
    expect(officer.main.get_by_role("button", name="Undo", exact=True)).to_be_visible()


def then_the_source_lights_up(officer: Visitor) -> None:
    """Choose an action: its cells are marked. Choose one of them: what it became is told."""
    officer.press(officer.page.locator(".iw-action__text").first)
    marked = officer.page.locator(".tt-source .tt-lit")
    expect(marked.first).to_be_attached()
    officer.press(officer.page.locator("#chosen dd a").first)
    expect(officer.page.locator("#chosen .iw-became")).to_be_visible()


def when_the_reading_is_adopted(officer: Visitor) -> None:
    officer.press_button(re.compile("^Adopt this (plan|edition)$"))
    title = officer.main.get_by_label("Title of the plan")
    if not title.input_value().strip():
        officer.write("Title of the plan", "A plan without a name")
    officer.press_button("Adopt")
    expect(officer.page).to_have_url(PLAN)
