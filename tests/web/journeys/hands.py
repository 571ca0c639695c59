"""How a visitor uses a page: by mouse, touch, or the keys alone. A journey is written once for all three."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import FileChooser, Locator, Page
from playwright.sync_api import TimeoutError as NothingHappened

FARTHEST = 400
"""So many presses of Tab at most lead to anything on a page."""
PRESSED_AGAIN, LAST_PRESSED = 4_000, 20_000
"""Milliseconds after which a key that did nothing is pressed once more, and those that the last press has."""

# Follows the focus from one press of Tab to the next: what has it can be seen, and stands further on in the page,
# or begins it again.
FOCUS = """async target => {
  const now = document.activeElement, before = window.hadFocus;
  window.hadFocus = now;
  if (!now || now === document.body) return {arrived: false, seen: true, onward: true, what: "body"};
  const onScreen = () => {
    const box = now.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  };
  for (let frames = 0; frames < 60 && !onScreen(); frames++) await new Promise(requestAnimationFrame);
  const style = getComputedStyle(now);
  const label = now.id && document.querySelector(`label[for="${CSS.escape(now.id)}"]`);
  const drawn = [style, getComputedStyle(now, "::before"), label && getComputedStyle(label, "::before")];
  const marked = drawn.some(one => one && (one.outlineStyle !== "none" && parseFloat(one.outlineWidth) > 0
    || one.boxShadow !== "none"));
  const again = now.classList.contains("govuk-skip-link");
  const onward = again || !before || !before.isConnected || before === now
    || Boolean(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING);
  const top = Math.round(now.getBoundingClientRect().top);
  const what = `${now.outerHTML.slice(0, 120)} (marked: ${marked}, ${top} down of ${innerHeight}, page at ${scrollY})`;
  return {arrived: now === target, seen: marked && onScreen(), onward, what};
}"""


class Hands(Protocol):
    """What hands can do."""

    def press(self, page: Page, target: Locator) -> None:
        """Press a link, a button, a tick or the summary of what is folded."""

    def write(self, page: Page, target: Locator, words: str) -> None:
        """Write into a box, in place of what stands there."""

    def choose(self, page: Page, target: Locator, words: str) -> None:
        """Choose from a list."""

    def hand_in(self, page: Page, target: Locator, file: Path) -> None:
        """Choose a file."""


class Mouse:
    """With a mouse."""

    def press(self, page: Page, target: Locator) -> None:
        target.click()

    def write(self, page: Page, target: Locator, words: str) -> None:
        target.fill(words)

    def choose(self, page: Page, target: Locator, words: str) -> None:
        target.select_option(label=words)

    def hand_in(self, page: Page, target: Locator, file: Path) -> None:
        target.set_input_files(file)


class Touch(Mouse):
    """With a finger."""

    def press(self, page: Page, target: Locator) -> None:
        target.tap()


class Keys:
    """With the keyboard alone."""

    def press(self, page: Page, target: Locator) -> None:
        self._lead_to(page, target)
        ticked = target.get_attribute("type") in ("checkbox", "radio")
        page.keyboard.press("Space" if ticked else "Enter")

    def write(self, page: Page, target: Locator, words: str) -> None:
        self._lead_to(page, target)
        page.keyboard.press("Control+a")
        page.keyboard.type(words)

    def choose(self, page: Page, target: Locator, words: str) -> None:
        self._lead_to(page, target)
        page.keyboard.press("Home")
        for _ in range(target.locator("option").count()):
            if target.locator("option:checked").inner_text() == words:
                return
            page.keyboard.press("ArrowDown")
        raise AssertionError(f"The keys do not lead to {words!r}.")

    def hand_in(self, page: Page, target: Locator, file: Path) -> None:
        # With scripts a button stands for the bare control, once they have come.
        page.wait_for_load_state("networkidle")
        button = page.locator(".govuk-file-upload-button")
        self._lead_to(page, button if button.count() else target)
        page.bring_to_front()
        self._choose_a_file(page).set_files(file)

    def _choose_a_file(self, page: Page) -> FileChooser:
        """A key pressed while a window is still coming to the front goes nowhere: a person presses it again."""
        for patience in (PRESSED_AGAIN, PRESSED_AGAIN, LAST_PRESSED):
            try:
                with page.expect_file_chooser(timeout=patience) as opened:
                    page.keyboard.press("Space")
                return opened.value
            except NothingHappened:
                continue
        raise AssertionError("The keys do not lead to choosing a file.")

    def _lead_to(self, page: Page, target: Locator) -> None:
        """Press Tab until the focus is there; at each step it must be seen, and lie further on."""
        # What scripts add as a page comes up would push away what has the focus.
        page.wait_for_load_state("networkidle")
        target.wait_for()
        element = target.element_handle()
        for _ in range(FARTHEST):
            page.keyboard.press("Tab")
            focus = _settled_focus(page, element)
            if focus["what"] == "body":
                continue
            assert focus["seen"], f"The focus cannot be seen on {focus['what']}"
            assert focus["onward"], f"The focus goes back to {focus['what']}"
            if focus["arrived"]:
                return
        raise AssertionError(f"The Tab key does not lead to {target}.")


def _settled_focus(page: Page, element: Any) -> Any:
    """Where the focus is. What comes up late may push it out of sight once; going back and forth brings it there."""
    focus = _waited_for(page, element)
    if focus["what"] != "body" and not focus["seen"]:
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        focus = _waited_for(page, element)
    return focus


def _waited_for(page: Page, element: Any) -> Any:
    """Where the focus is. A page scrolls to it in a moment of its own, which is waited for."""
    focus = page.evaluate(FOCUS, element)
    for _ in range(20):
        if focus["what"] == "body" or focus["seen"]:
            break
        page.wait_for_timeout(50)
        focus = page.evaluate(FOCUS, element)
    return focus
