from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import obstacles, window
from playwright.sync_api import Page, expect
from shown_pages import SHOWN, reading

from turntide.explaining.page import to_html


@pytest.fixture
def view() -> Iterator[Page]:
    with window() as opened:
        yield opened.new_page()


def show(view: Page, name: str, folder: Path) -> None:
    path = folder / "page.html"
    path.write_text(to_html(reading(name)), encoding="utf-8")
    view.goto(path.as_uri())


@pytest.mark.parametrize("name", SHOWN)
def test_the_page_is_accessible(view: Page, name: str, tmp_path: Path) -> None:
    show(view, name, tmp_path)
    view.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert obstacles(view, 320, 1440) == []


@pytest.mark.parametrize("width", [320, 1440])
def test_a_tag_brings_its_words_in_the_plan_into_view(view: Page, width: int, tmp_path: Path) -> None:
    view.set_viewport_size({"width": width, "height": 800})
    show(view, "wexcombe-year-plan.pdf", tmp_path)
    tag = view.locator("#file a.tag", has_text="Measure").last
    target = tag.get_attribute("href") or ""
    tag.click()
    view.wait_for_timeout(800)
    assert view.locator(target).evaluate("each => each.matches(':target')")
    expect(view.locator(target)).to_be_in_viewport()


def test_the_whole_plan_is_printed(view: Page, tmp_path: Path) -> None:
    show(view, "wexcombe-year-plan.pdf", tmp_path)
    import pypdfium2

    printed = pypdfium2.PdfDocument(view.pdf())
    words = " ".join("".join(page.get_textpage().get_text_bounded() for page in printed).split())
    for action in reading("wexcombe-year-plan.pdf").plan.actions:
        assert action.text.split()[-1] in words
    assert "Found no place" in words
