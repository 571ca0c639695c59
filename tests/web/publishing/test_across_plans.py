"""Across plans: what several places published, searched, compared, and who is involved where."""

from __future__ import annotations

from dataclasses import replace

import pytest
from across_published import PLAN, SECOND, THEIRS, other_record, publish_made
from django.test import Client
from made_record import action_id, made_record
from pytest_django import DjangoAssertNumQueries as Most
from site_cast import Cast

from turntide.web.periods.rules.figures import figures
from turntide.web.publishing.services.describing import close_site
from turntide.web.publishing.store.across import compare, involved, published_plans, search
from turntide.web.publishing.store.published import all_current


@pytest.fixture
def two(cast: Cast) -> Cast:
    """The cast, with both places publishing."""
    publish_made(cast.tarrow, made_record())
    publish_made(cast.elsewhere, other_record())
    return cast


def page(client: Client, address: str) -> str:
    """A page as anybody gets it, who is given no cookie."""
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    return response.content.decode()


def test_pages_lead_there(two: Cast) -> None:
    client = Client()
    assert 'href="/across/"' in page(client, "/in/tarrow/")
    assert 'href="/across/cy/"' in page(client, "/in/tarrow/cy/")
    assert 'href="/across/"' in client.get("/", follow=True).content.decode()
    close_site(place=two.elsewhere, by=two.by)
    assert 'href="/across/"' not in client.get("/", follow=True).content.decode(), "there is but one to read"


def test_many_places_are_read_with_few_questions(two: Cast, django_assert_max_num_queries: Most) -> None:
    publish_made(two.elsewhere, replace(other_record(), stories=made_record().stories[:1]))
    all_current()
    with django_assert_max_num_queries(3):
        assert len(all_current()) == 2


def test_every_published_plan_is_there_by_place(two: Cast) -> None:
    assert [each.id for each in published_plans()] == [PLAN, SECOND, THEIRS]
    assert [each.id for each in published_plans(["tarrow"])] == [PLAN, SECOND]
    assert [each.id for each in published_plans(plans=[SECOND, "unknown"])] == [SECOND]


def test_search_goes_over_all_places_and_is_narrowed(two: Cast) -> None:
    assert [hit.published.slug for hit in search("begin QUAY")] == ["tarrow", "wexcombe"]
    assert [hit.action.id for hit in search("begin quay", ["tarrow"])] == [action_id(1)]
    assert not search("walking", plans=[SECOND])
    assert not search(" ")


def test_what_is_not_public_is_not_found(two: Cast) -> None:
    assert search("objections") == ()
    assert search("Mina") == ()


def test_plans_compared_have_the_figures_of_their_records(two: Cast) -> None:
    comparison = compare([SECOND, THEIRS, PLAN, SECOND, "gone"])
    assert [side.published.id for side in comparison.sides] == [SECOND, THEIRS, PLAN]
    assert comparison.missing == ("gone",)
    for side in comparison.sides:
        assert side.figures == figures(side.published.actions)
        assert sum(len(each.figures.all.actions) for each in side.themes) == side.figures.all.number
        assert [
            sum(column) for column in zip(*(each.numbers for each in comparison.endings), strict=True)
        ] == [2, 2, 7]
    assert [side.confidence for side in comparison.sides] == [False, True, True]
    assert [each.year for each in comparison.endings] == ["2026/27", ""]


def test_bodies_of_one_name_are_told_as_one(two: Cast) -> None:
    first, *rest = involved()
    assert (first.name, first.places, first.actions, first.led) == ("Harbour Trust", 2, 6, 6)
    assert "Quay Runners" in [each.name for each in rest]
    assert [(each.name, each.numbers) for each in compare([PLAN, THEIRS]).shared] == [
        ("Harbour Trust", (3, 2))
    ]
    assert [each.name for each in involved("quay RUN")] == ["Quay Runners"]


def test_a_place_that_closes_is_gone_at_once(two: Cast, client: Client) -> None:
    before = client.get("/across/")
    assert client.get("/across/", headers={"If-None-Match": before["ETag"]}).status_code == 304
    close_site(place=two.elsewhere, by=two.by)
    after = client.get("/across/", headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert "Moving more in Wexcombe" not in after.content.decode()
    assert {each.slug for each in published_plans()} == {"tarrow"}


def test_pages_show_what_was_asked_for(two: Cast, client: Client) -> None:
    assert "Warm homes together" in page(client, "/across/")
    found = page(client, "/across/search/?q=quay")
    assert "Begin walking groups on the quay" in found
    assert f"/in/tarrow/actions/{action_id(1)}/" in found
    beside = page(client, f"/across/compare/?plan={PLAN}&plan={THEIRS}")
    assert "How far the actions are" in beside
    assert "Harbour Trust" in page(client, "/across/involved/?q=harbour")


def test_pages_in_another_language_lead_to_that_language(two: Cast, client: Client) -> None:
    assert f"/in/tarrow/cy/actions/{action_id(1)}/" in page(client, "/across/cy/search/?q=quay")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/across/search/?q=zeppelin", "No published action has the words “zeppelin”"),
        ("/across/search/?q=quay&place=nowhere", "Search in all places and plans"),
        ("/across/search/?q=%00%3Cb%3E", "“&lt;b&gt;”"),
        ("/across/compare/", "Choose from two to 6 plans."),
        (f"/across/compare/?plan={PLAN}", "Choose at least one plan more."),
        (f"/across/compare/?plan={PLAN}&plan=x", "1 plan that was asked for is not published"),
        (f"/across/compare/?{'&'.join(f'plan={at}' for at in range(9))}", "Only 6 plans fit side by side"),
        ("/across/involved/?q=zeppelin", "No organisation in a published plan has “zeppelin” in its name."),
    ],
)
def test_what_cannot_be_shown_is_said(two: Cast, client: Client, address: str, said: str) -> None:
    assert said in page(client, address)


@pytest.mark.parametrize(
    "address", ["/across/", "/across/search/?q=a", "/across/compare/", "/across/involved/"]
)
def test_where_no_place_publishes_the_page_says_so(cast: Cast, client: Client, address: str) -> None:
    assert "No place publishes here yet" in page(client, address)


def test_a_page_of_a_list_that_is_not_there_is_not_found(two: Cast, client: Client) -> None:
    assert client.get("/across/involved/?page=99").status_code == 404
    assert client.post("/across/").status_code == 405
