"""What holds for every page: one heading, a title, a language, links told apart, nothing wider than the screen, axe."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from typing import Any, Literal

from playwright.sync_api import Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
EVERY_RULE = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# What depends on how a page is drawn; the other rules find on paper just what they find on the screen.
DRAWN = {"type": "rule", "values": ["color-contrast", "link-in-text-block", "scrollable-region-focusable"]}
WIDTHS = (1280, 320)
# Each link that can be reached: its words as a screen reader says them, and where it leads.
LINKS = """() => [...document.querySelectorAll("a[href]")]
  .filter(link => link.checkVisibility({checkVisibilityCSS: true}))
  .map(link => [(link.getAttribute("aria-label") || link.textContent).replace(/\\s+/g, " ").trim(),
                link.href,
                Boolean(link.closest(".tt-source, .iw-group, .iw-chosen")) ||
                /[/]actions[/][0-9a-f-]{36}[/]$/.test(link.href)])"""
FRAME = """() => ({h1: document.querySelectorAll("h1").length, title: document.title.trim(),
  language: document.documentElement.lang,
  wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  widest: [...document.querySelectorAll("main *")].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 3).map(one => one.outerHTML.slice(0, 160))})"""
ANALYSE = """async only => (await axe.run(document, {runOnly: only, resultTypes: ["violations"]}))
  .violations.map(one => [one.id, one.nodes.slice(0, 3).map(node => [node.html.slice(0, 200), node.failureSummary])])"""
Media = Literal["screen", "print", "forced colours"]
MEDIA: tuple[Media, ...] = ("screen", "print", "forced colours")
RULES_FOR: Mapping[Media, Mapping[str, object]] = {
    "screen": EVERY_RULE,
    "print": DRAWN,
    "forced colours": DRAWN,
}


def faults_of_frame(page: Page) -> list[str]:
    """What is wrong with the page as it stands, at the width it has."""
    page.wait_for_load_state()
    frame = page.evaluate(FRAME)
    found = {
        f"{frame['h1']} headings of the first level": frame["h1"] != 1,
        "no title": not frame["title"],
        f"language {frame['language']!r}": frame["language"] not in ("en-gb", "cy"),
        f"wider than the screen by {frame['wider']}: {frame['widest']}": frame["wider"] > 0,
    }
    return [fault for fault, is_so in found.items() if is_so] + list(links_alike(page))


def links_alike(page: Page) -> Iterator[str]:
    """Links that say the same and lead elsewhere. A link of the document's own words, as of an action, says those."""
    leads: dict[str, set[str]] = {}
    for words, address, of_document in page.evaluate(LINKS):
        if not of_document:
            leads.setdefault(words, set()).add(address)
    yield from (
        f"links alike: {words!r} {addresses}" for words, addresses in leads.items() if len(addresses) > 1
    )
    if "" in leads:
        yield f"a link without words: {leads['']}"


def faults_by_axe(page: Page, rules: Mapping[str, object] = EVERY_RULE) -> list[str]:
    """What axe finds."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    violations: list[Any] = page.evaluate(ANALYSE, dict(rules))
    return [json.dumps(violation) for violation in violations]


def faults_everywhere(
    page: Page, widths: Iterable[int] = WIDTHS, media: Iterable[Media] = MEDIA
) -> list[str]:
    """What is wrong at any width, on the screen, on paper and in forced colours."""
    found: list[str] = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{width}: {fault}" for fault in faults_of_frame(page)]
        # Paper is never so narrow as a phone.
        for medium in (one for one in media if one != "print" or width == max(WIDTHS)):
            with shown_as(page, medium):
                found += [f"{width} {medium}: {fault}" for fault in faults_by_axe(page, RULES_FOR[medium])]
    return found


@contextmanager
def shown_as(page: Page, medium: Media) -> Iterator[None]:
    """The page as that medium shows it."""
    page.emulate_media(
        media="print" if medium == "print" else "screen",
        forced_colors="active" if medium == "forced colours" else "none",
    )
    yield
    page.emulate_media(media="screen", forced_colors="none")
