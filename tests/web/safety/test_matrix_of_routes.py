"""Every route × who asks × how: what is answered follows from the role that the view declares."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from furnished_place import FurnishedPlace
from open_doors import DOORS, MAY_BE_CLOSED, VALUES, Door
from routes_of_the_site import Route, all_routes, routes_of_places
from sound_answers import Answer
from two_places import TwoPlaces
from watched_rows import fingerprints, writes_seen

from turntide.web.accounts.roles import Role
from turntide.web.accounts.rules import may

METHODS = ("GET", "POST")
REFUSED_METHOD = 405
PLACE_ROUTES = [pytest.param(route, id=str(route)) for route in routes_of_places()]
OTHER_ROUTES = [pytest.param(route, id=str(route)) for route in all_routes() if not route.of_place]
ID_ROUTES = [pytest.param(route, id=str(route)) for route in routes_of_places() if route.variables]
NOT_A_THING = ("export", "edit", "mends", "versions", "wordings", "new", "words")
"""Variables of addresses that are no id: the name of a format or field, a number within a thing."""


def ask(client: Client, method: str, path: str) -> Answer:
    """As a form with nothing filled in asks; a view that breaks fails the test by its own error."""
    sent = {"csrfmiddlewaretoken": "none"} if method == "POST" else {}
    return client.generic(
        method,
        path,
        "&".join(f"{name}={value}" for name, value in sent.items()),
        content_type="application/x-www-form-urlencoded" if sent else "",
    )


def is_sign_in(response: Answer) -> bool:
    return bool(response.status_code == 302 and response["Location"].startswith(reverse("account_login")))


def text(response: Answer) -> str:
    """The page without what differs from answer to answer: tokens and the address asked for."""
    page = response.content.decode()
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": "\w+"', "", page)
    return re.sub(r"/places/[\w-]+/[^\"'<\s]*|%2Fplaces%2F[\w%-]*", "", page)


@pytest.mark.parametrize("route", PLACE_ROUTES)
def test_a_route_of_a_place_says_which_role_it_needs(route: Route) -> None:
    assert route.needs in Role, f"{route} is reached without accounts.here.place_view"


@pytest.mark.parametrize("route", OTHER_ROUTES)
def test_a_route_of_no_place_is_listed_with_who_may_open_it(route: Route) -> None:
    assert str(route) in DOORS, f"{route} is not in open_doors.py"


def test_the_list_names_only_routes_that_there_are() -> None:
    there = {str(route) for route in all_routes()}
    assert there >= {*DOORS, *MAY_BE_CLOSED}


@pytest.mark.parametrize("route", PLACE_ROUTES)
@pytest.mark.parametrize("method", METHODS)
def test_each_role_is_answered_as_the_route_declares(
    route: Route, method: str, two_places: TwoPlaces
) -> None:
    path = route.path(two_places.tarrow.values_for(route))
    assert route.needs is not None
    for role in Role:
        with two_places.rolled_back():
            response = ask(two_places.client(role), method, path)
        if response.status_code == REFUSED_METHOD:
            continue
        if ruling := may(role, route.needs):
            assert response.status_code < 500 and response.status_code not in (403, 404), (role, response)
        else:
            assert response.status_code == 403, (role, response)
            assert escape(ruling.reason) in response.content.decode()


@pytest.mark.parametrize("route", PLACE_ROUTES)
def test_a_route_answers_some_way_of_asking(route: Route, two_places: TwoPlaces) -> None:
    owner, path = two_places.client(Role.OWNER), route.path(two_places.tarrow.values_for(route))
    assert any(ask(owner, method, path).status_code != REFUSED_METHOD for method in METHODS)


@pytest.mark.parametrize("route", PLACE_ROUTES)
@pytest.mark.parametrize("method", METHODS)
def test_nobody_signed_out_gets_in(route: Route, method: str, two_places: TwoPlaces) -> None:
    values = two_places.tarrow.values_for(route)
    response = ask(Client(), method, route.path(values))
    assert is_sign_in(response) or response.status_code in (404, REFUSED_METHOD)
    nowhere = ask(Client(), method, route.path({**values, "place": "nowhere"}))
    assert (nowhere.status_code, text(nowhere)) == (response.status_code, text(response))


@pytest.mark.parametrize("route", PLACE_ROUTES)
@pytest.mark.parametrize("method", METHODS)
def test_another_place_is_as_if_it_were_not_there(route: Route, method: str, two_places: TwoPlaces) -> None:
    values = two_places.tarrow.values_for(route)
    there = ask(two_places.outsider, method, route.path(values))
    nowhere = ask(two_places.outsider, method, route.path({**values, "place": "nowhere"}))
    assert there.status_code in (404, REFUSED_METHOD)
    assert (there.status_code, text(there)) == (nowhere.status_code, text(nowhere))


def foreign_values(route: Route, own: FurnishedPlace, other: FurnishedPlace) -> Iterator[dict[str, object]]:
    """The route's address in one place with a thing of the other, each thing in turn."""
    values, foreign = own.values_for(route), other.values_for(route)
    for segment, name in route.variables:
        if segment not in NOT_A_THING:
            yield {**values, name: foreign[name]}


@pytest.mark.parametrize("route", ID_ROUTES)
@pytest.mark.parametrize("method", METHODS)
def test_a_thing_of_another_place_is_not_found_in_ones_own(
    route: Route, method: str, two_places: TwoPlaces
) -> None:
    owner = two_places.client(Role.OWNER)
    for values in foreign_values(route, two_places.tarrow, two_places.wexcombe):
        with writes_seen() as writes:
            response = ask(owner, method, route.path(values))
        assert response.status_code in (404, REFUSED_METHOD), values
        assert writes == []


@pytest.mark.parametrize("route", PLACE_ROUTES)
def test_looking_changes_nothing(route: Route, two_places: TwoPlaces) -> None:
    visitors = [two_places.outsider, *(two_places.client(role) for role in Role)]
    looked_at_leaves_all_as_it_was(route.path(two_places.tarrow.values_for(route)), visitors)


@pytest.mark.parametrize("route", OTHER_ROUTES)
def test_looking_where_there_is_no_place_changes_nothing(route: Route, two_places: TwoPlaces) -> None:
    looked_at_leaves_all_as_it_was(route.path(VALUES), [Client(), two_places.client(Role.OWNER)])


def looked_at_leaves_all_as_it_was(path: str, visitors: list[Client]) -> None:
    before = fingerprints()
    with writes_seen() as writes:
        for visitor in visitors:
            ask(visitor, "GET", path)
    assert writes == []
    assert fingerprints() == before


@pytest.mark.parametrize("route", OTHER_ROUTES)
@pytest.mark.parametrize("method", METHODS)
def test_a_route_of_no_place_opens_to_whom_it_should(
    route: Route, method: str, two_places: TwoPlaces
) -> None:
    path, closed = route.path(VALUES), str(route) in MAY_BE_CLOSED
    signed_out = ask(Client(), method, path)
    assert signed_out.status_code < 500
    if DOORS[str(route)] is Door.SIGNED_IN:
        assert is_sign_in(signed_out) or signed_out.status_code == REFUSED_METHOD
    for role in Role:
        with two_places.rolled_back():
            response = ask(two_places.client(role), method, path)
        assert response.status_code < 500 and (closed or response.status_code != 403)
    assert DOORS[str(route)] is Door.ANYBODY or not is_sign_in(response)
