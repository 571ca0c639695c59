"""A round made by hand, from nothing to sent off and taken back: axe finds nothing, wide and on a phone."""

from __future__ import annotations

import pytest
from browsing import obstacles, page_of
from delivery_fixtures import answers_for, contact_at
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer
from site_cast import Cast

from turntide.web.delivery.models import Round
from turntide.web.mail.models import Message
from turntide.web.plans.models import Plan


@pytest.fixture
def answered_for(tarrow_plan: Plan) -> Plan:
    """Two people answer for some actions; for one action somebody without an address, for the rest nobody."""
    actions = list(tarrow_plan.actions.standing())
    answers_for(contact_at(tarrow_plan, "Ray Okoro", "ray@harbourtrust.example"), *actions[:3])
    answers_for(contact_at(tarrow_plan, "Mina Farrow", "mina@council.example", at=1), actions[3])
    answers_for(contact_at(tarrow_plan, "Bo Rivers", "", at=1), actions[4])
    return tarrow_plan


def test_a_round_is_made_looked_at_sent_off_and_taken_back(
    live_server: LiveServer, cast: Cast, answered_for: Plan
) -> None:
    with page_of(live_server.url, cast.editor) as page:
        page.goto(f"{live_server.url}/places/tarrow/rounds/")
        assert obstacles(page) == []
        page.get_by_role("link", name="Start a round").click()
        assert obstacles(page) == []
        page.get_by_label("A note for everybody").fill("The board meets on 28 January.")
        page.get_by_role("button", name="Save and see who is asked").click()
        expect(
            page.get_by_text("2 people would be asked for 4 actions. Nothing has been sent.")
        ).to_be_visible()
        page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
        assert obstacles(page) == []
        expect(page.get_by_role("link", name="Add an address for Bo Rivers")).to_be_visible()
        page.get_by_role("button", name="Send", exact=True).click()
        expect(page.get_by_text("Letters go out in five minutes")).to_be_visible()
        page.locator(".tt-undo button").click()
        expect(page.get_by_text("The round was taken back. Nothing was sent")).to_be_visible()
        page.goto(f"{live_server.url}/places/tarrow/rounds/")
        assert obstacles(page) == []
    assert not Message.objects.exists()


def test_mistakes_are_said_in_words_and_nothing_needs_scripts(
    live_server: LiveServer, cast: Cast, answered_for: Plan
) -> None:
    with page_of(live_server.url, cast.editor, width=320, scripts=False) as page:
        page.goto(f"{live_server.url}/places/tarrow/rounds/new/")
        page.get_by_label("Other days").check()
        page.get_by_role("button", name="Save and see who is asked").click()
        expect(page.get_by_role("link", name="Say with which day the period begins.")).to_be_visible()
        page.get_by_role("radio", name="This quarter").check()
        page.get_by_role("button", name="Save and see who is asked").click()
        page.get_by_role("button", name="Send", exact=True).click()
        expect(page.get_by_text("Letters go out in five minutes")).to_be_visible()
    assert Round.objects.get().is_open
    assert Message.objects.count() == 2
