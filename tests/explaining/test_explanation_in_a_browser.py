from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python.sync_playwright as axe
import pytest
from playwright import sync_api as playwright
from shown_pages import SHOWN, reading

from turntide.explaining.page import to_html

CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    assert CHROMIUM, "these tests need Debian's chromium: run scripts/debian-packages"
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--headless"])
        yield opened
        opened.close()


@pytest.fixture(params=[320, 1440])
def view(request: pytest.FixtureRequest, browser: Any) -> Iterator[Any]:
    opened = browser.new_page(viewport={"width": request.param, "height": 800})
    yield opened
    opened.close()


def show(view: Any, name: str, folder: Path) -> None:
    path = folder / "page.html"
    path.write_text(to_html(reading(name)), encoding="utf-8")
    view.goto(path.as_uri())


@pytest.mark.parametrize("name", SHOWN)
def test_the_page_is_accessible(view: Any, name: str, tmp_path: Path) -> None:
    show(view, name, tmp_path)
    view.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = axe.Axe().run(view)
    assert found.violations_count == 0, found.generate_report()


def test_the_page_never_scrolls_sideways(view: Any, tmp_path: Path) -> None:
    show(view, "wexcombe-year-plan.pdf", tmp_path)
    assert view.evaluate("document.documentElement.scrollWidth") <= view.viewport_size["width"]


def test_a_tag_brings_its_words_in_the_plan_into_view(view: Any, tmp_path: Path) -> None:
    show(view, "wexcombe-year-plan.pdf", tmp_path)
    tag = view.locator("#file a.tag", has_text="Measure").last
    target = tag.get_attribute("href")
    tag.click()
    view.wait_for_timeout(800)
    assert view.locator(target).evaluate("each => each.matches(':target')")
    playwright.expect(view.locator(target)).to_be_in_viewport()


def test_the_whole_plan_is_printed(browser: Any, tmp_path: Path) -> None:
    view = browser.new_page()
    show(view, "wexcombe-year-plan.pdf", tmp_path)
    import pypdfium2

    printed = pypdfium2.PdfDocument(view.pdf())
    words = " ".join("".join(page.get_textpage().get_text_bounded() for page in printed).split())
    for action in reading("wexcombe-year-plan.pdf").plan.actions:
        assert action.text.split()[-1] in words
    assert "Found no place" in words
    view.close()
