"""The one browser of a process of tests, and the windows that tests open in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from turntide.web.accounts.models import Person

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
"""The lighter one first: it draws the same and takes a third of the processor's time."""
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]
HEIGHT = 800


@dataclass
class _Running:
    """What is started at most once a process, when the first test asks for it."""

    playwright: Playwright | None = None
    browser: Browser | None = None


_running = _Running()


def the_browser() -> Browser:
    """Chromium, started when it is first asked for; begun anew should it have died meanwhile."""
    if _running.playwright is None:
        assert CHROMIUM, "these tests need Debian's chromium: run scripts/debian-packages"
        # Playwright keeps an event loop in this thread, in which nothing of ours runs: rows may be asked for.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        _running.playwright = sync_playwright().start()
    if _running.browser is None or not _running.browser.is_connected():
        _running.browser = _running.playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
    return _running.browser


def close_the_browser() -> None:
    """At the end of all tests of this process."""
    if _running.browser is not None and _running.browser.is_connected():
        _running.browser.close()
    if _running.playwright is not None:
        _running.playwright.stop()
    _running.browser = _running.playwright = None


@contextmanager
def window(
    *, width: int = 1280, height: int = HEIGHT, scripts: bool = True, **options: Any
) -> Iterator[BrowserContext]:
    """A profile of its own, without cookies; closed at the end with every page in it."""
    opened = the_browser().new_context(
        viewport={"width": width, "height": height}, java_script_enabled=scripts, **options
    )
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def page_of(
    site: str, person: Person | None = None, *, width: int = 1280, scripts: bool = True, **options: Any
) -> Iterator[Page]:
    """A page of somebody who is signed in on the site, or of a stranger."""
    with window(width=width, scripts=scripts, **options) as opened:
        if person is not None:
            enter(opened, site, person)
        yield opened.new_page()


def enter(opened: BrowserContext, site: str, person: Person) -> None:
    """Sign somebody in, in a window."""
    client = Client()
    client.force_login(person)
    opened.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}])


def obstacles(page: Page, *widths: int) -> list[tuple[object, ...]]:
    """What keeps somebody from using the page as it is, on a desk and on a phone: what axe finds, and what is wider
    than the screen."""
    page.wait_for_load_state()
    page.wait_for_function(
        "!document.querySelector('script[src]') || document.body.classList.contains('js-enabled')"
    )
    found: list[tuple[object, ...]] = []
    before = page.viewport_size
    for width in widths or (1280, 320):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        violations = Axe().run(page).response["violations"]
        found += [(width, broken["id"], broken["nodes"]) for broken in violations]
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [(width, f"{wider} pixels too wide")] if wider > 0 else []
    if before is not None:
        page.set_viewport_size(before)
    return found


def everybody_can_use(page: Page, *addresses: str) -> None:
    """Each of the pages is there, and nothing stands in anybody's way."""
    for address in addresses:
        answer = page.goto(address)
        assert answer is not None and answer.status == 200, address
        assert (address, obstacles(page)) == (address, [])
