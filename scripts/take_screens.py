"""Take a picture of every page of the site, as a desk and as a phone shows it, to docs/screens, and list them there.

    python scripts/take_screens.py            starts a site of its own with the example place, and stops it
    python scripts/take_screens.py --to DIR   writes elsewhere

Needs Debian's Chromium (scripts/debian-packages).
"""

from __future__ import annotations

import argparse
import io
import os
import re
import shutil
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

from PIL import Image
from playwright.sync_api import FloatRect, Page, sync_playwright
from screens_of_delivery import around, partner, people_s_data, rounds
from screens_of_what_is_shown import papers, programs, public

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
COLOURS = 64
"""So many colours draw a page that has no photographs."""
READ_WITHIN = 120_000
LISTED = """# What the pages look like

Taken by `python scripts/take_screens.py` from the example place; take them again after a change of the look.
Each page as a desk shows it (1280 points wide) and as a small phone does (320 points).

| Page | Desk | Phone |
|---|---|---|
"""


@contextmanager
def site(*words: str, **environment: str) -> Iterator[tuple[str, Path]]:
    """The address of a running site, and the folder of its own in which it runs."""
    port = _free_port()
    with tempfile.TemporaryDirectory() as folder:
        asked = [sys.executable, "-m", "turntide", "up", *words, "--data", folder, "--port", str(port)]
        process = subprocess.Popen(asked, env=_untouched() | environment)
        try:
            _wait(f"http://127.0.0.1:{port}/health/")
            yield f"http://localhost:{port}", Path(folder)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)


def _browser() -> str:
    found = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if found is None:
        raise SystemExit("There is no Chromium here: scripts/debian-packages installs it.")
    return found


def _untouched() -> dict[str, str]:
    return {
        name: value
        for name, value in os.environ.items()
        if name != "DATABASE_URL" and not name.startswith("TURNTIDE_")
    }


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
    """Goes from page to page, takes a picture of each, and remembers what it took."""

    def __init__(self, page: Page, to: Path) -> None:
        self.page, self.to, self.at = page, to, ""
        self.taken: dict[str, str] = {}

    def go(self, path: str) -> None:
        """Open an address of the site."""
        self.page.goto(path if path.startswith("http") else f"{self.at}{path}")

    def take(self, name: str) -> None:
        """The page as a desk and as a phone shows it, once it is there."""
        self.page.locator("h1").first.wait_for()
        for suffix, width in WIDTHS.items():
            self.page.set_viewport_size({"width": width, "height": 900})
            tall = min(int(self.page.evaluate("document.documentElement.scrollHeight")), TALLEST)
            clip = FloatRect(x=0, y=0, width=width, height=tall)
            picture = self.page.screenshot(full_page=True, clip=clip)
            _keep_small(picture, self.to / f"{name}{suffix}.png")
        self.page.set_viewport_size({"width": 1280, "height": 900})
        self.taken[name] = self.page.locator("h1").first.inner_text().replace("\n", " – ").replace("|", "/")

    def visit(self, name: str, path: str) -> None:
        """Open an address and take a picture of what is there."""
        self.go(path)
        self.take(name)

    def link(self, words: str) -> str:
        """Where a link of this page leads, by its words."""
        found = self.page.locator("main").get_by_role("link", name=re.compile(words)).first
        return str(found.get_attribute("href"))

    def first(self, pattern: str, beneath: str = r"/places/[\w-]+") -> str:
        """The first address among this page's links that looks so, cut where the pattern ends."""
        script = "all => all.map(a => a.getAttribute('href'))"
        addresses = self.page.eval_on_selector_all("main a[href]", script)
        found = (re.search(f"{beneath}{pattern}", address) for address in addresses)
        return next(each[0] for each in found if each)

    def press(self, words: str) -> None:
        """Press a button, by its words."""
        self.page.locator("main").get_by_role("button", name=re.compile(words)).first.click()


def _keep_small(picture: bytes, file: Path) -> None:
    drawn = Image.open(io.BytesIO(picture)).convert("RGB")
    drawn.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def welcome(camera: Camera) -> None:
    """The first account, and an empty place."""
    camera.visit("welcome", "/")
    page = camera.page
    page.get_by_label("Your name").fill("Ada Lindqvist")
    page.get_by_label("E-mail address").fill(EMAIL)
    page.locator("input[type=password]").first.fill(PASSWORD)
    page.locator("input[name=place]").fill("Wexcombe")
    camera.press("^Begin$")
    page.wait_for_url("**/places/wexcombe/")
    camera.take("place-empty")
    camera.visit("places", "/")


def intake(camera: Camera) -> None:
    """A plan on its way in: brought in, looked at, mended and adopted."""
    camera.visit("bring-in", "/places/wexcombe/bring-in/")
    _bring_in(camera, "wexcombe-year-plan.pdf", picture="being-read")
    camera.take("review")
    review = camera.page.url
    camera.visit("review-action", f"{review}?thing=a1")
    camera.page.locator("#chosen summary", has_text="Mend this").click()
    camera.take("review-mend")
    camera.press("^This is a note$")
    camera.page.locator("#mends").wait_for()
    camera.take("review-mended")
    camera.visit("adopt", f"{review}adopt/")
    camera.press("^Adopt$")
    camera.page.wait_for_url("**/plans/*/")
    camera.take("adopted")
    camera.visit("bring-in-done", review)
    _next_edition(camera)
    camera.visit("bring-in-list", "/places/wexcombe/bring-in/")


def _bring_in(camera: Camera, name: str, picture: str = "") -> None:
    camera.go("/places/wexcombe/bring-in/")
    page = camera.page
    page.locator("input[type=file]").set_input_files(ROOT / "examples" / name)
    page.locator("main form:has(input[type=file]) button[type=submit]").first.click()
    page.wait_for_url(re.compile("/bring-in/[0-9a-f-]{36}/"))
    if picture and page.locator("#progress").count():
        camera.take(picture)
    page.get_by_role("heading", name="What we read", exact=True).wait_for(timeout=READ_WITHIN)


def _next_edition(camera: Camera) -> None:
    """The same plan as a spreadsheet, taken as its next edition."""
    _bring_in(camera, "wexcombe-year-plan.xlsx")
    camera.take("review-new-edition")
    camera.press("^Yes, a new edition$")
    camera.go(camera.page.get_by_role("button", name="What changes").first.get_attribute("href") or "")
    camera.take("what-changes")


def plans(camera: Camera) -> None:
    """The plans of the example place, and one plan in all its forms."""
    camera.visit("place", "/places/tarrow/")
    camera.visit("plans", "/places/tarrow/plans/")
    plan = camera.link("^Tarrow on the Move")
    camera.visit("plan", plan)
    camera.page.locator("summary", has_text="More to do").first.click()
    camera.take("plan-more-to-do")
    for part in ("tree", "table", "print", "edit", "add-action", "add-heading"):
        camera.visit(f"plan-{part}", f"{plan}{part}/")
    camera.visit("plan-table-filtered", f"{plan}table/?lacks=date&words=walk")
    camera.visit("actions", "/places/tarrow/actions/")
    camera.visit("search", "/places/tarrow/search/?q=walk")
    camera.visit("search-nothing", "/places/tarrow/search/?q=zeppelin")
    camera.go(f"{plan}tree/")
    action, heading = camera.first(r"/actions/[0-9a-f-]{36}/"), camera.first(r"/headings/[0-9a-f-]{36}/")
    for verb in ("edit", "move"):
        camera.visit(f"heading-{verb}", f"{heading}{verb}/")
    _one_action(camera, action)
    _many_actions(camera, plan)
    for part in ("history", "retired"):
        camera.visit(f"plan-{part}", f"{plan}{part}/")
    camera.visit("changes", "/places/tarrow/changes/")


def _one_action(camera: Camera, action: str) -> None:
    camera.visit("action", action)
    camera.visit("document", camera.link("^See it in the document"))
    camera.go(action)
    for verb in ("edit", "move", "also-under", "merge", "split"):
        camera.visit(f"action-{verb}", f"{action}{verb}/")
    camera.go(f"{action}edit/")
    camera.page.locator("textarea[name=text]").fill("")
    _save(camera)
    camera.take("action-edit-refused")
    camera.page.locator("textarea[name=text]").fill(
        "Build four quiet routes that join the station and the market"
    )
    _save(camera)
    camera.page.locator(".tt-undo").wait_for()
    camera.take("action-changed")
    camera.visit("action-history", f"{action}history/")
    camera.visit("action-version", f"{action}versions/1/")
    camera.go(f"{action}history/")
    camera.visit("change", camera.first(r"/changes/[0-9a-f-]{36}/"))
    camera.go(f"{action}history/")
    camera.press("^Undo")
    camera.page.get_by_text("It was undone.").wait_for()
    camera.take("undone")


def _save(camera: Camera) -> None:
    camera.page.locator("form:has(textarea[name=text]) button[type=submit]").last.click()


def _many_actions(camera: Camera, plan: str) -> None:
    camera.go(f"{plan}table/")
    for box in camera.page.locator("input[name=actions]").all()[:3]:
        box.check()
    camera.press("^Change the ticked actions$")
    camera.take("bulk-edit")
    camera.page.get_by_label("Set when").check()
    camera.page.locator("input[name=when]").fill("By March 2028")
    camera.press("^Show what would change$")
    camera.take("bulk-edit-shown")


def register(camera: Camera) -> None:
    """Organisations and their contacts."""
    camera.visit("organisations", "/places/tarrow/organisations/")
    body = camera.first(r"/organisations/[0-9a-f-]{36}/")
    camera.visit("organisation", body)
    for verb in ("edit", "merge", "contacts/add"):
        camera.visit(f"organisation-{verb.replace('/', '-')}", f"{body}{verb}/")
    camera.visit("organisation-add", "/places/tarrow/organisations/add/")
    camera.visit("organisation-suggestions", "/places/tarrow/organisations/suggestions/")


def people(camera: Camera) -> None:
    """Who belongs to the place, and how somebody joins."""
    camera.visit("people", "/places/tarrow/people/")
    camera.page.get_by_label("E-mail addresses").fill("nia@tarrow.example")
    camera.press("^Invite$")
    camera.take("invitation-links")
    invitation = camera.page.locator("main code").first.inner_text()
    camera.visit("place-name", "/places/tarrow/name/")
    camera.visit("invitation-as-another", invitation)
    camera.visit("place-new", "/account/new-place/")


def account(camera: Camera) -> None:
    """One's own account: sessions, passkeys, second factors."""
    camera.visit("account", "/account/")
    camera.visit("confirm-its-you", "/account/reauthenticate/")
    camera.page.locator("input[type=password]").fill(PASSWORD)
    camera.press("^Confirm$")
    pages = {"details": "details", "email": "email", "password": "password/change", "sessions": "sessions"}
    second = {"second-step": "2fa", "app": "2fa/totp/activate", "passkeys": "2fa/webauthn"}
    for name, path in (pages | second | {"passkey-add": "2fa/webauthn/add"}).items():
        camera.visit(f"account-{name}", f"/account/{path}/")


def errors(camera: Camera) -> None:
    """What is not there, and the statement on accessibility."""
    camera.visit("not-found", "/nowhere/")
    camera.visit("accessibility", "/accessibility/")
    # A form whose token is too old to be taken.
    camera.page.eval_on_selector_all(
        "[name=csrfmiddlewaretoken]", "all => all.forEach(one => { one.value = 'old' })"
    )
    camera.page.locator("footer").get_by_role("button", name="Cymraeg").click()
    camera.take("forbidden")


def look(camera: Camera) -> None:
    """The parts of the look, which only a site under development shows."""
    camera.visit("design", "/design/")
    camera.visit("design-two", "/design/two/")


def signed_out(camera: Camera) -> None:
    """Signing in, a forgotten password, an invitation that is none."""
    camera.page.context.clear_cookies()
    camera.visit("sign-in", "/account/login/")
    camera.page.locator("input[type=password]").first.fill("not this one")
    camera.page.get_by_label("E-mail address").fill(EMAIL)
    camera.press("^Sign in$")
    camera.take("sign-in-refused")
    camera.visit("forgotten-password", "/account/password/reset/")
    camera.visit("invitation-refused", "/invitations/no-such-key/")


def write_list(taken: dict[str, str], to: Path) -> None:
    """The pictures in a table, for those who read the folder."""
    rows = [
        f"| {title} | [{name}.png]({name}.png) | [{name}-phone.png]({name}-phone.png) |"
        for name, title in taken.items()
    ]
    (to / "README.md").write_text(LISTED + "\n".join(rows) + "\n", encoding="utf-8")


IN_THE_PLACE = (
    *(welcome, plans, rounds, around, papers, public, programs),
    *(register, people, people_s_data, intake, errors),
)
"""What is looked at by its owner, in this order."""


def main() -> None:
    """Run as a program."""
    asked = argparse.ArgumentParser(description="Take pictures of the site's pages.")
    asked.add_argument("--to", type=Path, default=SCREENS)
    to = asked.parse_args().to
    to.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_browser(), args=list(CHROMIUM))
        camera = Camera(
            browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce"), to
        )
        with site("--example") as (camera.at, folder):
            for part in IN_THE_PLACE:
                part(camera)
            partner(camera, folder)
            for part in (account, signed_out):
                part(camera)
        with site("--web-only", TURNTIDE_DEBUG="1") as (camera.at, _):
            look(camera)
        browser.close()
    write_list(camera.taken, to)


if __name__ == "__main__":
    main()
