"""Milestones by month: what moved stands on its new day, and what is overdue is said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from delivery_fixtures import Asked, answers_for, contact_at
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from site_cast import Cast

from turntide.web.accounts.roles import Role
from turntide.web.delivery.models import Request
from turntide.web.delivery.rules.said import Said, StepSaid
from turntide.web.delivery.services.answering import Author, hand_in, keep_draft
from turntide.web.delivery.services.grouping import Described, begin_group
from turntide.web.delivery.services.remitting import Looked, set_remit
from turntide.web.delivery.store.milestones import Marked, marked, milestones_of
from turntide.web.plans.models import Action, Milestone, Part, Plan

TODAY = timezone.localdate
MAY = date(2031, 5, 15)


def address(**query: Any) -> str:
    pairs = "&".join(f"{name}={value}" for name, value in query.items())
    return f"{reverse('calendar', args=['tarrow'])}?{pairs}"


def milestone(action: Action, text: str = "Design agreed", due: date | None = MAY) -> Milestone:
    return Milestone.objects.create(action=action, text=text, due=due)


def lines(client: Client, **query: Any) -> list[str]:
    return [line.text for each in client.get(address(**query)).context["page"].days for line in each.lines]


@pytest.fixture
def actions(asked: Asked) -> list[Action]:
    """The actions that Ray was asked for; the plan has no milestones but those a test makes."""
    Milestone.objects.all().delete()
    return [request.action for request in asked.requests(asked.ray)]


def said(asked: Asked, action: Action, *steps: StepSaid, lifecycle: str = "delivering") -> None:
    """Ray hands in an update of one of their actions, or hands it in anew."""
    request = Request.objects.get(action=action)
    update = getattr(request, "update", None)
    words = Said(lifecycle=lifecycle, confidence="green", steps=steps)
    saw = update.version if update else 0
    hand_in(request=request, said=words, saw=saw, author=Author.from_link(asked.ray))


def moved(of: Milestone, to: date) -> StepSaid:
    return StepSaid(of.pk, of.text, due=of.due, moved_to=to, reason="Ground is wet.")


def met(of: Milestone, on: date) -> StepSaid:
    return StepSaid(of.pk, of.text, due=of.due, met_on=on)


def the_one(cast: Cast) -> Marked:
    (one,) = marked(milestones_of(cast.tarrow))
    return one


def test_a_place_without_milestones_says_what_to_do(cast: Cast, as_editor: Client) -> None:
    page = as_editor.get(address()).content.decode()
    assert "No milestones with a day yet" in page and reverse("plans", args=["tarrow"]) in page


def test_a_month_lists_its_milestones_in_order_and_leads_on(as_editor: Client, actions: list[Action]) -> None:
    milestone(actions[0], "Later", MAY + timedelta(days=3))
    milestone(actions[1], "Earlier", MAY)
    milestone(actions[1], "In June", date(2031, 6, 1))
    milestone(actions[1], "No day", None)
    assert lines(as_editor, month="2031-05") == ["Earlier", "Later"]
    page = as_editor.get(address(month="2031-05")).context["page"]
    assert [words for words, _url in page.around] == ["April 2031", "Today", "June 2031"]
    empty = as_editor.get(address(month="2031-03")).content.decode()
    assert "Go to May 2031" in empty


@pytest.mark.parametrize("month", ["", "2031", "2031-13", "nonsense", "0000-01", "9999-12"])
def test_what_is_no_month_shows_this_one(as_editor: Client, actions: list[Action], month: str) -> None:
    milestone(actions[0], "Now", TODAY())
    assert lines(as_editor, month=month) == ["Now"]


def test_what_was_moved_stands_on_its_new_day(
    cast: Cast, as_editor: Client, asked: Asked, actions: list[Action]
) -> None:
    of = milestone(actions[0])
    said(asked, actions[0], moved(of, date(2031, 7, 1)))
    assert lines(as_editor, month="2031-05") == []
    page = as_editor.get(address(month="2031-07")).content.decode()
    assert "was 15 May 2031" in page and "Ground is wet." in page
    assert (the_one(cast).day, the_one(cast).was) == (date(2031, 7, 1), MAY)


def test_a_milestone_without_a_day_gets_one_by_being_moved(
    cast: Cast, asked: Asked, actions: list[Action]
) -> None:
    said(asked, actions[0], moved(milestone(actions[0], due=None), MAY))
    assert (the_one(cast).day, the_one(cast).was) == (MAY, None)


def test_what_is_only_drafted_moves_nothing(cast: Cast, asked: Asked, actions: list[Action]) -> None:
    of = milestone(actions[0])
    draft = Said(steps=(moved(of, date(2031, 7, 1)),))
    request = Request.objects.get(action=actions[0])
    keep_draft(request=request, said=draft, saw=0, author=Author.from_link(asked.ray))
    assert the_one(cast).day == MAY


def test_what_was_met_is_done_and_not_overdue(
    cast: Cast, as_editor: Client, asked: Asked, actions: list[Action]
) -> None:
    of = milestone(actions[0], due=TODAY() - timedelta(days=40))
    assert the_one(cast).is_overdue(TODAY())
    assert "1 milestone is overdue" in as_editor.get(address()).content.decode()
    assert lines(as_editor, show="overdue") == ["Design agreed"]
    said(asked, actions[0], met(of, TODAY()))
    assert the_one(cast).is_done and not the_one(cast).is_overdue(TODAY())
    assert lines(as_editor, show="overdue") == []
    assert "Nothing is overdue" in as_editor.get(address(show="overdue")).content.decode()


@pytest.mark.parametrize(
    ("lifecycle", "as_is"),
    [("complete", "done"), ("stopped", "off"), ("merged", "off"), ("paused", "overdue")],
)
def test_the_milestones_of_an_action_that_is_over_are_not_overdue(
    as_editor: Client, asked: Asked, actions: list[Action], lifecycle: str, as_is: str
) -> None:
    due = TODAY() - timedelta(days=40)
    milestone(actions[0], due=due)
    said(asked, actions[0], lifecycle=lifecycle)
    page = as_editor.get(address(month=f"{due:%Y-%m}")).context["page"]
    assert [line.state for each in page.days for line in each.lines] == [as_is]
    assert len(lines(as_editor, show="overdue")) == int(as_is == "overdue")


def test_filters_narrow_by_plan_body_and_group(
    cast: Cast, as_editor: Client, asked: Asked, actions: list[Action]
) -> None:
    other = Plan.objects.create(place=cast.tarrow, title="Food plan")
    foreign = Action.objects.create(plan=other, text="Grow food")
    body = asked.ray.organisation
    foreign.involvements.create(organisation=body, part=Part.LEAD, name=body.name)
    actions[0].involvements.all().delete()
    milestone(actions[0], "Ours")
    milestone(foreign, "Food")
    group = begin_group(place=cast.tarrow, described=Described(name="Board"), by=cast.by)
    plan = actions[0].plan
    set_remit(group=group, plan=plan, looked=Looked(actions=[actions[0].pk]), saw=1, by=cast.by)
    month = "2031-05"
    assert lines(as_editor, month=month, plan=other.pk) == ["Food"]
    assert lines(as_editor, month=month, body=body.pk) == ["Food"]
    assert lines(as_editor, month=month, group=group.pk) == ["Ours"]
    assert lines(as_editor, month=month, group=group.pk, plan=other.pk) == []
    assert lines(as_editor, month=month, group="nonsense", plan=cast.elsewhere.pk) == ["Ours", "Food"]


def test_what_was_set_aside_has_no_milestones(cast: Cast, as_editor: Client, actions: list[Action]) -> None:
    milestone(actions[0])
    Action.objects.filter(pk=actions[0].pk).update(retired_at=timezone.now())
    assert lines(as_editor, month="2031-05") == []


@pytest.mark.parametrize("role", list(Role))
def test_everybody_of_the_place_sees_them_and_nobody_else(
    cast: Cast, actions: list[Action], role: Role
) -> None:
    milestone(actions[0], "<script>alert(1)</script>")
    client = Client()
    client.force_login(cast.members[role])
    page = client.get(address(month="2031-05")).content.decode()
    assert "&lt;script&gt;alert(1)" in page and "<script>alert" not in page
    client.force_login(cast.outsider)
    assert client.get(address()).status_code == 404


def test_the_list_asks_a_fixed_number_of_questions(
    cast: Cast, as_editor: Client, asked: Asked, actions: list[Action], tarrow_plan: Plan
) -> None:
    def number(url: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert as_editor.get(url).status_code == 200
        return len(queries)

    first = milestone(actions[0])
    milestone(actions[0], due=date(2020, 1, 1))
    said(asked, actions[0], moved(first, MAY + timedelta(days=1)))
    urls = [address(month="2031-05"), address(show="overdue")]
    few = [number(url) for url in urls]
    for at, action in enumerate(tarrow_plan.actions.standing()):
        milestone(action, f"Step {at}")
        milestone(action, f"Late step {at}", date(2021, 1, 1))
    answers_for(
        contact_at(tarrow_plan, "Bo Rivers", "bo@birch.example"), *tarrow_plan.actions.standing()[5:7]
    )
    assert [number(url) for url in urls] == few
