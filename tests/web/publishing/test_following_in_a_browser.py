"""Following without an account, script or cookie; and a page of another site that shows ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from browsing import everybody_can_use, page_of
from django.core.mail import EmailMessage
from given_fixtures import Published
from made_record import PLAN
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from turntide.web.mail.services.sending import send_due
from turntide.web.publishing.models import Follower


@pytest.mark.django_db(transaction=True)
def test_following_and_embedding(
    published: Published, live_server: LiveServer, mailoutbox: list[EmailMessage]
) -> None:
    here = f"{live_server.url}/in/tarrow/"
    with page_of(live_server.url, width=320, scripts=False) as page:
        _follow(page, here, mailoutbox)
    with page_of(live_server.url, width=320) as page:
        _embed(page, here)


def _follow(page: Page, here: str, outbox: list[EmailMessage]) -> None:
    page.goto(f"{here}plans/{PLAN}/")
    page.get_by_label("Your e-mail address").fill("ada@alder.example")
    page.get_by_role("button", name="Tell me by e-mail").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Look into your e-mail")
    send_due()
    link = re.search(r"/in/tarrow/follow/[\w-]{40,}/", str(outbox[0].body))
    assert link
    page.goto(here.replace("/in/tarrow/", link[0]))
    page.get_by_role("button", name="Yes, tell me of news").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You follow Tarrow active plan")
    assert Follower.objects.following().count() == 1
    assert page.context.cookies() == []


def _embed(page: Page, here: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for path in (
        "",
        f"plans/{PLAN}/",
        "follow/",
        "elsewhere/",
        "data/",
        "data/dictionary/",
        f"plans/{PLAN}/embed/",
    ):
        everybody_can_use(page, here + path)
    assert complaints == [], "also not of the data that stand in a page's head"
    assert "As it stood on" in _framed(page, f"{here}embed/"), complaints
    assert "As it stood on" not in _framed(page, here)
    assert any("frame-ancestors" in each for each in complaints)


def _framed(page: Page, address: str) -> str:
    """What a page of another site shows within its frame."""
    html = f'<title>Neighbour</title><iframe src="{address}" width="300" height="300"></iframe>'
    with _neighbour(html) as there:
        page.goto(there, wait_until="load")
        return page.frames[1].inner_text("body")


@contextmanager
def _neighbour(html: str) -> Iterator[str]:
    """Another site, of one page."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *words: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
