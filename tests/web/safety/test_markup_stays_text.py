"""Words from documents, people and programs are shown as words: never as markup, and never so that a page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from furnished_place import FurnishedPlace, Wording, furnish
from lxml import html
from nasty_wording import LONG, MARKUP, ODD, table
from routes_of_the_site import Route, routes_of_places
from sound_answers import Answer, faults_of_markup, is_page
from two_places import signed_in

from turntide.opening import plan_in
from turntide.plan.model import Plan as ReadPlan
from turntide.web.accounts.roles import Role

TAGS = {"markup": MARKUP, "long": LONG, "odd": ODD}
ROUTES = [pytest.param(route, id=str(route)) for route in routes_of_places()]
OURS = re.compile(r"/static/|/places/tarrow/pictures/\d+/$")
QUERIES = ("", "?open=all&kind=all&thing=0&cell=0", "?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&page=999999")


def plan_that_says(tag: str) -> ReadPlan:
    """A plan read from a table, with the same words in its title and its vision."""
    read = plan_in(table(tag), "plan.csv")
    return replace(read, title=f"Title {tag}", vision=f"Vision {tag}")


@pytest.fixture(scope="module", params=TAGS)
def nasty_place(
    request: Any, django_db_setup: None, django_db_blocker: Any
) -> Iterator[tuple[str, FurnishedPlace]]:
    tag = TAGS[request.param]
    said = Wording(tag[:120], plan_that_says(tag), (f"{tag[:120]}.csv", table(tag)))
    with django_db_blocker.unblock(), transaction.atomic():
        yield tag, furnish("tarrow", said)
        transaction.set_rollback(True)


@pytest.mark.parametrize("route", ROUTES)
def test_every_page_shows_words_as_words(
    route: Route, nasty_place: tuple[str, FurnishedPlace], db: None
) -> None:
    _tag, furnished = nasty_place
    path, owner = route.path(furnished.values_for(route)), signed_in(furnished.people[Role.OWNER])
    for query in QUERIES:
        response = owner.get(path + query)
        assert response.status_code < 500
        if not is_page(response) or not response.content.strip():
            return
        assert faults_of_markup(response.content) == []
        assert elements_of(response) == []


def elements_of(response: Answer) -> list[str]:
    """Elements that came of words: our own pages load scripts and pictures from static files, and photographs."""
    root: Any = html.document_fromstring(response.content.decode())
    fetched = [str(one.get("src")) for name in ("script", "img") for one in root.iter(name) if one.get("src")]
    found = [source for source in fetched if not OURS.match(source)]
    return found + list(root.xpath("//svg/@onload"))


def test_the_words_are_there_to_be_seen(nasty_place: tuple[str, FurnishedPlace], db: None) -> None:
    """Or the test above would hold of empty pages."""
    tag, furnished = nasty_place
    owner, seen = signed_in(furnished.people[Role.OWNER]), shown_part(tag)
    for name in (
        "plan",
        "plan_tree",
        "plan_table",
        "action",
        "plans",
        "place",
        "intake",
        "organisation",
        "members",
    ):
        route = next(one for one in routes_of_places() if one.name == name)
        page = owner.get(route.path(furnished.values_for(route)))
        root: Any = html.document_fromstring(page.content.decode())
        text = " ".join(root.text_content().split())
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
