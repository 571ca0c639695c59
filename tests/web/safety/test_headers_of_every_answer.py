"""Every answer of every route carries the headers that hold a browser back, and no page runs anything inline."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings
from furnished_place import FurnishedPlace
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as some
from open_doors import VALUES
from routes_of_the_site import Route, all_routes
from sound_answers import (
    Answer,
    disposition_of,
    faults_of_headers,
    faults_of_markup,
    faults_of_policy,
    is_download,
    is_page,
)
from two_places import TwoPlaces

from turntide.web.accounts.roles import Role
from turntide.web.files.models import Original
from turntide.web.files.services import shown_name
from turntide.web.plans.views.originals import attachment

ROUTES = [pytest.param(route, id=str(route)) for route in all_routes()]
FOR_MACHINES = ("health", "public_catalogue_of_all", "api")
"""Data for programs, of these names or beginning so: no page, and no file to be saved."""
NASTY_NAMES = (
    'plan".docx',
    "plan\r\nSet-Cookie: a=b.docx",
    "../../etc/passwd",
    "C:\\plans\\plan.docx",
    "plan;filename=evil.html",
    "Cynllun gweithredu – Tŷ'r môr 🌊.docx",
    "\u202ecod.exe",
    "." * 300 + ".docx",
    "\0",
)


def path_of(route: Route, furnished: FurnishedPlace) -> str:
    return route.path(furnished.values_for(route) if route.of_place else VALUES)


def answers(route: Route, two_places: TwoPlaces) -> list[Answer]:
    path = path_of(route, two_places.tarrow)
    owner = two_places.just_signed_in(Role.OWNER)
    visitors = (Client(), two_places.client(Role.VIEWER), two_places.outsider, owner)
    asked = [visitor.get(path) for visitor in visitors]
    return [*asked, owner.post(path, {"text": "typed"})]


@pytest.mark.parametrize("route", ROUTES)
def test_every_answer_is_sound(route: Route, two_places: TwoPlaces) -> None:
    same_for_all = getattr(route.view, "cookie_free", False)
    for response in answers(route, two_places):
        assert faults_of_headers(response, same_for_all=same_for_all) == []
        if str(route).startswith(FOR_MACHINES):
            continue
        assert faults_of_policy(response) == []
        if is_page(response) and response.content.strip():
            assert faults_of_markup(response.content) == []
        if is_download(response):
            assert disposition_of(response)[0] == "attachment"


@pytest.mark.parametrize("name", NASTY_NAMES)
@pytest.mark.parametrize("segment", ["originals", "bring-in"])
def test_a_file_is_saved_under_a_harmless_name(name: str, segment: str, two_places: TwoPlaces) -> None:
    original = _original(segment, two_places.tarrow)
    Original.objects.filter(pk=original.pk).update(name=shown_name(name))
    routes = (route for route in all_routes() if _is_download_of(route, segment))
    for route in routes:
        response = two_places.client(Role.OWNER).get(path_of(route, two_places.tarrow))
        _assert_harmless(response, name)


def _original(segment: str, furnished: FurnishedPlace) -> Original:
    if segment == "originals":
        return furnished.place.originals.get(pk=furnished.values["originals"])
    return furnished.place.intakes.get(pk=furnished.values["bring-in"]).original


def _is_download_of(route: Route, segment: str) -> bool:
    ends = {"originals": "originals/<uuid:id>/", "bring-in": "/original/"}
    return route.pattern.endswith(ends[segment])


def _assert_harmless(response: Answer, name: str) -> None:
    assert response.status_code == 200
    assert response["Content-Type"] == "application/octet-stream"
    kind, saved = disposition_of(response)
    assert (kind, saved) == ("attachment", shown_name(name))
    assert not {"/", "\\", "\r", "\n", "\0"} & set(saved)


@hypothesis_settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(name=some.text())
def test_any_name_makes_one_line_of_a_header(name: str) -> None:
    line = attachment(b"", shown_name(name), "text/csv")["Content-Disposition"]
    assert line.startswith("attachment")
    assert line.isascii() and line.isprintable()


def test_pages_of_faults_are_as_sound_as_the_others(two_places: TwoPlaces) -> None:
    guarded = Client(enforce_csrf_checks=True, raise_request_exception=False)
    guarded.force_login(two_places.tarrow.people[Role.OWNER])
    for response in (
        guarded.get("/nowhere/at/all/"),
        guarded.post("/language/", {"language": "cy"}),
        guarded.get("/", headers={"host": "evil.example"}),
    ):
        assert faults_of_headers(response) == []
        assert faults_of_policy(response) == []
        assert faults_of_markup(response.content) == []


def test_a_broken_page_tells_nothing_of_the_program(two_places: TwoPlaces) -> None:
    client = Client(raise_request_exception=False)
    with override_settings(LOGIN_URL="no-such-route", ACCOUNT_ADAPTER="no.such.adapter"):
        response = client.get("/account/")
    assert response.status_code == 500
    assert faults_of_headers(response) == [] and faults_of_markup(response.content) == []
    assert b"Traceback" not in response.content and b"no-such-route" not in response.content
