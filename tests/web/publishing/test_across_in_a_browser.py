"""The pages across places in a browser: axe finds nothing, they fit a small screen, and need no script or cookie."""

from __future__ import annotations

from across_published import PLAN, SECOND, THEIRS, other_record, publish_made
from axe_playwright_python.sync_playwright import Axe
from made_record import made_record
from playwright.sync_api import Page, sync_playwright
from pytest_django.live_server_helper import LiveServer
from site_cast import Cast

CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
ADDRESSES = (
    "/across/",
    "/across/search/?q=quay",
    f"/across/compare/?plan={PLAN}&plan={SECOND}&plan={THEIRS}",
    "/across/involved/",
)


def fits(page: Page) -> bool:
    """Whether nothing runs off the page sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_pages_across_places_for_everybody(live_server: LiveServer, cast: Cast) -> None:
    publish_made(cast.tarrow, made_record())
    publish_made(cast.elsewhere, other_record())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(viewport={"width": 320, "height": 700})
        for address in ADDRESSES:
            page.goto(live_server.url + address)
            assert fits(page), address
            found = Axe().run(page).response["violations"]
            assert not found, (address, [(each["id"], each["nodes"][0]["html"]) for each in found])
        assert not page.context.cookies()
        plain = browser.new_context(java_script_enabled=False).new_page()
        plain.goto(live_server.url + "/across/")
        plain.get_by_role("link", name="Compare plans").click()
        plain.get_by_label("Tarrow active plan").check()
        plain.get_by_label("Moving more in Wexcombe").check()
        plain.get_by_role("button", name="Lay side by side").click()
        assert plain.get_by_role("table", name="How far the actions are").is_visible()
        browser.close()
