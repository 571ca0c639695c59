"""How fresh what is known of actions is: the database narrows as the rule says, and pages show it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from delivery_fixtures import Asked
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries
from site_cast import Cast

from turntide.plan.model import Action as ReadAction
from turntide.plan.model import Plan as ReadPlan
from turntide.plan.model import Status
from turntide.web.delivery.models import Request, Standing, Update
from turntide.web.delivery.rules.freshness import Freshness, Known, freshness
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in
from turntide.web.delivery.services.opening import close_round
from turntide.web.delivery.store.freshness import counts, narrowed, standings_of
from turntide.web.plans.delivery_connection import delivery
from turntide.web.plans.models import Action, Plan
from turntide.web.plans.services.adopting import adopt_plan

TODAY = date(2026, 11, 22)
days = st.none() | st.integers(-3, 3).map(lambda shift: TODAY + timedelta(days=shift))
known = st.builds(Known, days, days, st.integers(0, 3), days)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40)
@given(st.lists(st.none() | known, min_size=1, max_size=15), st.integers(-4, 4))
def test_the_database_narrows_as_the_rule_says(
    tarrow_plan: Plan, some: list[Known | None], shift: int
) -> None:
    today = TODAY + timedelta(days=shift)
    actions = list(tarrow_plan.actions.all()[: len(some)])
    Standing.objects.all().delete()
    Standing.objects.bulk_create(
        Standing(
            action=action,
            said_on=each.said_on,
            asked_due=each.asked_due,
            missed=each.missed,
            fresh_until=each.fresh_until,
        )
        for action, each in zip(actions, some, strict=True)
        if each is not None
    )
    by_rule = {
        action.pk: freshness(each or Known(), today) for action, each in zip(actions, some, strict=True)
    }
    ours = Action.objects.filter(pk__in=by_rule)
    for fresh in Freshness:
        expected = {pk for pk, is_ in by_rule.items() if is_ is fresh}
        assert set(narrowed(ours, fresh.value, today).values_list("pk", flat=True)) == expected
    assert counts(ours, today) == {each.value: list(by_rule.values()).count(each) for each in Freshness}


@pytest.fixture
def as_viewer(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.viewer)
    return client


def page_of(client: Client, name: str, *args: object, query: str = "") -> str:
    response = client.get(reverse(name, args=["tarrow", *args]) + query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def missed(request: Request, many: int, said_on: date | None = None) -> None:
    Standing.objects.filter(action=request.action_id).update(missed=many, said_on=said_on, asked_due=None)


def test_without_anybody_asked_pages_say_nothing_of_freshness(tarrow_plan: Plan, as_viewer: Client) -> None:
    for name in ("plan", "plan_tree", "plan_table"):
        page = page_of(as_viewer, name, tarrow_plan.pk)
        assert "fresh=" not in page
        assert 'name="fresh"' not in page
    assert delivery().freshness([row.pk for row in tarrow_plan.actions.all()]) == {}


def test_an_action_that_is_silent_shows_since_when_wherever_it_stands(
    asked: Asked, as_viewer: Client
) -> None:
    one = asked.requests(asked.ray)[0]
    missed(one, 2, date(2026, 7, 3))
    plan = one.action.plan
    for name, about in (("plan_tree", plan.pk), ("plan_table", plan.pk), ("action", one.action_id)):
        assert "silent since 3 July 2026" in page_of(as_viewer, name, about)
    for name, args in (("plan", [plan.pk]), ("place", []), ("plans", [])):
        assert f"{reverse('plan_table', args=['tarrow', plan.pk])}?fresh=silent" in page_of(
            as_viewer, name, *args
        )
    assert "1 action<" in page_of(as_viewer, "plan_table", plan.pk, query="?fresh=silent")
    leads = one.action.involvements.first()
    assert leads is not None
    assert "silent since 3 July 2026" in page_of(as_viewer, "organisation", leads.organisation.known_as.pk)


def test_the_table_is_narrowed_by_freshness(asked: Asked, as_viewer: Client) -> None:
    plan = asked.requests(asked.ray)[0].action.plan
    assert "4 actions<" in page_of(as_viewer, "plan_table", plan.pk, query="?fresh=due")
    assert "11 actions<" in page_of(as_viewer, "actions", query="?fresh=none")
    assert as_viewer.get(reverse("actions", args=["tarrow"]) + "?fresh=stale").status_code == 404


def rated(cast: Cast, wording: str, confidence: str) -> Action:
    """An action that its plan's document rates."""
    read = ReadPlan(
        title="Rated", actions=(ReadAction("a", "Rate it", status=Status(wording, None, confidence)),)
    )
    return adopt_plan(place=cast.tarrow, read=read, original=None, name="x", by=cast.by).plan.actions.get()


def test_what_is_silent_is_not_green(cast: Cast, as_viewer: Client) -> None:
    action = rated(cast, "On track", "green")
    Standing.objects.create(action=action, missed=2, said_on=date(2026, 7, 3))
    Update.objects.create(
        action=action, state="approved", on=date(2026, 7, 3), lifecycle="delivering", confidence="green"
    )
    page = page_of(as_viewer, "plan_table", action.plan_id)
    assert "was green, said 3 July 2026" in page
    assert "tt-tag--green" not in page
    assert "in the plan: “On track”" in page


def test_the_documents_own_green_does_not_hold_either(cast: Cast, as_viewer: Client) -> None:
    action = rated(cast, "Green", "green")
    Standing.objects.create(action=action, missed=3)
    page = page_of(as_viewer, "action", action.pk)
    assert "was green" in page
    assert "never answered" in page
    assert "tt-tag--green" not in page


def test_what_was_said_stands_before_what_the_document_says(asked: Asked, as_viewer: Client) -> None:
    one = asked.requests(asked.ray)[0]
    Action.objects.filter(pk=one.action_id).update(status_wording="On course", confidence="green")
    said = Said(lifecycle="paused", confidence="red", reason="Flood.", recovers_on=timezone.localdate())
    update = hand_in(request=one, said=said, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    page = page_of(as_viewer, "action", one.action_id)
    assert "not yet approved" in page
    assert "tt-tag--red" in page
    assert "in the plan: “On course”" in page
    Update.objects.filter(pk=update.pk).update(state=Update.State.APPROVED)
    assert "not yet approved" not in page_of(as_viewer, "plan_table", one.action.plan_id)


def test_a_closed_round_turns_what_was_not_answered(asked: Asked, cast: Cast, as_viewer: Client) -> None:
    close_round(round_=asked.round, by=cast.by)
    plan = asked.requests(asked.ray)[0].action.plan
    page = page_of(as_viewer, "plan", plan.pk)
    assert "Late: 4 actions" in page
    assert "Not reported: 11 actions" in page


def test_a_page_of_actions_asks_once(asked: Asked, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    ids = list(Action.objects.values_list("pk", flat=True))
    with django_assert_num_queries(1):
        standings_of(ids)
    with django_assert_num_queries(2):
        assert len(delivery().freshness(ids)) == 4


def test_what_a_partner_said_stands_before_an_older_word_of_the_document(
    asked: Asked, as_viewer: Client
) -> None:
    one = asked.requests(asked.ray)[0]
    Update.objects.create(
        action=one.action, state="approved", via="document", on=date(2026, 1, 31), confidence="green"
    )
    said = Said(lifecycle="paused", confidence="red", reason="Flood.", recovers_on=timezone.localdate())
    hand_in(request=one, said=said, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    assert "tt-tag--red" in page_of(as_viewer, "action", one.action_id)


def test_what_is_approved_holds_until_the_next_is(asked: Asked, as_viewer: Client) -> None:
    one = asked.requests(asked.ray)[0]
    Update.objects.create(
        action=one.action, state="approved", on=date(2026, 8, 3), lifecycle="delivering", confidence="green"
    )
    said = Said(lifecycle="paused", confidence="red", reason="Flood.", recovers_on=timezone.localdate())
    hand_in(request=one, said=said, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    page = page_of(as_viewer, "plan_table", one.action.plan_id)
    assert "said 3 August 2026" in page
    assert "tt-tag--red" not in page


def test_the_table_is_sorted_by_the_status_it_shows(asked: Asked, cast: Cast, as_viewer: Client) -> None:
    plan = asked.requests(asked.ray)[0].action.plan
    told, silent, other = (each.action for each in asked.requests(asked.ray))
    plan.actions.update(lifecycle="", confidence="")
    Action.objects.filter(pk=told.pk).update(lifecycle="complete")
    Action.objects.filter(pk=other.pk).update(lifecycle="delivering", confidence="green")
    said = Said(lifecycle="stopped")
    hand_in(
        request=Request.objects.get(action=told),
        said=said,
        saw=NOTHING_SEEN,
        author=Author.from_link(asked.ray),
    )

    def order(sort: str) -> list[object]:
        page = as_viewer.get(reverse("plan_table", args=["tarrow", plan.pk]) + f"?sort={sort}")
        return [row.id for row in page.context["page"].rows]

    assert order("status")[:2] == [other.pk, told.pk], "it was complete in the document, and has stopped"
    assert order("-status")[:2] == [told.pk, other.pk], "what says nothing comes last either way"
    Action.objects.filter(pk=silent.pk).update(confidence="amber")
    assert order("status")[2] == silent.pk, "how sure it is counts where nothing says how far it is"


def test_what_a_partner_called_done_is_not_overdue(asked: Asked, as_viewer: Client) -> None:
    one = asked.requests(asked.ray)[0]
    Action.objects.filter(pk=one.action_id).update(ends=date(2020, 3, 31), lifecycle="delivering")

    def overdue() -> bool:
        page = as_viewer.get(reverse("plan_table", args=["tarrow", one.action.plan_id]))
        return bool(next(row for row in page.context["page"].rows if row.id == one.action_id).overdue)

    assert overdue()
    said = Said(lifecycle="complete")
    hand_in(request=one, said=said, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    assert not overdue()
