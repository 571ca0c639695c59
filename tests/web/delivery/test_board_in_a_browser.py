"""The board in a browser: axe finds nothing, nothing runs off the page, and a round is worked through by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from browsing import everybody_can_use, page_of
from delivery_fixtures import Asked
from django.utils import timezone
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer
from site_cast import Cast

from turntide.web.delivery.models import Request, Update
from turntide.web.delivery.rules.said import ReachSaid, ReadingSaid, Said, StepSaid
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in
from turntide.web.delivery.services.approving import approve_update, ask_back
from turntide.web.delivery.services.publishing_words import propose_words


@pytest.fixture
def worked(asked: Asked, cast: Cast) -> Asked:
    """A round of which a good deal is known: one approved with words, one red, one silent."""
    today = timezone.localdate()
    said = Said(
        lifecycle="delivering",
        confidence="green",
        done="The riverside path is open between the mill and the weir.",
        ask="A crossing at Mill Lane, please.",
        worth_a_story=True,
        steps=(
            StepSaid(
                None, "Path open", today, moved_to=today + timedelta(days=40), reason="The ground is wet."
            ),
        ),
        readings=(ReadingSaid(None, "People who walk each week", "412", today, "Counter at the weir"),),
        reached=(ReachSaid("Older residents", 120), ReachSaid("Children")),
    )
    red = Said(
        lifecycle="planning",
        confidence="red",
        reason="No money yet.",
        recovers_on=today,
        next="Ask the board.",
    )
    first, second, _third = asked.requests(asked.ray)
    author = Author.from_link(asked.ray)
    update = hand_in(request=first, said=said, saw=NOTHING_SEEN, author=author)
    approved = approve_update(update=update, by=cast.by)
    propose_words(update=approved, words="The path is open.", public=True, by=cast.by)
    doubtful = hand_in(request=second, said=red, saw=NOTHING_SEEN, author=author)
    Update.objects.filter(pk=doubtful.pk).update(reason="")
    ask_back(request=second, question="Who could pay for it?", by=cast.by)
    return asked


def test_every_page_can_be_used_by_everybody(live_server: LiveServer, cast: Cast, worked: Asked) -> None:
    start = f"{live_server.url}/places/tarrow/"
    board = f"rounds/{worked.round.pk}/"
    first, second, third = worked.requests(worked.ray)
    paths = (
        *(
            board,
            f"{board}?by=person",
            f"{board}?show=silent&words=zzz",
            f"{board}contact/?request={third.pk}",
        ),
        *(f"requests/{each.pk}/" for each in (first, second, third)),
        *(f"requests/{second.pk}/{act}/" for act in ("send-back", "ask", "answer")),
        *(f"requests/{first.pk}/words/", f"recipients/{worked.of(worked.mina).pk}/absence/"),
    )
    with page_of(live_server.url, cast.editor) as page:
        everybody_can_use(page, *(start + path for path in paths))


def test_an_officer_works_through_a_round_without_scripts(
    live_server: LiveServer, cast: Cast, worked: Asked
) -> None:
    second, board = worked.requests(worked.ray)[1], worked.round.get_absolute_url()
    with page_of(live_server.url, cast.editor, width=1280, scripts=False) as page:
        page.goto(f"{live_server.url}{board}")
        page.get_by_role("link", name="1 wait for you").click()
        page.locator("tbody th a").click()
        expect(page.get_by_text("It is red or amber and does not say why.").first).to_be_visible()
        page.get_by_label("I saw what is missing").check()
        page.get_by_role("button", name="Approve", exact=True).click()
        expect(page.get_by_text("The update was approved.")).to_be_visible()
        page.locator(".tt-undo button").click()
        expect(page.get_by_text("The approval was taken back.")).to_be_visible()
        page.get_by_role("button", name="Send back").click()
        page.get_by_label("What is to be put right").fill("Say why it is red.")
        page.get_by_role("button", name="Send back").click()
        expect(page.get_by_text("They get a letter in ten minutes.")).to_be_visible()
    assert Request.objects.get(pk=second.pk).state == Request.State.SENT_BACK
