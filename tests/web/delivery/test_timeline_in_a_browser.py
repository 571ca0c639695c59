"""Freshness, the timeline and decisions in a browser: axe finds nothing, nothing runs off the page, wide or narrow."""

from __future__ import annotations

from datetime import date

import pytest
from browsing import everybody_can_use, page_of
from delivery_fixtures import Asked
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer
from site_cast import Cast

from turntide.web.delivery.models import Group, Standing, Update
from turntide.web.delivery.rules.said import Said, StepSaid
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in
from turntide.web.delivery.services.deciding import record_decision
from turntide.web.plans.models import Action, Milestone


@pytest.fixture
def told(asked: Asked, cast: Cast) -> Action:
    """An action of which much is known, and another that is silent."""
    group = Group.objects.create(place=cast.tarrow, name="Riverside board", kind="board")
    one, other, *_rest = asked.requests(asked.ray)
    milestone = Milestone.objects.create(action=one.action, text="Path open", due=date(2027, 3, 1))
    said = Said(
        lifecycle="delivering",
        confidence="amber",
        reason="The contractor is late.",
        recovers_on=date(2027, 2, 1),
        done="Marked out the first of three routes with the school.",
        next="The second route.",
        ask="A crossing at the mill, please.",
        steps=(
            StepSaid(milestone.pk, milestone.text, milestone.due, moved_to=date(2027, 5, 4), reason="Wet."),
        ),
    )
    hand_in(request=one, said=said, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    Update.objects.create(
        action=one.action,
        state="approved",
        via="document",
        on=date(2026, 1, 31),
        dated_as="January update",
        wording="Survey done.",
        status_as="Amberish",
    )
    record_decision(
        plan=one.action.plan,
        action=one.action,
        text="Go on to 2027.",
        on=date(2026, 11, 2),
        group=group,
        by=cast.by,
    )
    Update.objects.create(
        action=other.action, state="approved", on=date(2026, 7, 3), lifecycle="delivering", confidence="green"
    )
    Standing.objects.filter(action=other.action_id).update(missed=2, said_on=date(2026, 7, 3), asked_due=None)
    return one.action


def test_every_page_can_be_used_by_everybody(live_server: LiveServer, cast: Cast, told: Action) -> None:
    plan, action = f"plans/{told.plan_id}/", f"actions/{told.pk}/"
    paths = ["", plan, f"{plan}table/?fresh=silent", f"{plan}table/", f"{plan}tree/", f"{plan}decisions/"]
    paths += [action, f"{action}timeline/", f"{action}timeline/?kind=comment", f"{action}decisions/add/"]
    with page_of(live_server.url, cast.editor) as page:
        everybody_can_use(page, *(f"{live_server.url}/places/tarrow/{path}" for path in paths))


def test_a_decision_is_recorded_and_taken_back_by_hand(
    live_server: LiveServer, cast: Cast, told: Action
) -> None:
    with page_of(live_server.url, cast.editor, width=320) as page:
        page.goto(f"{live_server.url}/places/tarrow/actions/{told.pk}/decisions/add/")
        page.get_by_label("What was decided").fill("The second route comes first.")
        page.get_by_label("Which group decided").select_option(label="Riverside board")
        page.get_by_role("button", name="Record the decision").click()
        expect(page.get_by_text("The second route comes first.")).to_be_visible()
        page.locator(".tt-undo button").click()
        expect(page.get_by_text("The decision was taken back.")).to_be_visible()
        expect(page.get_by_text("The second route comes first.")).to_have_count(0)
