"""In a real browser the pages of a place full of hostile words run nothing, and break no rule of their own policy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from browsing import page_of
from furnished_place import FurnishedPlace, Wording, furnish
from nasty_wording import MARKUP, table
from playwright.sync_api import Dialog
from pytest_django.live_server_helper import LiveServer
from routes_of_the_site import routes_of_places
from two_places import signed_in

from turntide.opening import plan_in
from turntide.web.accounts.roles import Role


@pytest.fixture
def hostile(live_server: LiveServer) -> FurnishedPlace:
    read = plan_in(table(MARKUP), "plan.csv")
    plan = replace(read, title=f"Title {MARKUP}", vision=f"Vision {MARKUP}")
    return furnish("tarrow", Wording(MARKUP, plan, (f"{MARKUP}.csv", table(MARKUP))))


def pages_of(furnished: FurnishedPlace) -> Iterator[str]:
    """The addresses of the place that show a page."""
    owner = signed_in(furnished.people[Role.OWNER])
    for route in routes_of_places():
        path = route.path(furnished.values_for(route))
        response = owner.get(path)
        if response.status_code == 200 and response.content.startswith(b"<!doctype html>"):
            yield path


def test_no_page_runs_anything_of_a_document(hostile: FurnishedPlace, live_server: LiveServer) -> None:
    paths = list(pages_of(hostile))
    assert len(paths) > 10
    told: list[str] = []

    def note_dialog(dialog: Dialog) -> None:
        told.append(f"dialog on {page.url}")
        dialog.dismiss()

    with page_of(live_server.url, hostile.people[Role.OWNER]) as page:
        page.on("dialog", note_dialog)
        page.on("console", lambda said: told.append(f"{said.text} on {page.url}"))
        page.on("pageerror", lambda wrong: told.append(f"{wrong} on {page.url}"))
        for path in paths:
            page.goto(live_server.url + path)
    assert told == []
