"""Answering by Excel in a browser: axe finds nothing, nothing runs off the page, and it works without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import obstacles, page_of
from delivery_fixtures import Asked
from partner import path_of
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer
from sheets_by_hand import InHand
from site_cast import Cast

from turntide.web.delivery.models import Update
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import Author, hand_in
from turntide.web.delivery.services.sheets import sheet_for
from turntide.web.delivery.store.sheets.columns import ACTIONS


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
    """Where Ray's letter leads."""
    return live_server.url + path_of(asked.of(asked.ray))


def test_a_partner_sends_a_sheet_back(live_server: LiveServer, link: str, sheet: Path) -> None:
    with page_of(live_server.url) as page:
        page.goto(link)
        page.goto(f"{live_server.url}/answer/sheet/back/")
        assert obstacles(page) == []
        page.locator("input[type=file]").set_input_files(sheet)
        page.get_by_role("button", name="Send and look").click()
        page.get_by_role("heading", name="Ready to be handed in").wait_for()
        assert obstacles(page) == []
        page.get_by_role("button", name="Hand in").click()
        page.get_by_text("1 update was handed in.").wait_for()
        assert obstacles(page) == []
    assert {update.done for update in Update.objects.all()} == {
        "Opened the path.\nTwo benches.",
        "Said on the page.",
    }


def test_it_works_without_javascript(live_server: LiveServer, link: str, sheet: Path) -> None:
    with page_of(live_server.url, width=320, scripts=False) as page:
        page.goto(link)
        page.goto(f"{live_server.url}/answer/sheet/back/")
        with page.expect_download() as coming:
            page.get_by_role("button", name="Download your sheet").click()
        assert InHand(Path(coming.value.path()).read_bytes()).has(ACTIONS)
        page.locator("input[type=file]").set_input_files(sheet)
        page.get_by_role("button", name="Send and look").click()
        page.get_by_label("Hand in what the sheet says instead").check()
        page.get_by_role("button", name="Hand in").click()
        expect(page.get_by_text("2 updates were handed in.")).to_be_visible()
    assert "Said in the sheet." in {update.done for update in Update.objects.all()}


def test_an_officer_brings_sheets_in(live_server: LiveServer, asked: Asked, cast: Cast, sheet: Path) -> None:
    other = sheet.with_name("notes.xlsx")
    other.write_bytes(b"no workbook")
    with page_of(live_server.url, cast.editor) as page:
        page.goto(f"{live_server.url}/places/tarrow/rounds/{asked.round.pk}/sheets/")
        assert obstacles(page) == []
        page.locator("input[type=file]").set_input_files([sheet, other])
        page.get_by_role("button", name="Send and look").click()
        page.get_by_role("heading", name="Ready to be handed in").wait_for()
        assert obstacles(page) == []
        page.get_by_role("button", name="Hand in").click()
        page.get_by_text("1 update was handed in.").wait_for()
    assert Update.objects.get(via="sheet").entered_by == cast.editor


def test_what_is_refused_says_why(live_server: LiveServer, link: str, tmp_path: Path) -> None:
    file = tmp_path / "notes.xlsx"
    file.write_bytes(b"no workbook")
    with page_of(live_server.url, width=320) as page:
        page.goto(link)
        page.goto(f"{live_server.url}/answer/sheet/back/")
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_role("button", name="Send and look").click()
        page.locator(".govuk-error-summary").wait_for()
        assert "is not an Excel workbook" in page.locator(".govuk-error-summary").inner_text()
        assert obstacles(page) == []
