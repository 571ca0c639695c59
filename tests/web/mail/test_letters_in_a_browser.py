"""The pages of letters in a browser: axe finds nothing, nothing runs off the page, the preview follows the typing."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from browsing import everybody_can_use, obstacles, page_of
from mail_fixtures import NOON, PostOne, Way
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer
from site_cast import Cast

from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.models import Message, Wording
from turntide.web.mail.services.sending import send_due
from turntide.web.mail.store.stops import stop_url
from turntide.web.mail.transports.way import AddressRefusedError


@dataclass(frozen=True)
class Posted:
    """One letter that failed, one that went, and the stop link of a third."""

    failed: Message
    good: Message
    stop: str


@pytest.fixture
def posted(cast: Cast, post: PostOne, telling: LetterKind, way: Way) -> Posted:
    failed, good, news = post("gone.with.a.long.address@alder-trust.example"), post(), post(kind="telling")
    way.faults = [AddressRefusedError("550 5.1.1 no such mailbox")]
    send_due(NOON)
    for subject in ("For {{ name }}", "Dear {{ name }}"):
        Wording.objects.create(place=cast.tarrow, kind="asking", subject=subject, body="See\n\n{{ link }}")
    return Posted(failed, good, stop_url(news, telling))


def test_every_page_can_be_used_by_everybody(live_server: LiveServer, cast: Cast, posted: Posted) -> None:
    start = "/places/tarrow/letters/"
    paths = [
        "",
        "?state=returned&words=a",
        "?words=zzz",
        f"{posted.failed.pk}/",
        f"{posted.good.pk}/",
        "rules/",
        "wordings/",
    ]
    addresses = [f"{live_server.url}{start}{path}" for path in (*paths, "wordings/asking/")]
    stop = posted.stop.replace("http://localhost:8000", live_server.url)
    with page_of(live_server.url, cast.owner) as page:
        everybody_can_use(page, *addresses, stop)
        page.goto(f"{live_server.url}/letters/stop/none/")
        assert obstacles(page) == []


def test_the_preview_follows_what_is_typed(live_server: LiveServer, cast: Cast, asking: LetterKind) -> None:
    with page_of(live_server.url, cast.owner, width=1280) as page:
        page.goto(f"{live_server.url}/places/tarrow/letters/wordings/asking/")
        page.get_by_label("Letter", exact=True).fill("Good day {{ name }}\n\n{{ link }}")
        expect(page.locator("#preview")).to_contain_text("Good day Ada Alder")
        page.get_by_label("Letter", exact=True).fill("Good day {{ naem }}\n\n{{ link }}")
        expect(page.locator("#preview")).to_contain_text("{{ naem }} cannot be filled in")
    assert not Wording.objects.exists()


def test_a_wording_is_written_and_undone_without_scripts(
    live_server: LiveServer, cast: Cast, asking: LetterKind
) -> None:
    with page_of(live_server.url, cast.owner, width=320, scripts=False) as page:
        page.goto(f"{live_server.url}/places/tarrow/letters/wordings/asking/")
        page.get_by_label("Subject", exact=True).fill("Hello {{ name }}")
        page.get_by_role("button", name="Preview").click()
        expect(page.get_by_text("Hello Ada Alder")).to_be_visible()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_label("Subject", exact=True)).to_have_value("Hello {{ name }}")
        page.locator(".tt-undo button").click()
        expect(page.get_by_label("Subject", exact=True)).to_have_value("Your actions, {{ name }}")
