"""Answering by Excel in a browser: axe finds nothing, nothing runs off the page, and it works without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from delivery_fixtures import Asked
from django.test import Client
from partner import path_of
from playwright.sync_api import Page, sync_playwright
from pytest_django.live_server_helper import LiveServer
from sheets_by_hand import InHand
from site_cast import Cast

from turntide.web.delivery.models import Update
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import Author, hand_in
from turntide.web.delivery.services.sheets import sheet_for
from turntide.web.delivery.store.sheets.columns import ACTIONS

CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


@contextmanager
def browser_page(
    width: int, *, scripts: bool = True, session: tuple[str, str] | None = None
) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        context = browser.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=scripts, accept_downloads=True
        )
        if session:
            context.add_cookies([{"name": "sessionid", "value": session[1], "url": session[0]}])
        yield context.new_page()
        browser.close()


def checked(page: Page) -> None:
    """Nobody is kept out of what the page shows."""
    page.wait_for_function("document.body.classList.contains('js-enabled')")
    found = [(broken["id"], broken["nodes"]) for broken in Axe().run(page).response["violations"]]
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert (page.url, found, wider) == (page.url, [], 0)


@pytest.fixture
def sheet(asked: Asked, tmp_path: Path) -> Path:
    """Ray's sheet with one of each: ready, faulty, in conflict, and a row that is nobody's."""
    ready, faulty, conflict = asked.requests(asked.ray)
    hand = InHand(sheet_for(asked.of(asked.ray)).body)
    hand.fill(
        ready.action.text, lifecycle="Delivering", confidence="Green", done="Opened the path.\nTwo benches."
    )
    hand.fill(faulty.action.text, lifecycle="Delivering", confidence="Amber", recovers_on="soon")
    hand.fill(conflict.action.text, lifecycle="Complete", done="Said in the sheet.")
    hand.write(ACTIONS, hand.page(ACTIONS).max_row + 1, done="A note of mine")
    said = Said(lifecycle="planning", confidence="green", done="Said on the page.")
    hand_in(request=conflict, said=said, saw=0, author=Author.from_link(asked.ray))
    file = tmp_path / "my sheet.xlsx"
    file.write_bytes(hand.saved())
    return file


@pytest.fixture
def link(asked: Asked, live_server: LiveServer) -> str:
    """Where Ray's letter leads. Made before a browser runs, which shares its thread with nobody."""
    return live_server.url + path_of(asked.of(asked.ray))


@pytest.fixture
def session(cast: Cast, live_server: LiveServer) -> tuple[str, str]:
    client = Client()
    client.force_login(cast.editor)
    return live_server.url, client.cookies["sessionid"].value


@pytest.mark.parametrize("width", [1280, 320])
def test_a_partner_sends_a_sheet_back(live_server: LiveServer, link: str, sheet: Path, width: int) -> None:
    with browser_page(width) as page:
        page.goto(link)
        page.goto(f"{live_server.url}/answer/sheet/back/")
        checked(page)
        page.locator("input[type=file]").set_input_files(sheet)
        page.get_by_role("button", name="Send and look").click()
        page.get_by_role("heading", name="Ready to be handed in").wait_for()
        checked(page)
        page.get_by_role("button", name="Hand in").click()
        page.get_by_text("1 update was handed in.").wait_for()
        checked(page)
    assert {update.done for update in Update.objects.all()} == {
        "Opened the path.\nTwo benches.",
        "Said on the page.",
    }


def test_it_works_without_javascript(live_server: LiveServer, link: str, sheet: Path) -> None:
    with browser_page(320, scripts=False) as page:
        page.goto(link)
        page.goto(f"{live_server.url}/answer/sheet/back/")
        with page.expect_download() as coming:
            page.get_by_role("button", name="Download your sheet").click()
        assert InHand(Path(coming.value.path()).read_bytes()).has(ACTIONS)
        page.locator("input[type=file]").set_input_files(sheet)
        page.get_by_role("button", name="Send and look").click()
        page.get_by_label("Hand in what the sheet says instead").check()
        page.get_by_role("button", name="Hand in").click()
        assert page.get_by_text("2 updates were handed in.").is_visible()
    assert "Said in the sheet." in {update.done for update in Update.objects.all()}


@pytest.mark.parametrize("width", [1280, 320])
def test_an_officer_brings_sheets_in(
    session: tuple[str, str], asked: Asked, cast: Cast, sheet: Path, width: int
) -> None:
    other = sheet.with_name("notes.xlsx")
    other.write_bytes(b"no workbook")
    with browser_page(width, session=session) as page:
        page.goto(f"{session[0]}/places/tarrow/rounds/{asked.round.pk}/sheets/")
        checked(page)
        page.locator("input[type=file]").set_input_files([sheet, other])
        page.get_by_role("button", name="Send and look").click()
        page.get_by_role("heading", name="Ready to be handed in").wait_for()
        checked(page)
        page.get_by_role("button", name="Hand in").click()
        page.get_by_text("1 update was handed in.").wait_for()
    assert Update.objects.get(via="sheet").entered_by == cast.editor


def test_what_is_refused_says_why(live_server: LiveServer, link: str, tmp_path: Path) -> None:
    file = tmp_path / "notes.xlsx"
    file.write_bytes(b"no workbook")
    with browser_page(320) as page:
        page.goto(link)
        page.goto(f"{live_server.url}/answer/sheet/back/")
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_role("button", name="Send and look").click()
        page.locator(".govuk-error-summary").wait_for()
        assert "is not an Excel workbook" in page.locator(".govuk-error-summary").inner_text()
        checked(page)
