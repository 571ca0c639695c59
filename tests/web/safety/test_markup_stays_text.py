"""Words from documents, people and programs are shown as words: never as markup, and never so that a page breaks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from furnished_place import EXAMPLES, FurnishedPlace, Wording, furnish
from lxml import html
from nasty_wording import LONG, MARKUP, ODD, table
from routes_of_the_site import Route, all_routes, routes_of_places
from sound_answers import faults_of_markup, is_page
from two_places import TwoPlaces, signed_in

from turntide.exchange.interchange import as_data
from turntide.opening import plan_in, read_plan
from turntide.plan.model import Plan as ReadPlan
from turntide.web.accounts.roles import Role
from turntide.web.intake.models import Stage
from turntide.web.intake.services.adopting import adopt
from turntide.web.intake.services.bringing import ASK_LATER, Arriving, bring_in
from turntide.web.intake.services.reading import read_now
from turntide.web.audit.by import By

TAGS = {"markup": MARKUP, "long": LONG, "odd": ODD}
ROUTES = [pytest.param(route, id=str(route)) for route in routes_of_places()]
QUERIES = ("", "?part=findings", "?kind=all", "?thing=0", "?cell=0", "?open=all", "?q=%(tag)s", "?page=999999")
NASTY_QUERIES = ("?q=%00", "?q=%ED%A0%80", "?page=-1&who=%00&plan=%00&theme=x", "?q=%22%27%5C%25_*(", "?status=%FF")


def plan_that_says(tag: str) -> ReadPlan:
    """A plan read from a table, with the same words in its title and its vision."""
    read = plan_in(table(tag), "plan.csv")
    return replace(read, title=f"Title {tag}", vision=f"Vision {tag}")


@pytest.fixture(scope="module", params=TAGS)
def nasty_place(request: Any, django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[str, FurnishedPlace]]:
    tag = TAGS[request.param]
    said = Wording(tag[:120], plan_that_says(tag), (f"{tag[:120]}.csv", table(tag)))
    with django_db_blocker.unblock(), transaction.atomic():
        yield tag, furnish("tarrow", said)
        transaction.set_rollback(True)


@pytest.mark.parametrize("route", ROUTES)
def test_every_page_shows_words_as_words(
    route: Route, nasty_place: tuple[str, FurnishedPlace], db: None
) -> None:
    tag, furnished = nasty_place
    path, owner = route.path(furnished.values_for(route)), signed_in(furnished.people[Role.OWNER])
    for query in QUERIES:
        response = owner.get(path + query % {"tag": "%3Cimg+src%3Dx%3E"} if "%(" in query else path + query)
        assert response.status_code < 500
        if is_page(response) and response.content.strip():
            assert faults_of_markup(response.content) == []
            assert elements_of(response, tag) == []


def elements_of(response: HttpResponse, tag: str) -> list[str]:
    """Elements that came of words: our own pages load every script and picture from their static files."""
    root = html.document_fromstring(response.content.decode())
    fetched = [one for name in ("script", "img") for one in root.iter(name) if one.get("src")]
    found = [str(one.get("src")) for one in fetched if not one.get("src").startswith("/static/")]
    return found + [one for one in root.xpath("//svg/@onload")]


def test_the_words_are_there_to_be_seen(nasty_place: tuple[str, FurnishedPlace], db: None) -> None:
    """Or the test above would hold of empty pages."""
    tag, furnished = nasty_place
    owner, seen = signed_in(furnished.people[Role.OWNER]), shown_part(tag)
    for name in ("plan", "plan_tree", "plan_table", "action", "plans", "place", "intake", "organisation", "members"):
        route = next(one for one in routes_of_places() if one.name == name)
        page = owner.get(route.path(furnished.values_for(route)))
        text = " ".join(html.document_fromstring(page.content.decode()).text_content().split())
        assert seen in text, name


def shown_part(tag: str) -> str:
    return {MARKUP: "<script>alert(1)</script>", LONG: "w" * 30, ODD: "zero"}[tag]


@pytest.mark.parametrize("format_", ["csv", "json", "docx", "xlsx"])
def test_every_export_can_be_read_again(
    format_: str, nasty_place: tuple[str, FurnishedPlace], db: None
) -> None:
    _tag, furnished = nasty_place
    owner = signed_in(furnished.people[Role.OWNER])
    plan = furnished.values["plans"]
    response = owner.get(f"/places/tarrow/plans/{plan}/export/{format_}/")
    assert response.status_code == 200
    assert len(plan_in(response.content, f"plan.{format_}").actions) == 4


@pytest.mark.parametrize("route", ROUTES)
def test_an_address_may_ask_anything(route: Route, two_places: TwoPlaces) -> None:
    path, owner = route.path(two_places.tarrow.values_for(route)), two_places.client(Role.OWNER)
    for query in NASTY_QUERIES:
        assert owner.get(path + query).status_code < 500


TYPED = ("\0", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), MARKUP, ODD, LONG * 4, "99999999999999999999")


@pytest.mark.parametrize("typed", TYPED, ids=["nul", "surrogate", "markup", "odd", "long", "number"])
@pytest.mark.parametrize("route", [pytest.param(route, id=str(route)) for route in all_routes()])
def test_a_form_may_be_filled_in_with_anything(route: Route, typed: str, two_places: TwoPlaces) -> None:
    from open_doors import VALUES

    path = route.path(two_places.tarrow.values_for(route) if route.of_place else VALUES)
    owner = two_places.just_signed_in(Role.OWNER)
    page = owner.get(path)
    filled = filled_in(page, typed) if is_page(page) and page.content.strip() else [{}]
    for form in filled:
        with two_places.rolled_back():
            response = owner.post(path, {"text": typed, "back": typed, "finding": typed} | form)
            assert response.status_code < 500


def filled_in(page: HttpResponse, typed: str) -> list[dict[str, Any]]:
    """Each form of the page, with the words in every box, and its hidden values and choices as they are."""
    root = html.document_fromstring(page.content.decode())
    return [
        {name: value if kind in ("hidden", "radio", "select") else typed for name, kind, value in boxes_of(form)}
        for form in root.iter("form")
        if form.get("method", "").lower() == "post"
    ]


def boxes_of(form: Any) -> Iterator[tuple[str, str, str]]:
    for box in form.xpath(".//*[@name]"):
        kind = box.get("type", "text") if box.tag == "input" else box.tag
        chosen = box.xpath("string((.//option[@selected]|.//option)[1]/@value)") if kind == "select" else ""
        if kind not in ("checkbox", "file", "button"):
            yield box.get("name"), kind, box.get("value", "") or chosen


@pytest.mark.parametrize("escaped", ["\\u0000", "\\ud800", "\\u202e", "\\ud83c\\udf0a"])
def test_an_export_of_ours_with_impossible_letters_is_taken_in_or_refused(escaped: str, two_places: TwoPlaces) -> None:
    data = json.dumps(as_data(read_plan(EXAMPLES / "tarrow-active-plan.txt")))
    body = data.replace("walk", f"wa{escaped}lk").replace("Tarrow", f"Tar{escaped}row").encode()
    place, by = two_places.tarrow.place, By.person(two_places.tarrow.people[Role.EDITOR])
    brought = bring_in(place=place, files=[Arriving("plan.json", body)], choice=ASK_LATER, person=None, by=by)
    intake = read_now(brought[0])
    if intake.stage == Stage.REVIEW:
        assert adopt(intake=intake, title="A plan", saw=intake.version, by=by).plan.actions.exists()
    else:
        assert intake.stage == Stage.REFUSED and intake.refusal.endswith(".")
    assert two_places.client(Role.EDITOR).get(intake.get_absolute_url()).status_code == 200
    cache.clear()
