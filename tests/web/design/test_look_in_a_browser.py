"""The living page in a browser: wide, on a phone, in high contrast, in print, without scripts, by keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from browsing import obstacles, window
from django.test import override_settings
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

PAGES = ("/design/", "/design/?wrong", "/design/?told", "/design/two/")
# 320 wide is 1280 at 400% zoom
MODES: dict[str, tuple[dict[str, Any], tuple[int, ...]]] = {
    "on screen": ({}, (1280, 320)),
    "high contrast": ({"forced_colors": "active"}, (1280, 320)),
    "print": ({}, (1280,)),
}


@contextmanager
def browser_page(**options: Any) -> Iterator[tuple[Page, list[str]]]:
    """A page of a browser, and what the browser complained of."""
    complaints: list[str] = []
    with window(**options) as opened:
        page = opened.new_page()
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda wrong: complaints.append(str(wrong)))
        page.on("requestfailed", lambda request: complaints.append(request.url))
        yield page, complaints


@pytest.fixture
def site(live_server: LiveServer) -> Iterator[str]:
    with override_settings(ROOT_URLCONF="web.design.look_urls"):
        yield live_server.url


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing_and_nothing_runs_off_the_page(site: str, mode: str) -> None:
    options, widths = MODES[mode]
    with browser_page(**options) as (page, complaints):
        page.emulate_media(media="print" if mode == "print" else "screen")
        for path in PAGES:
            page.goto(site + path)
            assert (path, obstacles(page, *widths)) == (path, [])
    assert complaints == []


def test_everything_is_there_without_scripts(site: str) -> None:
    with browser_page(width=320, scripts=False) as (page, complaints):
        page.goto(site + "/design/")
        expect(page.get_by_role("link", name="Plans").first).to_be_visible()
        expect(page.get_by_label("Evidence")).to_be_visible()
        expect(page.get_by_label("Words", exact=True)).to_be_visible()
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
        page.get_by_role("link", name="Choose an answer for “Confidence”.").click()
        expect(page).to_have_url(re.compile("#id_confidence_0$"))
    assert complaints == []


def test_the_keyboard_reaches_the_words_and_the_search(site: str) -> None:
    with browser_page() as (page, _complaints):
        page.goto(site + "/design/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.id === 'main-content'")
        page.keyboard.press("/")
        expect(page.locator("#find")).to_be_focused()
        page.keyboard.type("a/b")
        assert page.input_value("#find") == "a/b"


def test_an_error_summary_takes_the_focus_and_leads_to_the_field(site: str) -> None:
    with browser_page() as (page, _complaints):
        page.goto(site + "/design/?wrong")
        page.wait_for_function("document.activeElement.classList.contains('govuk-error-summary')")
        page.get_by_role("link", name="Fill in “Due”.").click()
        expect(page.locator("#id_due_0")).to_be_focused()


def test_pointing_at_a_cell_lights_up_what_it_became(site: str) -> None:
    with browser_page() as (page, _complaints):
        page.goto(site + "/design/two/")
        page.wait_for_function("document.body.classList.contains('js-enabled')")
        page.locator("#cell-1 a").focus()
        expect(page.locator("#action-1.tt-lit")).to_have_count(1)
        page.locator("#cell-2 a").focus()
        expect(page.locator("#action-1.tt-lit")).to_have_count(0)


def test_a_table_on_a_phone_is_still_a_table_to_a_screen_reader(site: str) -> None:
    with browser_page(width=320) as (page, _complaints):
        page.goto(site + "/design/")
        table = page.get_by_role("table", name="Actions of the plan")
        expect(table.get_by_role("row")).to_have_count(4)
        expect(table.get_by_role("columnheader")).to_have_count(4)
        assert "Lead" in page.evaluate(
            "getComputedStyle(document.querySelector('td[data-label]'), '::before').content"
        )


def test_filters_fold_away_on_a_phone_and_stand_open_on_a_desk(site: str) -> None:
    with browser_page(width=320) as (page, _complaints):
        page.goto(site + "/design/")
        page.wait_for_function("document.body.classList.contains('js-enabled')")
        words, fold = page.get_by_label("Words", exact=True), page.locator("summary", has_text="Filters")
        expect(fold).to_be_visible()
        expect(words).to_be_hidden()
        fold.click()
        expect(words).to_be_visible()
        page.set_viewport_size({"width": 1280, "height": 900})
        words.wait_for(state="visible")
        expect(fold).not_to_be_visible()


def test_print_has_no_navigation_and_repeats_the_heading_of_a_table(site: str) -> None:
    with browser_page() as (page, _complaints):
        page.emulate_media(media="print")
        page.goto(site + "/design/")
        for away in (
            ".govuk-service-navigation",
            ".govuk-breadcrumbs",
            ".tt-footer",
            ".govuk-button",
            ".tt-search",
        ):
            expect(page.locator(away).first).not_to_be_visible()
        assert (
            page.evaluate("getComputedStyle(document.querySelector('thead')).display") == "table-header-group"
        )
        link = "getComputedStyle(document.querySelector('main a.govuk-link'), '::after').content"
        assert page.evaluate(link) in ('""', "none", "normal")


def test_a_password_can_be_looked_at(site: str) -> None:
    with browser_page() as (page, complaints):
        page.goto(site + "/design/")
        page.get_by_role("button", name="Show password").click()
        assert page.get_attribute("#id_password", "type") == "text"
        page.get_by_role("button", name="Hide password").click()
        assert page.get_attribute("#id_password", "type") == "password"
    assert complaints == []
