"""Pictures of who answers, rounds, the partner's page, stories, letters and the calendar; part of take_screens.py."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Protocol

from playwright.sync_api import Page

PLACE = "/places/tarrow/"
LETTER_WITHIN = 120


class Camera(Protocol):
    """What takes the pictures."""

    page: Page
    at: str

    def go(self, path: str) -> None:
        """Open a page of the place."""

    def take(self, name: str) -> None:
        """Keep pictures of the page that is open."""

    def visit(self, name: str, path: str) -> None:
        """Open a page and keep pictures of it."""

    def link(self, words: str) -> str:
        """Where the link with these words leads."""

    def first(self, pattern: str, beneath: str = ...) -> str:
        """The first address on the page that fits."""

    def press(self, words: str) -> None:
        """Press the button with these words."""


def rounds(camera: Camera) -> None:
    """From who answers to what is published."""
    camera.visit("who-answers", f"{PLACE}who-answers/")
    camera.visit("who-answers-nobody", f"{PLACE}who-answers/?only=nobody")
    camera.visit("rounds", f"{PLACE}rounds/")
    board = camera.link("^October|^January|^April|^July")
    camera.visit("round", board)
    camera.visit("round-people", f"{board}?by=person")
    camera.visit("sheets-back", f"{board}sheets/")
    camera.visit("round-asks-help", f"{board}?show=help")
    _one_request(camera)
    camera.visit("round-new", f"{PLACE}rounds/new/")
    camera.press("^Save and see who is asked$")
    camera.take("round-preview")
    camera.press("^Throw this draft away$")
    camera.page.wait_for_url("**/rounds/")


def _one_request(camera: Camera) -> None:
    """One that asks for help."""
    request = camera.first(r"/requests/[0-9a-f-]{36}/")
    camera.visit("request", request)
    for verb in ("send-back", "ask", "answer"):
        camera.visit(f"request-{verb}", f"{request}{verb}/")


def partner(camera: Camera, folder: Path) -> None:
    """What a partner sees who opens the link in the letter; the officer has just sent it again."""
    camera.go(f"{PLACE}rounds/")
    camera.go(f"{camera.link('^October|^January|^April|^July')}?by=person")
    camera.page.get_by_role("button", name=re.compile("^Send the letter again –")).first.click()
    camera.visit("answer", _link_in(folder))
    camera.page.get_by_role("link", name=re.compile("^Say more|^Go on")).first.click()
    camera.page.get_by_label("What was done", exact=True).wait_for()
    camera.take("answer-form")
    camera.go("/answer/")
    camera.visit("answer-sheet-back", "/answer/sheet/back/")
    camera.visit("answer-not-for-me", "/answer/not-for-me/")


def _link_in(folder: Path) -> str:
    """The link in the letter that was just written to the folder where letters stay without a mail server."""
    for _ in range(LETTER_WITHIN):
        for letter in sorted(
            (folder / "mail").glob("*"), key=lambda file: file.stat().st_mtime, reverse=True
        ):
            found = re.search(r"/answer/[\w-]{20,}/", letter.read_text(encoding="utf-8").replace("=\n", ""))
            if found:
                return found[0]
        time.sleep(1)
    raise SystemExit("No letter came.")


def around(camera: Camera) -> None:
    """What belongs to rounds: groups, arrangements, letters, calendar, stories."""
    camera.visit("groups", f"{PLACE}groups/")
    camera.visit("group", camera.first(r"/groups/[0-9a-f-]{36}/"))
    camera.visit("arrangements", f"{PLACE}arrangements/")
    camera.visit("letters", f"{PLACE}letters/")
    camera.visit("wordings", f"{PLACE}letters/wordings/")
    camera.visit("wording", camera.first(r"/letters/wordings/[\w-]+/"))
    camera.visit("posting-rules", f"{PLACE}letters/rules/")
    camera.visit("calendar", f"{PLACE}calendar/")
    camera.visit("calendar-feed", f"{PLACE}calendar/feed/")
    camera.visit("stories", f"{PLACE}stories/")
    camera.visit("story", camera.first(r"/stories/[0-9a-f-]{36}/"))
    camera.visit("story-new", f"{PLACE}stories/new/")
    _of_plan(camera)


def _of_plan(camera: Camera) -> None:
    camera.go(f"{PLACE}plans/")
    plan = camera.link("^Tarrow on the Move")
    for part in ("reporting", "words", "decisions"):
        camera.visit(f"plan-{part}", f"{plan}{part}/")
    camera.visit("plan-table-late", f"{plan}table/?fresh=late")
    camera.go(f"{plan}tree/")
    action = camera.first(r"/actions/[0-9a-f-]{36}/")
    camera.visit("timeline", f"{action}timeline/")
    camera.visit("action-who-answers", f"{action}who-answers/")


def people_s_data(camera: Camera) -> None:
    """What is held about somebody."""
    camera.visit("held-ask", f"{PLACE}people/held/")
    camera.page.get_by_label("E-mail address").fill("ada@tarrow.example")
    camera.press("^Show what is held$")
    camera.take("held")
