"""The register in a browser: axe finds nothing and nothing runs off the page, wide and on a phone."""

from __future__ import annotations

import pytest
from browsing import everybody_can_use, page_of
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer
from site_cast import Cast

from turntide.web.organisations.models import Organisation
from turntide.web.organisations.register import bodies_named
from turntide.web.organisations.services.contacts import Reached, add_contact, has_left
from turntide.web.organisations.services.describing import Described, edit_organisation
from turntide.web.organisations.services.merging import merge
from turntide.web.plans.models import Plan


@pytest.fixture
def body(cast: Cast, tarrow_plan: Plan) -> Organisation:
    """A body of the plan of which much is known."""
    involved = Organisation.objects.filter(involvements__action__plan=tarrow_plan).order_by("key")
    first = involved[0]
    named = bodies_named(
        ["Tarrow Shire", "Tarrow Shire Team", "Public Health England"], place=cast.tarrow, by=cast.by
    )
    described = Described(
        name=first.name,
        other_names=("The old one",),
        parent=named["Tarrow Shire"].pk,
        website="https://alder.example",
        about="Looks after the riverside.",
        identifiers=(("GB-COH", "01234567"),),
    )
    edit_organisation(body=first, described=described, saw=1, by=cast.by)
    for name in ("Ash Marlow", "Bo Rivers"):
        add_contact(
            body=first, reached=Reached(name, "Lead officer", f"{name[:2]}@alder.example"), by=cast.by
        )
    has_left(contact=first.contacts.get(name="Bo Rivers"), by=cast.by)
    merge(kept=first, merged=involved.exclude(pk=first.pk)[0], by=cast.by)
    return first


def test_every_page_can_be_used_by_everybody(live_server: LiveServer, cast: Cast, body: Organisation) -> None:
    start = f"{live_server.url}/places/tarrow/organisations/"
    paths = ("", "?only=no-contact&words=a", "?words=zzz", "add/", "suggestions/", f"{body.pk}/")
    beneath = tuple(f"{body.pk}/{path}" for path in ("edit/", "merge/", "contacts/add/"))
    with page_of(live_server.url, cast.editor) as page:
        everybody_can_use(page, *(start + path for path in (*paths, *beneath)))


def test_two_bodies_are_merged_and_parted_by_hand(
    live_server: LiveServer, cast: Cast, body: Organisation
) -> None:
    with page_of(live_server.url, cast.editor, width=1280) as page:
        page.goto(f"{live_server.url}/places/tarrow/organisations/{body.pk}/merge/")
        page.get_by_label("The other organisation", exact=True).fill("tarrow shire team")
        page.get_by_role("button", name="Merge").click()
        expect(page.get_by_text("“Tarrow Shire Team” is now known as")).to_be_visible()
        page.locator(".tt-undo button").click()
        expect(page.get_by_text("This was undone.")).to_be_visible()
    assert Organisation.objects.get(name="Tarrow Shire Team").merged_into is None
