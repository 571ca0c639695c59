"""Who answers, in a browser: axe finds nothing, nothing runs off a phone, and all of it goes without JavaScript."""

from __future__ import annotations

import pytest
from browsing import everybody_can_use, obstacles, page_of
from delivery_fixtures import answers_for
from django.urls import reverse
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer
from site_cast import Cast

from turntide.web.delivery.models import Link, Responsibility
from turntide.web.delivery.services.asking_whose import ask_whose
from turntide.web.delivery.services.linking import address_of
from turntide.web.delivery.services.saying_whose import decline
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Action, Plan

State = Responsibility.State


@pytest.fixture
def actions(tarrow_plan: Plan) -> list[Action]:
    return list(tarrow_plan.actions.standing()[:5])


@pytest.fixture
def ray(tarrow_plan: Plan, actions: list[Action]) -> Contact:
    body = actions[0].involvements.all()[0].organisation
    return Contact.objects.create(
        organisation=body, name="Ray Okoro", email="ray@lead.example", role="Head of parks"
    )


@pytest.fixture
def link(cast: Cast, actions: list[Action], ray: Contact) -> Link:
    """Ray's link: he is asked about three actions."""
    answers_for(ray, *actions[:3])
    ask_whose(responsibilities=list(Responsibility.objects.all()), by=cast.by)
    return Link.objects.get()


def here(site: str, link: Link) -> str:
    return site + "/yours/" + address_of(link).split("/yours/", 1)[1]


def row_of(action: Action) -> Responsibility:
    return Responsibility.objects.filter(action=action).order_by("-since")[0]


def test_every_page_can_be_used_by_everybody(
    live_server: LiveServer, cast: Cast, actions: list[Action], link: Link
) -> None:
    Contact.objects.create(organisation=row_of(actions[0]).contact.organisation, name="Kit Ash")
    decline(responsibility=row_of(actions[2]), reason="The parks team does this.")
    listed = reverse("who_answers", args=["tarrow"])
    places = [listed, f"{listed}?state=nobody&words=a", f"{listed}?state=declined", f"{listed}?words=zzzz"]
    places += [reverse("answerer", args=["tarrow", action.pk]) for action in actions[:4]]
    with page_of(live_server.url, cast.editor) as page:
        everybody_can_use(page, *(live_server.url + path for path in places))
        page.goto(live_server.url + listed)
        page.get_by_role("button", name="Name this person").click()
        expect(page.get_by_text("Tick the actions that the person answers for.").first).to_be_visible()
        assert obstacles(page) == []


def test_the_page_behind_the_link_can_be_used_by_everybody(live_server: LiveServer, link: Link) -> None:
    with page_of(live_server.url) as page:
        page.goto(here(live_server.url, link))
        assert page.url == f"{live_server.url}/yours/"
        assert obstacles(page) == []
        page.get_by_text("No, it is not mine").first.click()
        page.get_by_role("button", name="Say that it is not mine").first.click()
        expect(page.get_by_text("Say why it is not yours").first).to_be_visible()
        assert obstacles(page) == []
        page.goto(f"{live_server.url}/yours/")
        page.get_by_role("button", name="Yes, all 3 are mine").click()
        expect(page.get_by_role("heading", name="What happens next")).to_be_visible()
        assert obstacles(page) == []


def test_three_actions_are_answered_on_a_phone_without_javascript(
    live_server: LiveServer, actions: list[Action], link: Link
) -> None:
    with page_of(live_server.url, width=320, scripts=False) as page:
        page.goto(here(live_server.url, link))
        page.get_by_role("button", name="Yes, it is mine").first.click()
        page.get_by_text("It is a colleague’s").first.click()
        page.get_by_label("Your colleague’s name").first.fill("Bo Rivers")
        page.get_by_label("Your colleague’s e-mail address").first.fill("bo@lead.example")
        page.get_by_role("button", name="Pass it on").first.click()
        page.get_by_text("No, it is not mine").first.click()
        page.get_by_label("Why is it not yours?").first.fill("The parks team does this.")
        page.get_by_role("button", name="Say that it is not mine").first.click()
        expect(page.get_by_text("You have answered all that was asked.")).to_be_visible()
        page.locator("li.tt-card").get_by_role("button", name="Undo").first.click()
        expect(page.get_by_text("Your answer was taken back.")).to_be_visible()
    states = [row_of(action).state for action in actions[:3]]
    assert states == [State.ASKED, State.ASKED, State.DECLINED]
    assert row_of(actions[1]).contact.name == "Bo Rivers"


def test_an_officer_names_asks_and_undoes_without_javascript(
    live_server: LiveServer, cast: Cast, actions: list[Action], ray: Contact
) -> None:
    with page_of(live_server.url, cast.editor, scripts=False) as page:
        page.goto(live_server.url + reverse("who_answers", args=["tarrow"]))
        page.get_by_role("button", name="Name Ray Okoro").first.click()
        expect(page.get_by_text("Ray Okoro answers for 1 action.")).to_be_visible()
        page.get_by_role("button", name="Ask them all: is this yours?").click()
        expect(page.get_by_text("1 person is asked about 1 action.")).to_be_visible()
        page.locator(".tt-undo button").click()
        expect(page.get_by_text("1 action is not asked about any more.")).to_be_visible()
    assert Responsibility.objects.get().state == State.NAMED
