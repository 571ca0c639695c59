"""The partner's page on a phone: answered in a few taps, with and without JavaScript, and everybody can use it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browsing import everybody_can_use, obstacles, page_of
from delivery_fixtures import Asked
from partner import path_of
from playwright.sync_api import Locator, Page, Response, expect
from pytest_django.live_server_helper import LiveServer

from turntide.web.delivery.models import Request, Update

MOST_TAPS = 12
"""Fewer taps and key presses than this, besides prose, answer three actions (the issue's figure)."""


@contextmanager
def phone(site: str, *, scripts: bool = True) -> Iterator[Page]:
    """In a stranger's hand: nobody is signed in."""
    with page_of(site, width=320, scripts=scripts, has_touch=True) as page:
        yield page


class Thumb:
    """Taps and counts; prose is typed without counting."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, where: Locator) -> None:
        where.tap()
        self.taps += 1

    def write(self, where: Locator, prose: str) -> None:
        self.tap(where)
        where.fill(prose)


@pytest.mark.parametrize("scripts", [True, False])
def test_three_actions_are_answered_in_a_few_taps(
    live_server: LiveServer, asked: Asked, scripts: bool
) -> None:
    recipient, thumb = asked.of(asked.ray), Thumb()
    address = live_server.url + path_of(recipient)
    first, second, third = asked.requests(asked.ray)
    with phone(live_server.url, scripts=scripts) as page:
        page.goto(address)
        thumb.taps += 1  # the link in the letter
        thumb.tap(card(page, first).get_by_role("button", name="No change"))
        expect(page.get_by_text("1 of 3 actions answered")).to_be_visible()
        thumb.tap(card(page, second).get_by_role("button", name="Done"))
        expect(page.get_by_text("2 of 3 actions answered")).to_be_visible()
        thumb.tap(card(page, third).get_by_role("link", name="Say more"))
        thumb.tap(page.get_by_label("Delivering", exact=True))
        thumb.tap(page.get_by_role("radio", name="Green"))
        thumb.write(page.get_by_label("What was done", exact=True), "Opened the riverside path.")
        thumb.tap(page.get_by_role("button", name="Hand in"))
        expect(page.get_by_text("Thank you. Everything is answered.")).to_be_visible()
        assert page.url.split("#")[0] == f"{live_server.url}/answer/"
    assert thumb.taps < MOST_TAPS
    assert not Request.objects.outstanding().filter(recipient=recipient).exists()
    assert Update.objects.get(request=third).done == "Opened the riverside path."


def test_it_saves_itself_and_goes_on_in_another_browser(live_server: LiveServer, asked: Asked) -> None:
    address = live_server.url + path_of(asked.of(asked.ray))
    first = asked.requests(asked.ray)[0]
    with phone(live_server.url) as page, page_of(live_server.url) as other:
        page.goto(address)
        card(page, first).get_by_role("link", name="Say more").tap()
        words = page.get_by_label("What was done", exact=True)
        words.fill("Half a")
        expect(page.get_by_text("Saved at")).to_be_visible()
        page.context.set_offline(True)
        words.fill("Half a sent")
        expect(page.get_by_text("Not saved: there is no connection.")).to_be_visible()
        page.context.set_offline(False)
        words.fill("Half a sentence")
        with page.expect_response(keeps("Half%20a%20sentence", "=planning")):
            page.get_by_label("Planning", exact=True).tap()
        other.goto(address)
        card(other, first).get_by_role("link", name="Go on with what you typed").click()
        expect(other.get_by_label("What was done", exact=True)).to_have_value("Half a sentence")
        other.get_by_label("What was done", exact=True).fill("A whole sentence.")
        other.get_by_role("button", name="Hand in").click()
        expect(other.get_by_text("1 of 3 actions answered")).to_be_visible()
        words.fill("Meanwhile something else")
        expect(page.get_by_text("Not saved: somebody answered this meanwhile.")).to_be_visible()
        page.get_by_role("button", name="See both versions").tap()
        expect(page.get_by_role("heading", name="This was answered meanwhile")).to_be_visible()
        expect(page.get_by_role("cell", name="A whole sentence.")).to_be_visible()
        expect(page.get_by_label("What was done", exact=True)).to_have_value("Meanwhile something else")
        assert obstacles(page) == []
    assert Update.objects.get(request=first).done == "A whole sentence."


def test_a_photograph_goes_with_it_without_scripts(
    live_server: LiveServer, asked: Asked, tmp_path: Path, a_photograph: bytes
) -> None:
    (tmp_path / "path.jpg").write_bytes(a_photograph)
    first, address = asked.requests(asked.ray)[0], live_server.url + path_of(asked.of(asked.ray))
    with phone(live_server.url, scripts=False) as page:
        page.goto(address)
        card(page, first).get_by_role("link", name="Say more").tap()
        page.get_by_label("What was done", exact=True).fill("Opened it.")
        page.get_by_text("Show it: a photograph, a file or a link").tap()
        page.get_by_label("A photograph", exact=True).set_input_files(tmp_path / "path.jpg")
        page.get_by_role("button", name="Add").tap()
        expect(page.get_by_text("Say what the photograph shows.").first).to_be_visible()
        expect(page.get_by_label("What was done", exact=True)).to_have_value("Opened it.")
        page.get_by_label("A photograph", exact=True).set_input_files(tmp_path / "path.jpg")
        page.get_by_label("What the photograph shows").fill("A path by a river.")
        page.get_by_label("Everybody who can be recognised in it agrees").tap()
        page.get_by_role("button", name="Add").tap()
        expect(page.get_by_role("link", name="path.jpg")).to_be_visible()
    (kept,) = Update.objects.get(request=first).evidence.all()
    assert (kept.kind, kept.seen, kept.agreed) == ("photo", "A path by a river.", True)


def test_every_page_can_be_used_by_everybody(live_server: LiveServer, asked: Asked) -> None:
    first, address = asked.requests(asked.ray)[0], live_server.url + path_of(asked.of(asked.ray))
    beneath = ("", f"{first.pk}/", f"{first.pk}/pass-on/", "not-for-me/")
    with phone(live_server.url) as page:
        page.goto(address)
        everybody_can_use(page, *(f"{live_server.url}/answer/{path}" for path in beneath))
        page.goto(f"{live_server.url}/answer/")
        card(page, first).get_by_role("link", name="Say more").click()
        expect(page.get_by_role("button", name="Save and finish later")).to_be_visible()
        assert obstacles(page) == []
        page.get_by_role("radio", name="Red").click()
        page.get_by_role("button", name="Hand in").click()
        expect(page.get_by_text("There is a problem")).to_be_visible()
        assert obstacles(page) == []


def card(page: Page, request: Request) -> Locator:
    return page.locator(f"#a{request.pk.hex}")


def keeps(*words: str) -> Callable[[Response], bool]:
    """Whether something was kept that had these words in it."""
    return lambda answer: (
        answer.url.endswith("/draft/") and all(each in (answer.request.post_data or "") for each in words)
    )


@pytest.mark.parametrize("scripts", [True, False])
def test_a_calendar_of_ones_own_is_made_and_renewed(
    live_server: LiveServer, asked: Asked, scripts: bool
) -> None:
    with phone(live_server.url, scripts=scripts) as page:
        page.goto(live_server.url + path_of(asked.of(asked.ray)))
        page.get_by_role("link", name="Your milestones in your own calendar").tap()
        page.get_by_role("button", name="Make my address").tap()
        first = page.get_by_label("Your address").input_value()
        if scripts:
            assert obstacles(page) == []
        page.get_by_role("button", name="Make a new address").tap()
        expect(page.get_by_text("You have a new address.")).to_be_visible()
        assert page.get_by_label("Your address").input_value() != first


def test_what_was_done_is_told_in_view_though_the_address_leads_further_down(
    live_server: LiveServer, asked: Asked
) -> None:
    first, *_between, last = asked.requests(asked.ray)
    with phone(live_server.url) as page:
        page.goto(live_server.url + path_of(asked.of(asked.ray)))
        further_down = card(page, last).evaluate("card => card.id || card.querySelector('[id]').id")
        saying = card(page, first).get_by_role("button", name="No change")
        # A browser takes the part of the page along where it is led on.
        saying.evaluate("(button, part) => { button.form.action += '#' + part; }", further_down)
        saying.tap()
        told = page.get_by_role("alert")
        expect(told).to_be_in_viewport()
        expect(told).to_be_focused()
        assert page.url.endswith(f"#{further_down}")
