"""How a place and its plans report, and how often single actions are asked."""

from __future__ import annotations

import re
from typing import Any

import pytest
from delivery_fixtures import Asked
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from site_cast import Cast

from turntide.web.accounts.roles import Role
from turntide.web.delivery.models import Arrangements, Cadence, Reporting, Standing
from turntide.web.delivery.rules.cadence_wording import months_in
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, say_done
from turntide.web.plans.models import Action, Milestone, Plan


def address(route: str, *args: Any) -> str:
    return reverse(route, args=["tarrow", *args])


def signed_in(cast: Cast, role: Role) -> Client:
    client = Client()
    client.force_login(cast.members[role])
    return client


def undo_in(page: str, route: str) -> str:
    """The address of the page's Undo button."""
    found = re.search(rf'action="([^"]*{route}[^"]*)"', page)
    assert found is not None, page
    return found[1].replace("&amp;", "&")


@pytest.mark.parametrize(
    ("wording", "months"),
    [
        ("Quarterly", 3),
        ("quarterly updates to the board", 3),
        ("6 monthly", 6),
        ("6monthly updates", 6),
        ("six–monthly", 6),
        ("every 3 months", 3),
        ("Bi-annual", 6),
        ("biennially", 24),
        ("every two years", 24),
        ("twice a year", 6),
        ("2x per year", 6),
        ("three times a year", 4),
        ("four times a year", 3),
        ("each quarter", 3),
        ("annual report", 12),
        ("Monthly", 1),
        ("every other month", 2),
        ("termly", 4),
        ("two-yearly", 24),
        ("bi-monthly", None),
        ("weekly", None),
        ("ongoing", None),
        ("quarterly and annual", None),
        ("5 times a year", None),
        ("by quarter 4", None),
        ("12 month pilot", None),
        ("2 years", None),
        ("", None),
    ],
)
def test_how_often_is_read_from_a_plans_wording(wording: str, months: int | None) -> None:
    assert months_in(wording) == months


@given(st.text(max_size=60))
def test_any_wording_gives_months_or_nothing(wording: str) -> None:
    months = months_in(wording)
    assert months is None or 1 <= months <= 60


def test_the_owner_arranges_and_editors_look(cast: Cast, tarrow_plan: Plan) -> None:
    owner, editor = signed_in(cast, Role.OWNER), signed_in(cast, Role.EDITOR)
    sent = {"nation": "SCT", "reply_days": "10", "keep_months": "", "version": "0"}
    page = owner.post(address("arrangements_edit"), sent, follow=True).content.decode()
    row = Arrangements.objects.get()
    assert (row.nation, row.reply_days, row.keep_months) == ("SCT", 10, None)
    assert "Scotland" in editor.get(address("arrangements")).content.decode()
    assert editor.get(address("arrangements_edit")).status_code == 403
    owner.post(undo_in(page, "arrangements/back"))
    row.refresh_from_db()
    assert (row.nation, row.reply_days, row.keep_months) == ("ENG", 5, 36)


def test_of_two_who_arrange_at_once_the_second_is_told(cast: Cast) -> None:
    owner = signed_in(cast, Role.OWNER)
    sent = {"nation": "WLS", "reply_days": "5", "keep_months": "12", "version": "0"}
    owner.post(address("arrangements_edit"), sent)
    second = owner.post(address("arrangements_edit"), sent | {"nation": "SCT"})
    assert second.status_code == 409
    assert Arrangements.objects.get().nation == "WLS"


def test_an_undo_that_was_overtaken_changes_nothing(cast: Cast) -> None:
    owner, url = signed_in(cast, Role.OWNER), address("arrangements_edit")
    sent = {"nation": "WLS", "reply_days": "5", "keep_months": "12", "version": "0"}
    page = owner.post(url, sent, follow=True).content.decode()
    owner.post(url, sent | {"nation": "SCT", "version": "1"})
    again = owner.post(undo_in(page, "arrangements/back"), follow=True).content.decode()
    assert "cannot be undone" in again
    assert Arrangements.objects.get().nation == "SCT"


@pytest.mark.parametrize(
    ("told", "confidence", "stories"),
    [("colours", True, False), ("plain", False, False), ("stories", True, True)],
)
def test_a_plan_is_told_with_colours_without_or_in_stories(
    as_editor: Client, tarrow_plan: Plan, told: str, confidence: bool, stories: bool
) -> None:
    sent = {"months": "6", "told": told, "version": "0"}
    page = as_editor.post(address("reporting", tarrow_plan.pk), sent, follow=True).content.decode()
    row = Reporting.objects.get(plan=tarrow_plan)
    assert (row.months, row.confidence, row.stories_only) == (6, confidence, stories)
    as_editor.post(undo_in(page, "reporting/back"))
    row.refresh_from_db()
    assert (row.months, row.confidence, row.stories_only) == (3, True, False)


def test_how_long_an_answer_is_fresh_follows_the_pace(as_editor: Client, asked: Asked) -> None:
    request = asked.requests(asked.ray)[0]
    say_done(request=request, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    before = Standing.objects.get(action=request.action_id).fresh_until
    sent = {"months": "12", "told": "colours", "version": "0"}
    as_editor.post(address("reporting", request.action.plan_id), sent)
    by_plan = Standing.objects.get(action=request.action_id).fresh_until
    as_editor.post(address("cadence", request.action_id), {"months": "24"})
    own = Standing.objects.get(action=request.action_id).fresh_until
    assert before and by_plan and own and before < by_plan < own


def test_an_action_is_asked_at_its_own_pace_and_at_its_plans_again(
    as_editor: Client, tarrow_plan: Plan
) -> None:
    action = tarrow_plan.actions.standing()[0]
    page = as_editor.post(address("cadence", action.pk), {"months": "12"}, follow=True).content.decode()
    assert Cadence.objects.get(action=action).months == 12
    as_editor.post(undo_in(page, "cadence/back"))
    assert not Cadence.objects.exists()
    as_editor.post(address("cadence", action.pk), {"months": "1"})
    as_editor.post(address("cadence", action.pk), {"months": ""})
    assert not Cadence.objects.exists()


@pytest.fixture
def worded(tarrow_plan: Plan) -> tuple[Action, Action]:
    """Two actions of which the plan says how often they are reported, and a third as often as it is asked anyway."""
    Milestone.objects.filter(action__plan=tarrow_plan).update(cadence="")
    tarrow_plan.actions.update(recurs="")
    first, second, third = tarrow_plan.actions.standing()[:3]
    Milestone.objects.create(action=first, text="6 monthly updates", cadence="six-monthly")
    Action.objects.filter(pk=second.pk).update(recurs="annual")
    Milestone.objects.create(action=third, text="Quarterly updates", cadence="quarterly")
    return first, second


def test_what_the_plan_says_of_paces_is_proposed_and_taken_over(
    as_editor: Client, tarrow_plan: Plan, worded: tuple[Action, Action]
) -> None:
    page = as_editor.get(address("reporting", tarrow_plan.pk)).context["page"]
    assert {line.id for line in page.proposed} == {str(action.pk) for action in worded}
    sent = {"actions": [action.pk for action in worded]}
    after = as_editor.post(address("reporting_proposals", tarrow_plan.pk), sent, follow=True).content.decode()
    assert dict(Cadence.objects.values_list("action_id", "months")) == {worded[0].pk: 6, worded[1].pk: 12}
    assert as_editor.get(address("reporting", tarrow_plan.pk)).context["page"].proposed == ()
    as_editor.post(undo_in(after, "proposals/back"))
    assert not Cadence.objects.exists()


def test_a_pace_of_another_plans_action_is_not_set(
    cast: Cast, as_editor: Client, worded: tuple[Action, Action]
) -> None:
    other = Plan.objects.create(place=cast.tarrow, title="Food plan")
    as_editor.post(address("reporting_proposals", other.pk), {"actions": [worded[0].pk]})
    these = f"{address('reporting_proposals_back', other.pk)}?these={worded[0].pk.hex}-nonsense"
    as_editor.post(these)
    assert not Cadence.objects.exists()


def test_the_page_of_an_action_shows_what_its_plan_says(
    as_editor: Client, worded: tuple[Action, Action]
) -> None:
    page = as_editor.get(address("cadence", worded[0].pk)).content.decode()
    assert "six-monthly" in page and "Every half year" in page


def test_pages_ask_a_fixed_number_of_questions(
    cast: Cast, as_editor: Client, tarrow_plan: Plan, worded: tuple[Action, Action]
) -> None:
    def asked(url: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert as_editor.get(url).status_code == 200
        return len(queries)

    urls = (address("arrangements"), address("reporting", tarrow_plan.pk))
    few = [asked(url) for url in urls]
    Plan.objects.create(place=cast.tarrow, title="Food plan")
    Action.objects.filter(plan=tarrow_plan).update(recurs="annual")
    for action in tarrow_plan.actions.standing()[:5]:
        Cadence.objects.create(action=action, months=2)
    assert [asked(url) for url in urls] == few
