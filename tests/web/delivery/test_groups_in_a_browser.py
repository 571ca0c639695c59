"""Groups, arrangements and the calendar in a browser: axe finds nothing, nothing runs off the page, and by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from browsing import everybody_can_use, page_of
from delivery_fixtures import Asked
from django.utils import timezone
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer
from site_cast import Cast

from turntide.web.delivery.models import Cadence, Group, Request
from turntide.web.delivery.rules.said import Said, StepSaid
from turntide.web.delivery.rules.vocabulary import Wording
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in
from turntide.web.delivery.services.calendar_links import make_feed
from turntide.web.delivery.services.grouping import Described, begin_group
from turntide.web.delivery.services.remitting import Looked, set_remit
from turntide.web.delivery.services.seating import seat_member
from turntide.web.delivery.services.vocabulary import OURS, bring_back_words, reword
from turntide.web.plans.models import Action, Milestone


@pytest.fixture
def board(cast: Cast, asked: Asked) -> Group:
    """A board with a subgroup, members and a remit, and a plan of which all is arranged."""
    described = Described(
        name="Health and wellbeing board", kind=Group.Kind.BOARD, purpose="Watches over it."
    )
    board = begin_group(place=cast.tarrow, described=described, by=cast.by)
    begin_group(place=cast.tarrow, described=Described(name="Moving more", parent=board.pk), by=cast.by)
    for contact in (asked.ray, asked.mina):
        seat_member(group=board, contact=contact, chair=contact == asked.ray, by=cast.by)
    actions = [request.action for request in asked.requests(asked.ray)]
    plan = actions[0].plan
    headings = [heading.pk for heading in plan.headings.standing()[:2]]
    board.refresh_from_db()
    looked = Looked(headings=headings, actions=[actions[0].pk])
    set_remit(group=board, plan=plan, looked=looked, saw=board.version, by=cast.by)
    terms = {("lifecycle", "delivering"): Wording("Under way", "Work has begun on the ground.")}
    reword(plan=plan, terms=terms, saw=OURS, by=cast.by)
    bring_back_words(plan=plan, number=OURS, by=cast.by)
    plan.actions.filter(pk=actions[0].pk).update(
        status_wording="Begun", lifecycle="delivering", recurs="annual"
    )
    Cadence.objects.create(action=actions[1], months=6)
    make_feed(place=cast.tarrow, holder=cast.owner, by=cast.by)
    _milestones(asked, actions)
    return board


def _milestones(asked: Asked, actions: list[Action]) -> None:
    today = timezone.localdate()
    for at, (text, days) in enumerate((("Design agreed", 0), ("Path opened", -50), ("Signs up", 1))):
        Milestone.objects.create(action=actions[at], text=text, due=today + timedelta(days=days))
    of = Milestone.objects.get(text="Design agreed")
    step = StepSaid(of.pk, of.text, of.due, moved_to=today + timedelta(days=1), reason="The ground is wet.")
    said = Said(lifecycle="delivering", confidence="green", steps=(step,))
    request = Request.objects.get(action=actions[0])
    hand_in(request=request, said=said, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))


def test_every_page_can_be_used_by_everybody(live_server: LiveServer, cast: Cast, board: Group) -> None:
    start = f"{live_server.url}/places/tarrow/"
    plan = board.remits.exclude(heading=None)[0].heading.plan  # type: ignore[union-attr]
    action = Cadence.objects.get().action_id
    own = ("", "edit/", "members/add/", "members/add/?words=zz", "members/new/", "looks-after/", "actions/")
    paths = ["groups/", "groups/add/", *(f"groups/{board.pk}/{path}" for path in own)]
    paths += [f"groups/{board.pk}/looks-after/plans/{plan.pk}/", "arrangements/", "arrangements/edit/"]
    paths += [
        f"plans/{plan.pk}/{path}" for path in ("reporting/?words=a", "words/", "words/edit/?fill=document")
    ]
    paths += [f"actions/{action}/cadence/", "calendar/", "calendar/?show=overdue", "calendar/?month=2031-01"]
    paths += ["calendar/feed/"]
    with page_of(live_server.url, cast.owner) as page:
        everybody_can_use(page, *(start + path for path in paths))


@pytest.mark.parametrize("scripts", [True, False])
def test_a_group_is_begun_given_a_chair_and_something_to_look_after(
    live_server: LiveServer, cast: Cast, asked: Asked, scripts: bool
) -> None:
    action = asked.requests(asked.ray)[0].action
    title = action.plan.title
    with page_of(live_server.url, cast.owner, width=320, scripts=scripts) as page:
        page.goto(f"{live_server.url}/places/tarrow/groups/")
        page.get_by_role("button", name="Add a group").first.click()
        page.get_by_label("Name", exact=True).fill("Walking group")
        page.get_by_role("button", name="Save").click()
        page.get_by_role("link", name="Add a member").click()
        page.get_by_label("Ray Okoro").check()
        page.get_by_label("Chairs the group").check()
        page.get_by_role("button", name="Add to the group").click()
        page.get_by_role("link", name="Choose what it looks after").click()
        page.get_by_role("link", name=title).click()
        page.get_by_label("Find an action").fill(action.text[:20])
        page.get_by_role("button", name="Find").click()
        page.locator(f"#action-{action.pk}").check()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("1 action", exact=True)).to_be_visible()
    group = Group.objects.get(name="Walking group")
    assert (group.members.get().chair, group.remits.get().action_id) == (True, action.pk)
