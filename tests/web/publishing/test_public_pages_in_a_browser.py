"""An officer publishes in a browser; then a visitor without JavaScript or cookies reads every kind of page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse
from made_record import PLAN, SECOND, action_id, made_record
from playwright.sync_api import Browser, Page, sync_playwright
from published_place import publish_record
from pytest_django.live_server_helper import LiveServer
from site_cast import Cast

from turntide.web.plans.models import Plan
from turntide.web.publishing.rules.about import About

ABOUT = About(
    name="Tarrow",
    summary="We want everybody in Tarrow to move a little more.",
    contact="active@tarrow.example",
    licence="OGL-UK-3.0",
    words={action_id(1): "Walk together along the quay"},
)


PHONE, DESK = {"width": 320, "height": 800}, {"width": 1280, "height": 800}


def test_an_officer_publishes(live_server: LiveServer, cast: Cast, tarrow_plan: Plan) -> None:
    client = Client()
    client.force_login(cast.owner)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    with _browser() as browser:
        context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
        context.add_cookies([cookie])  # type: ignore[list-item]
        _publish(context.new_page(), live_server.url, tarrow_plan)


def test_a_resident_reads(live_server: LiveServer, cast: Cast, tmp_path: Path) -> None:
    publish_record(cast.tarrow, made_record(), ABOUT)
    with _browser() as browser:
        _read(browser, live_server.url, tmp_path)


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


def _publish(page: Page, site: str, plan: Plan) -> None:
    page.goto(site + reverse("public_site", args=["tarrow"]))
    page.get_by_role("link", name=plan.title, exact=True).click()
    page.get_by_label("Show this plan to the public").check()
    page.get_by_label("The plan in plain English").fill("We help more people to walk.")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Look and publish").click()
    _checked(page)
    page.get_by_role("link", name="Look at the pages as the public would see them").click()
    page.get_by_text("Nobody but the people of this place sees this yet.").wait_for()
    page.get_by_role("link", name=plan.title).click()
    page.get_by_text("We help more people to walk.").wait_for()
    page.get_by_role("link", name="Back to publishing").click()
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("button", name="Open the page").click()
    _checked(page)
    for name in ("public_settings", "public_words"):
        of = [plan.pk] if name == "public_words" else []
        page.goto(site + reverse(name, args=["tarrow", *of]))
        _checked(page)


def _read(browser: Browser, site: str, folder: Path) -> None:
    # axe needs scripts to look at a page; that the page itself needs none is seen without them.
    seen = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    bare = browser.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    looked_at, page = seen.new_page(), bare.new_page()
    story = made_record().stories[0].id
    for path in (
        *("", f"plans/{PLAN}/", f"plans/{SECOND}/", f"plans/{PLAN}/actions/", "changes/", "stories/"),
        *(f"actions/{action_id(1)}/", f"actions/{action_id(5)}/", f"actions/{action_id(8)}/"),
        *(f"themes/{made_record().headings[0].id}/", f"stories/{story}/", "figures/"),
        *("figures/freshness-silent/", "search/?q=quay", "search/?q=xyzzy", "accessibility/", "cy/"),
    ):
        looked_at.goto(f"{site}/in/tarrow/{path}")
        _checked(looked_at)
    looked_at.goto(f"{site}/in/nowhere/")
    _checked(looked_at)
    assert seen.cookies() == []
    page.goto(f"{site}/in/tarrow/")
    page.get_by_role("searchbox").fill("together quay")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Walk together along the quay").click()
    page.get_by_text("Two walking groups began on the quay.").first.wait_for()
    page.screenshot(path=folder / "action.png", full_page=True)
    assert bare.cookies() == []


def _checked(page: Page) -> None:
    """Nothing for axe to find on a phone, and nothing wider than the screen there or on a desk."""
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
    for size in (DESK, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
