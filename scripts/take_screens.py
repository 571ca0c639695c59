"""Take a picture of every page of the site, as a desk and as a phone shows it, to docs/screens.

    python scripts/take_screens.py            starts a site of its own with the example place, and stops it
    python scripts/take_screens.py --to DIR   writes elsewhere

Needs Debian's Chromium (scripts/debian-packages).
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ROOT / "docs" / "screens"
CHROMIUM = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
EMAIL, PASSWORD = "ada@tarrow.example", "tidal marmalade lantern oak"
WIDTHS = {"": 1280, "-phone": 320}
TALLEST = 2400
"""Points; a longer page is cut, so that the pictures stay small."""


@contextmanager
def site() -> Iterator[str]:
    """A running site with the example place."""
    port = _free_port()
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "turntide", "up", "--example", "--data", folder, "--port", str(port)]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("TURNTIDE_")}
        process = subprocess.Popen(words, env=environment)
        try:
            _wait(f"http://127.0.0.1:{port}/health/")
            yield f"http://localhost:{port}"
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _wait(url: str) -> None:
    for _ in range(300):
        try:
            with urlopen(url, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise SystemExit("The site did not start.")


class Camera:
    """Goes from page to page and takes a picture of each."""

    def __init__(self, page: Page, at: str, to: Path) -> None:
        self.page, self.at, self.to = page, at, to

    def go(self, path: str) -> None:
        """Open an address of the site."""
        self.page.goto(f"{self.at}{path}")

    def take(self, name: str) -> None:
        """The page as a desk and as a phone shows it."""
        for suffix, width in WIDTHS.items():
            self.page.set_viewport_size({"width": width, "height": 900})
            tall = min(int(self.page.evaluate("document.documentElement.scrollHeight")), TALLEST)
            clip = {"x": 0, "y": 0, "width": width, "height": tall}
            self.page.screenshot(path=self.to / f"{name}{suffix}.png", full_page=True, clip=clip)  # type: ignore[arg-type]
        self.page.set_viewport_size({"width": 1280, "height": 900})

    def address(self, link: str, within: str = "main") -> str:
        """Where a link of this page leads, by its words."""
        found = self.page.locator(within).get_by_role("link", name=re.compile(link)).first
        return str(found.get_attribute("href"))

    def first(self, pattern: str) -> str:
        """The first link of this page whose address looks so."""
        addresses = self.page.eval_on_selector_all(
            "main a[href]", "all => all.map(a => a.getAttribute('href'))"
        )
        return next(address for address in addresses if re.search(pattern, address))


def welcome(camera: Camera) -> None:
    """The first account, and signing in."""
    camera.go("/")
    camera.take("welcome")
    page = camera.page
    page.get_by_label("name", exact=False).first.fill("Ada Lindqvist")
    page.get_by_label("E-mail", exact=False).fill(EMAIL)
    page.locator("input[type=password]").first.fill(PASSWORD)
    page.locator("input[name=place]").fill("Wexcombe")
    page.locator("main button[type=submit]").last.click()
    camera.take("place-empty")


def intake(camera: Camera) -> None:
    """A plan on its way in."""
    camera.go("/places/wexcombe/bring-in/")
    camera.take("bring-in")
    page = camera.page
    page.locator("input[type=file]").set_input_files(ROOT / "examples" / "wexcombe-year-plan.pdf")
    page.locator("main form:has(input[type=file]) button[type=submit]").first.click()
    camera.take("being-read")
    page.wait_for_selector("text=/finding/i", timeout=120_000)
    camera.take("review")
    camera.go(camera.first(r"\?action="))
    camera.take("review-action")
    camera.go("/places/wexcombe/bring-in/")
    camera.take("bring-in-list")


def plans(camera: Camera) -> None:
    """The plans of the example place."""
    camera.go("/places/tarrow/")
    camera.take("place")
    plan = camera.address("Tarrow on the Move")
    camera.go(plan)
    camera.take("plan")
    for part in ("tree", "table", "print"):
        camera.go(f"{plan}{part}/")
        camera.take(f"plan-{part}")
    camera.go(f"{plan}tree/")
    action = camera.first(r"/actions/[0-9a-f-]{36}/$")
    camera.go(action)
    camera.take("action")
    camera.go(f"{action}edit/")
    camera.take("action-edit")
    camera.go("/places/tarrow/actions/")
    camera.take("actions")
    camera.go("/places/tarrow/search/?q=walk")
    camera.take("search")


def register(camera: Camera) -> None:
    """Organisations, people, and one's own account."""
    camera.go("/places/tarrow/organisations/")
    camera.take("organisations")
    camera.go(camera.first(r"/organisations/[0-9a-f-]{36}/$"))
    camera.take("organisation")
    camera.go("/places/tarrow/organisations/suggestions/")
    camera.take("organisation-suggestions")
    camera.go("/places/tarrow/people/")
    camera.take("people")
    camera.go("/account/")
    camera.take("account")
    camera.go("/nowhere/")
    camera.take("not-found")


def main() -> None:
    """Run as a program."""
    asked = argparse.ArgumentParser(description="Take pictures of the site's pages.")
    asked.add_argument("--to", type=Path, default=SCREENS)
    to = asked.parse_args().to
    to.mkdir(parents=True, exist_ok=True)
    with site() as at, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(CHROMIUM))
        camera = Camera(browser.new_page(viewport={"width": 1280, "height": 900}), at, to)
        for part in (welcome, plans, register, intake):
            part(camera)
        browser.close()


if __name__ == "__main__":
    main()
