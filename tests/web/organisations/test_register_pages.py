"""The register's pages: who may do what, what they show, and how many questions they ask of the database."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from site_cast import Cast

from turntide.web.accounts.models import Person
from turntide.web.accounts.roles import Role
from turntide.web.organisations.models import Contact, Different, Organisation
from turntide.web.organisations.register import bodies_named
from turntide.web.organisations.services.contacts import Reached, add_contact
from turntide.web.plans.models import Plan

HOSTILE = "<script>alert(1)</script> & Sons"


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def address(route: str, *args: Any) -> str:
    return reverse(route, args=["tarrow", *args])


@pytest.fixture
def alder(cast: Cast) -> Organisation:
    return bodies_named(["Alder Trust"], place=cast.tarrow, by=cast.by)["Alder Trust"]


@pytest.fixture
def birch(cast: Cast) -> Organisation:
    return bodies_named(["Birch Trust"], place=cast.tarrow, by=cast.by)["Birch Trust"]


def typed(body: Organisation, **fields: str) -> dict[str, str]:
    blank = dict.fromkeys(
        ("other_names", "parent", "successor", "website", "about", "scheme_0", "code_0"), ""
    )
    return blank | {"name": body.name, "kind": body.kind, "version": str(body.version)} | fields


READS: tuple[Callable[[Organisation], str], ...] = (
    lambda body: address("organisations"),
    lambda body: address("organisation", body.pk),
    lambda body: address("organisation_suggestions"),
    lambda body: address("organisations_export"),
)
CHANGES: tuple[Callable[[Organisation], str], ...] = (
    lambda body: address("organisation_add"),
    lambda body: address("organisation_edit", body.pk),
    lambda body: address("organisation_merge", body.pk),
    lambda body: address("contact_add", body.pk),
)


@pytest.mark.parametrize("role", list(Role))
def test_everybody_of_the_place_reads_and_editors_change(cast: Cast, alder: Organisation, role: Role) -> None:
    client = signed_in(cast.members[role])
    assert {client.get(read(alder)).status_code for read in READS} == {200}
    allowed = 200 if role.rank >= Role.EDITOR.rank else 403
    assert {client.get(change(alder)).status_code for change in CHANGES} == {allowed}


def test_a_body_of_another_place_is_not_there(cast: Cast, alder: Organisation) -> None:
    client = signed_in(cast.outsider)
    assert {client.get(read(alder)).status_code for read in (*READS, *CHANGES)} == {404}
    other = reverse("organisation", args=["wexcombe", alder.pk])
    assert client.get(other).status_code == 404


def test_an_empty_register_says_what_to_do(cast: Cast) -> None:
    page = signed_in(cast.editor).get(address("organisations"))
    assert "Organisations appear here when you bring in a plan" in page.content.decode()


def test_a_bodys_page_lists_its_actions_over_all_plans(cast: Cast, tarrow_plan: Plan) -> None:
    body = Organisation.objects.filter(involvements__action__plan=tarrow_plan).order_by("key")[0]
    page = signed_in(cast.viewer).get(address("organisation", body.pk)).content.decode()
    for involvement in body.involvements.all():
        assert address("action", involvement.action_id) in page
    assert address("plan", tarrow_plan.pk) in page


@pytest.mark.parametrize(
    "route", ["organisations", "organisation", "organisation_edit", "organisation_suggestions"]
)
def test_hostile_names_are_shown_as_text(cast: Cast, as_editor: Client, route: str) -> None:
    names = [HOSTILE, f"{HOSTILE} Team"]
    body = bodies_named(names, place=cast.tarrow, by=cast.by)[HOSTILE]
    add_contact(body=body, reached=Reached(HOSTILE, role=HOSTILE), by=cast.by)
    args = [body.pk] if route in ("organisation", "organisation_edit") else []
    page = as_editor.get(address(route, *args)).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Sons" in page
    assert "<script>alert" not in page


def test_filters_find_by_any_name_and_by_what_is_missing(
    cast: Cast, as_editor: Client, alder: Organisation, birch: Organisation
) -> None:
    as_editor.post(address("organisation_edit", alder.pk), typed(alder, other_names="Ëlder Group"))
    add_contact(body=birch, reached=Reached("Bo Rivers", email="bo@birch.example"), by=cast.by)

    def listed(query: str) -> list[str]:
        return [
            line.name for line in as_editor.get(f"{address('organisations')}?{query}").context["page"].lines
        ]

    assert listed("words=ëLDER") == ["Alder Trust"]
    assert listed("only=no-contact") == ["Alder Trust"]
    assert listed("only=ended") == []
    assert listed("kind=team") == []
    assert listed("only=nonsense") == ["Alder Trust", "Birch Trust"]


def test_saving_over_somebody_elses_change_keeps_what_was_typed(
    as_editor: Client, alder: Organisation
) -> None:
    url = address("organisation_edit", alder.pk)
    as_editor.post(url, typed(alder, about="First words."))
    second = as_editor.post(url, typed(alder, about="Second words."))
    page = second.content.decode()
    assert second.status_code == 409
    assert "First words." in page and "Second words." in page
    again = typed(alder, about="Second words.", version=str(second.context["form"].data["version"]))
    assert as_editor.post(url, again).status_code == 302
    alder.refresh_from_db()
    assert alder.about == "Second words."


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"parent": "Alder Trust"}, "cannot be part of itself"),
        ({"successor": "Alder Trust"}, "cannot be its own successor"),
        ({"parent": "Nobody at all"}, "No organisation here is called"),
        ({"other_names": "Birch Trust"}, "is a name of “Birch Trust”"),
        ({"name": "birch trust"}, "is a name of “Birch Trust”"),
        ({"name": "…"}, "must have letters or figures"),
        ({"website": "javascript:alert(1)"}, "valid URL"),
        ({"scheme_0": "GB-COH", "code_0": "12"}, "8 letters and figures"),
        ({"code_0": "01234567"}, "Choose the register"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(
    as_editor: Client, alder: Organisation, birch: Organisation, fields: dict[str, str], reason: str
) -> None:
    refused = as_editor.post(address("organisation_edit", alder.pk), typed(alder, **fields))
    assert refused.status_code == 422
    assert reason in refused.content.decode()
    alder.refresh_from_db()
    assert alder.version == 1


def test_a_ring_of_parts_is_refused(as_editor: Client, alder: Organisation, birch: Organisation) -> None:
    as_editor.post(address("organisation_edit", alder.pk), typed(alder, parent="Birch Trust"))
    refused = as_editor.post(address("organisation_edit", birch.pk), typed(birch, parent="Alder Trust"))
    assert refused.status_code == 422


def test_a_former_name_still_means_the_body(cast: Cast, as_editor: Client, alder: Organisation) -> None:
    as_editor.post(address("organisation_edit", alder.pk), typed(alder, name="Alder Foundation"))
    assert bodies_named(["alder trust"], place=cast.tarrow, by=cast.by)["alder trust"] == alder


def test_every_change_can_be_undone_from_its_message(as_editor: Client, alder: Organisation) -> None:
    page = as_editor.post(
        address("organisation_edit", alder.pk), typed(alder, name="Alder Foundation"), follow=True
    )
    edit = alder.edits.get()
    undo = address("organisation_undo", edit.pk)
    assert undo in page.content.decode()
    as_editor.post(undo)
    alder.refresh_from_db()
    assert (alder.name, alder.other_names.count()) == ("Alder Trust", 0)
    assert "undone already" in as_editor.post(undo, follow=True).content.decode()


def test_a_name_that_a_plan_uses_cannot_be_taken_away(
    cast: Cast, as_editor: Client, tarrow_plan: Plan
) -> None:
    body = Organisation.objects.filter(involvements__action__plan=tarrow_plan).order_by("key")[0]
    old, url = body.name, address("organisation_edit", body.pk)
    as_editor.post(url, typed(body, name="Wholly New Name"))
    body.refresh_from_db()
    refused = as_editor.post(url, typed(body, other_names=""))
    assert refused.status_code == 422
    assert bodies_named([old], place=cast.tarrow, by=cast.by)[old] == body


def test_answers_to_suggestions_are_remembered_and_can_be_taken_back(cast: Cast, as_editor: Client) -> None:
    named = bodies_named(["Public Health", "Public Health Team"], place=cast.tarrow, by=cast.by)
    one, other = named.values()
    url = address("organisation_suggestions")
    assert len(as_editor.get(url).context["page"].questions) == 1
    answer = {"one": one.pk, "other": other.pk, "answer": "different"}
    as_editor.post(address("organisation_answer"), answer)
    assert as_editor.get(url).context["page"].questions == ()
    as_editor.post(address("organisation_ask_again", Different.objects.get().pk))
    as_editor.post(address("organisation_answer"), answer | {"answer": "keep-other"})
    one.refresh_from_db()
    assert one.merged_into == other
    assert as_editor.get(address("organisation", one.pk)).url == address("organisation", other.pk)  # type: ignore[attr-defined]
    as_editor.post(address("organisation_unmerge", one.pk))
    one.refresh_from_db()
    assert one.merged_into is None


def test_a_body_known_to_have_ended_is_asked_about_with_its_day(cast: Cast, as_editor: Client) -> None:
    bodies_named(["Public Health England"], place=cast.tarrow, by=cast.by)
    (ended,) = as_editor.get(address("organisation_suggestions")).context["page"].ended
    form = as_editor.get(ended.record).context["form"]
    assert form["ended_on"].value() == "2021-10-01"


def test_contacts_leave_come_back_and_are_forgotten_for_good(
    cast: Cast, as_editor: Client, alder: Organisation
) -> None:
    reached = {"name": "Ash Marlow", "role": "Lead officer", "email": "ash@alder.example", "phone": ""}
    as_editor.post(address("contact_add", alder.pk), reached)
    contact = Contact.objects.get()
    page = as_editor.post(address("contact_left", alder.pk, contact.pk), follow=True).content.decode()
    latest = alder.edits.latest("at")
    assert address("organisation_undo", latest.pk) in page
    as_editor.post(address("organisation_undo", latest.pk))
    contact.refresh_from_db()
    assert contact.left_at is None
    as_editor.post(address("contact_forget", alder.pk, contact.pk))
    assert not Contact.objects.exists()
    assert "Marlow" not in str(list(alder.edits.values_list("before", "after")))


def test_the_export_has_no_formulas_and_no_people(cast: Cast, as_editor: Client) -> None:
    names = ["=1+1", "@SUM(A1)", "-2", "Alder Trust"]
    bodies = bodies_named(names, place=cast.tarrow, by=cast.by)
    add_contact(body=bodies["Alder Trust"], reached=Reached("Ash Marlow"), by=cast.by)
    answered = as_editor.get(address("organisations_export"))
    text = answered.content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert {row["name"] for row in rows} == {"'=1+1", "'@SUM(A1)", "'-2", "Alder Trust"}
    assert "Marlow" not in text
    assert answered["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("route", ["organisations", "organisations_export", "organisation_suggestions"])
def test_lists_ask_a_fixed_number_of_questions(cast: Cast, as_editor: Client, route: str) -> None:
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            as_editor.get(address(route))
        return len(queries)

    pairs = [name for at in range(3) for name in (f"Ward {at} Forum", f"Ward {at} Forum Team")]
    bodies_named(pairs, place=cast.tarrow, by=cast.by)
    few = asked()
    bodies_named(
        [f"{name} {word}" for name in pairs for word in ("Oak", "Elm")], place=cast.tarrow, by=cast.by
    )
    assert asked() == few
