"""A form counts only when it comes from our own page; nobody is led elsewhere; wrong hosts are refused."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from furnished_place import PASSWORD, FurnishedPlace
from open_doors import VALUES
from routes_of_the_site import Route, all_routes
from two_places import TwoPlaces

from turntide.web.accounts.models import Person
from turntide.web.accounts.roles import Role

# These look at no cookie, so that nobody's browser can be made to do anything there in its person's name.
FREE = [route for route in all_routes() if getattr(route.view, "cookie_free", False)]
COOKIE_FREE = [pytest.param(route, id=str(route)) for route in FREE]
ROUTES = [pytest.param(route, id=str(route)) for route in all_routes() if route not in FREE]
ELSEWHERE = (
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "https:evil.example",
    "javascript:alert(1)",
    "http://localhost@evil.example/",
)


def path_of(route: Route, furnished: FurnishedPlace) -> str:
    return route.path(furnished.values_for(route) if route.of_place else VALUES)


@pytest.mark.parametrize("route", ROUTES)
def test_a_form_without_its_token_does_nothing(route: Route, two_places: TwoPlaces) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(two_places.tarrow.people[Role.OWNER])
    response = client.post(path_of(route, two_places.tarrow), {"language": "cy"})
    assert response.status_code == 403
    assert "Go back, load it again" in response.content.decode(), "not our own page"


@pytest.mark.parametrize("route", COOKIE_FREE)
def test_where_no_cookie_is_looked_at_a_form_is_nobodys(route: Route, two_places: TwoPlaces) -> None:
    path = route.path(VALUES)
    stranger = Client(enforce_csrf_checks=True).post(path, {"language": "cy"})
    owner = two_places.client(Role.OWNER).post(path, {"language": "cy"})
    assert (owner.status_code, owner.content) == (stranger.status_code, stranger.content)
    assert not owner.cookies


def test_a_form_with_its_token_counts(two_places: TwoPlaces) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(two_places.tarrow.people[Role.VIEWER])
    client.get(reverse("place", args=["tarrow"]))
    token = client.cookies["csrftoken"].value
    response = client.post(reverse("language"), {"language": "cy", "csrfmiddlewaretoken": token})
    assert response.status_code == 302
    assert Person.objects.get(email="viewer@tarrow.example").language == "cy"


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "a b", "localhost:8000@evil.example"]
)
def test_another_host_is_refused(host: str, two_places: TwoPlaces) -> None:
    for path in ("/", reverse("account_login"), reverse("account_reset_password")):
        assert Client().get(path, headers={"host": host}).status_code == 400
        assert Client().post(path, headers={"host": host}).status_code == 400


@pytest.mark.parametrize("wanted", ELSEWHERE)
@pytest.mark.parametrize("how", ["asked", "sent"])
def test_signing_in_leads_nowhere_else(wanted: str, how: str, two_places: TwoPlaces) -> None:
    given = {"login": "viewer@tarrow.example", "password": PASSWORD}
    query = {"next": wanted} if how == "asked" else {}
    client = Client()
    path = reverse("account_login")
    response = client.post(path, {**given, **({"next": wanted} if how == "sent" else {})}, query_params=query)
    assert response.status_code == 302
    assert response["Location"].startswith("/") and "evil" not in response["Location"]


@pytest.mark.parametrize("route", ROUTES)
def test_no_form_leads_elsewhere(route: Route, two_places: TwoPlaces) -> None:
    path, client = path_of(route, two_places.tarrow), two_places.client(Role.OWNER)
    for wanted in ELSEWHERE:
        given = dict.fromkeys(("next", "back", "url", "return"), wanted)
        with two_places.rolled_back():
            response = client.post(
                path, {**given, "language": "cy"}, query_params=given, headers={"referer": wanted}
            )
        where = response.get("Location", "/").lower()
        assert where.startswith("/") and not where.startswith(("//", "/\\")), where
