"""The pages across places in a browser: axe finds nothing, they fit a small screen, and need no script or cookie."""

from __future__ import annotations

from across_published import PLAN, SECOND, THEIRS, other_record, publish_made
from browsing import everybody_can_use, page_of
from made_record import made_record
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer
from site_cast import Cast

ADDRESSES = (
    "/across/",
    "/across/search/?q=quay",
    f"/across/compare/?plan={PLAN}&plan={SECOND}&plan={THEIRS}",
    "/across/involved/",
)


def test_pages_across_places_for_everybody(live_server: LiveServer, cast: Cast) -> None:
    publish_made(cast.tarrow, made_record())
    publish_made(cast.elsewhere, other_record())
    with page_of(live_server.url) as page:
        everybody_can_use(page, *(live_server.url + address for address in ADDRESSES))
        assert not page.context.cookies()


def test_plans_are_laid_side_by_side_without_scripts(live_server: LiveServer, cast: Cast) -> None:
    publish_made(cast.tarrow, made_record())
    publish_made(cast.elsewhere, other_record())
    with page_of(live_server.url, width=320, scripts=False) as plain:
        plain.goto(live_server.url + "/across/")
        plain.get_by_role("link", name="Compare plans").click()
        plain.get_by_label("Tarrow active plan").check()
        plain.get_by_label("Moving more in Wexcombe").check()
        plain.get_by_role("button", name="Lay side by side").click()
        expect(plain.get_by_role("table", name="How far the actions are")).to_be_visible()
