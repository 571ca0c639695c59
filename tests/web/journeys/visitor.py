"""Somebody in a browser, who goes from page to page, and what the browser complained of meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from hands import Hands, Mouse
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Response, StorageState

PATIENCE = 20_000
"""Milliseconds within which what should appear appears, on a machine that is busy with other things."""
READ_WITHIN = 120_000
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 640}
# The words with which Chromium tells of an answer that is no 2xx; those of parts of a page are watched themselves.
ANSWERED = "Failed to load resource"


@dataclass
class Visitor:
    """``hands``: with the mouse, or with the keyboard alone. ``place``: the address of the place they are in."""

    page: Page
    hands: Hands
    place: str = ""
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Open an address of the site, or one beneath the place."""
        self.page.goto(path if path.startswith(("/", "http")) else f"{self.place}{path}")

    @property
    def path(self) -> str:
        """The address of the page shown."""
        return re.sub(r"^https?://[^/]+", "", self.page.url)

    @property
    def main(self) -> Locator:
        """What the page is about, without its frame."""
        return self.page.locator("main")

    def press(self, target: Locator) -> None:
        self.hands.press(self.page, target)

    def press_link(self, words: str | re.Pattern[str], exact: bool = False) -> None:
        self.press(self.main.get_by_role("link", name=words, exact=exact).first)

    def press_button(self, words: str | re.Pattern[str], exact: bool = True) -> None:
        self.press(self.main.get_by_role("button", name=words, exact=exact).first)

    def write(self, label: str, words: str) -> None:
        named = re.compile(rf"^\s*{re.escape(label)}(\s+\(optional\))?\s*$")
        self.hands.write(self.page, self.main.get_by_label(named).first, words)

    def unfold(self, summary: str) -> None:
        """Open what is folded, unless it is open already."""
        folded = self.main.locator("details").filter(has=self.page.locator("summary", has_text=summary)).first
        if folded.get_attribute("open") is None:
            self.press(folded.locator("summary").first)

    def watch(self) -> None:
        """Remember each complaint of the browser."""
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(ANSWERED):
            self.complaints.append(f"{self.page.url}: {message.text}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.complaints.append(f"{response.url} answered {response.status}")


@contextmanager
def visitor(
    browser: Browser,
    site: str,
    *,
    signed_in: StorageState | None = None,
    hands: Hands | None = None,
    phone: bool = False,
    scripts: bool = True,
) -> Iterator[Visitor]:
    """A visitor with a browser profile of their own; at the end the browser had nothing to complain of."""
    context: BrowserContext = browser.new_context(
        base_url=site,
        storage_state=signed_in,
        viewport=PHONE if phone else DESK,  # type: ignore[arg-type]
        has_touch=phone,
        java_script_enabled=scripts,
        locale="en-GB",
    )
    context.set_default_timeout(PATIENCE)
    one = Visitor(context.new_page(), hands or Mouse())
    one.watch()
    yield one
    complaints = list(one.complaints)
    context.close()
    assert complaints == []
