"""An officer publishes in a browser; then a visitor without JavaScript or cookies reads every kind of page."""

from __future__ import annotations

from pathlib import Path

from browsing import everybody_can_use, obstacles, page_of
from django.urls import reverse
from made_record import PLAN, SECOND, action_id, made_record
from playwright.sync_api import Page
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


def test_an_officer_publishes(live_server: LiveServer, cast: Cast, tarrow_plan: Plan) -> None:
    with page_of(live_server.url, cast.owner, width=320) as page:
        _publish(page, live_server.url, tarrow_plan)


def test_a_resident_reads(live_server: LiveServer, cast: Cast, tmp_path: Path) -> None:
    publish_record(cast.tarrow, made_record(), ABOUT)
    with page_of(live_server.url) as looked_at, page_of(live_server.url, width=320, scripts=False) as page:
        _look(looked_at, live_server.url)
        _read(page, live_server.url, tmp_path)


def _publish(page: Page, site: str, plan: Plan) -> None:
    page.goto(site + reverse("public_site", args=["tarrow"]))
    page.get_by_role("link", name=plan.title, exact=True).click()
    page.get_by_label("Show this plan to the public").check()
    page.get_by_label("The plan in plain English").fill("We help more people to walk.")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Look and publish").click()
    assert obstacles(page) == []
    page.get_by_role("link", name="Look at the pages as the public would see them").click()
    page.get_by_text("Nobody but the people of this place sees this yet.").wait_for()
    page.get_by_role("link", name=plan.title).click()
    page.get_by_text("We help more people to walk.").wait_for()
    page.get_by_role("link", name="Back to publishing").click()
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("button", name="Open the page").click()
    assert obstacles(page) == []
    for name in ("public_settings", "public_words"):
        of = [plan.pk] if name == "public_words" else []
        page.goto(site + reverse(name, args=["tarrow", *of]))
        assert obstacles(page) == []


def _look(page: Page, site: str) -> None:
    """axe needs scripts to look at a page; that the page itself needs none is seen without them."""
    record = made_record()
    paths = (
        *("", f"plans/{PLAN}/", f"plans/{SECOND}/", f"plans/{PLAN}/actions/", "changes/", "stories/"),
        *(f"actions/{action_id(1)}/", f"actions/{action_id(5)}/", f"actions/{action_id(8)}/"),
        *(f"themes/{record.headings[0].id}/", f"stories/{record.stories[0].id}/", "figures/"),
        *("figures/freshness-silent/", "search/?q=quay", "search/?q=xyzzy", "accessibility/", "cy/"),
    )
    everybody_can_use(page, *(f"{site}/in/tarrow/{path}" for path in paths))
    page.goto(f"{site}/in/nowhere/")
    assert obstacles(page) == []
    assert page.context.cookies() == []


def _read(page: Page, site: str, folder: Path) -> None:
    page.goto(f"{site}/in/tarrow/")
    page.get_by_role("searchbox").fill("together quay")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Walk together along the quay").click()
    page.get_by_text("Two walking groups began on the quay.").first.wait_for()
    page.screenshot(path=folder / "action.png", full_page=True)
    assert page.context.cookies() == []
