"""Whatever is typed into a form, asked of an address or stands in a file, no page breaks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from furnished_place import EXAMPLES
from lxml import html
from nasty_wording import LONG, MARKUP, ODD
from open_doors import VALUES
from routes_of_the_site import Route, all_routes, routes_of_places
from sound_answers import Answer, is_page
from two_places import TwoPlaces

from turntide.exchange.interchange import as_data
from turntide.opening import read_plan
from turntide.web.accounts.roles import Role
from turntide.web.audit.by import By
from turntide.web.intake.models import Stage
from turntide.web.intake.services.adopting import adopt
from turntide.web.intake.services.bringing import ASK_LATER, Arriving, bring_in
from turntide.web.intake.services.reading import read_now

ROUTES = [pytest.param(route, id=str(route)) for route in routes_of_places()]
NASTY_QUERIES = (
    "?q=%00",
    "?q=%ED%A0%80",
    "?page=-1&who=%00&plan=%00&theme=x",
    "?q=%22%27%5C%25_*(",
    "?status=%FF",
)


@pytest.mark.parametrize("route", ROUTES)
def test_an_address_may_ask_anything(route: Route, two_places: TwoPlaces) -> None:
    path, owner = route.path(two_places.tarrow.values_for(route)), two_places.client(Role.OWNER)
    for query in NASTY_QUERIES:
        assert owner.get(path + query).status_code < 500


TYPED = (
    "\0",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    f"{MARKUP} {ODD} {LONG}",
    "9" * 30,
)


@pytest.mark.parametrize("route", [pytest.param(route, id=str(route)) for route in all_routes()])
def test_a_form_may_be_filled_in_with_anything(route: Route, two_places: TwoPlaces) -> None:
    path = route.path(two_places.tarrow.values_for(route) if route.of_place else VALUES)
    owner = two_places.just_signed_in(Role.OWNER)
    page = owner.get(path)
    for typed in TYPED:
        filled = filled_in(page, typed) if is_page(page) and page.content.strip() else [{}]
        for form in filled:
            with two_places.rolled_back():
                response = owner.post(path, {"text": typed, "back": typed, "finding": typed} | form)
                assert response.status_code < 500


def filled_in(page: Answer, typed: str) -> list[dict[str, Any]]:
    """Each form of the page, with the words in every box, and its hidden values and choices as they are."""
    root = html.document_fromstring(page.content.decode())
    return [
        {
            name: value if kind in ("hidden", "radio", "select") else typed
            for name, kind, value in boxes_of(form)
        }
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
def test_an_export_of_ours_with_impossible_letters_is_taken_in_or_refused(
    escaped: str, two_places: TwoPlaces
) -> None:
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
