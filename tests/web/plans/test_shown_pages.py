"""The pages of plans: who may see them, what they say, and that they ask the database a fixed number of times."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape
from site_cast import Cast

from turntide.opening import read_plan
from turntide.plan.model import Action, Body, Heading, Measure, Plan, Programme, Status, Timescale
from turntide.plan.source import Source, Spot
from turntide.web.accounts.roles import Role
from turntide.web.files.services import keep_original
from turntide.web.plans.models import Plan as PlanRow
from turntide.web.plans.services.adopting import adopt_plan
from turntide.web.plans.services.undoing import undo
from turntide.web.plans.services.writing import Step, write
from turntide.web.plans.store.taking_out import action_state, whole

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture
def client_of_viewer(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.viewer)
    return client


def words_of(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def made_plan(actions: int) -> Plan:
    """A plan in which every action says everything, however many there are."""
    source = Source("made.docx", (Spot(table=1, row=2, column=3, page=4),))
    return Plan(
        title=f"Made with {actions}",
        levels=("Theme", "Aim"),
        headings=(Heading("t", "Theme", "Moving"), Heading("a", "Aim", "Walking", parent="t")),
        actions=tuple(
            Action(
                id=f"x{n}",
                ref=str(n),
                text=f"Action number {n}",
                under="a",
                leads=(Body("Parks team"),),
                partners=(Body("Harbour trust"), Body(f"Club {n % 3}")),
                timescale=Timescale("by March 2027", end="2027-03-31", source=source),
                measures=(Measure("Counted steps", groups=("children",)),),
                status=Status("On course", "delivering", "green"),
                programmes=(Programme("Walking hub"),),
                source=source,
            )
            for n in range(actions)
        ),
    )


def held(plan: Plan, cast: Cast) -> PlanRow:
    return adopt_plan(place=cast.tarrow, read=plan, original=None, name="made", by=cast.by).plan


def addresses(plan: PlanRow) -> list[str]:
    """Every page about a plan, with the lists of its place."""
    action = plan.actions.standing()[0]
    of_plan = [
        reverse(name, args=["tarrow", plan.pk]) for name in ("plan", "plan_tree", "plan_print", "plan_table")
    ]
    of_place = [reverse(name, args=["tarrow"]) for name in ("place", "plans", "actions", "search")]
    return [*of_plan, *of_place, reverse("action", args=["tarrow", action.pk])]


@pytest.mark.parametrize("role", list(Role))
def test_every_member_sees_every_page(tarrow_plan: PlanRow, cast: Cast, client: Client, role: Role) -> None:
    client.force_login(cast.members[role])
    for url in addresses(tarrow_plan):
        assert client.get(url).status_code == 200, url


def test_what_is_another_places_is_not_found(tarrow_plan: PlanRow, cast: Cast, client: Client) -> None:
    client.force_login(cast.outsider)
    for url in addresses(tarrow_plan):
        assert client.get(url).status_code == 404
        assert client.get(url.replace("/tarrow/", "/wexcombe/")).status_code == (
            404 if str(tarrow_plan.pk) in url or "/actions/" in url.removesuffix("/actions/") else 200
        )


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.*")), ids=lambda file: file.name)
def test_every_example_is_shown_whole_in_its_tree_and_for_print(
    file: Path, cast: Cast, client_of_viewer: Client
) -> None:
    plan = held(read_plan(file), cast)
    for name in ("plan_tree", "plan_print"):
        shown = client_of_viewer.get(reverse(name, args=["tarrow", plan.pk]) + "?open=all")
        for thing in [*plan.actions.standing(), *plan.headings.standing()]:
            assert escaped(thing.text) in shown.content.decode()


def escaped(text: str) -> str:
    """The first line of a text as it stands in a page."""
    return escape(text.strip().splitlines()[0])


def test_a_place_without_plans_says_what_to_do(cast: Cast, as_editor: Client, client: Client) -> None:
    url = reverse("place", args=["tarrow"])
    assert "Bring in your first plan" in words_of(as_editor, url)
    client.force_login(cast.viewer)
    assert reverse("intakes", args=["tarrow"]) not in words_of(client, url)


def test_a_retired_plan_stands_apart_and_counts_nowhere(
    tarrow_plan: PlanRow, cast: Cast, client_of_viewer: Client
) -> None:
    undo(tarrow_plan.changes.get(verb="adopt"), by=cast.by)
    assert "Retired plans" in words_of(client_of_viewer, reverse("plans", args=["tarrow"]))
    assert "No actions yet" in words_of(client_of_viewer, reverse("actions", args=["tarrow"]))
    page = words_of(client_of_viewer, reverse("plan", args=["tarrow", tarrow_plan.pk]))
    assert "This plan was retired on" in page


def test_the_overview_counts_and_leads_to_what_it_counts(cast: Cast, client_of_viewer: Client) -> None:
    plan = held(made_plan(3), cast)
    page = words_of(client_of_viewer, reverse("plan", args=["tarrow", plan.pk]))
    table = reverse("plan_table", args=["tarrow", plan.pk])
    for query in ("lacks=milestone", "when=2026%2F27", "said=On+course", "programme=Walking+hub"):
        assert f"{table}?{query}" in page
        assert "3 actions" in words_of(client_of_viewer, f"{table}?{query}")
    assert f"{table}?lacks=owner" not in page


def test_a_workshop_tells_its_actors_and_takeaways(cast: Cast, client_of_viewer: Client) -> None:
    read = read_plan(EXAMPLES / "later-life-workshop.docx")
    plan = held(read, cast)
    page = words_of(client_of_viewer, reverse("plan", args=["tarrow", plan.pk]))
    for said in [*read.takeaways, *(actor for group in read.actors for actor in group.actors)]:
        assert escaped(said.text) in page


def test_an_action_tells_where_each_value_stands(cast: Cast, client_of_viewer: Client) -> None:
    read = made_plan(2)
    original = keep_original(place=cast.tarrow, name="made.docx", body=b"PK", person=None, by=cast.by)
    plan = adopt_plan(place=cast.tarrow, read=read, original=original, name="made", by=cast.by).plan
    page = words_of(client_of_viewer, reverse("action", args=["tarrow", plan.actions.all()[0].pk]))
    assert "page 4, table 1, row 2, column 3" in page
    assert reverse("original", args=["tarrow", original.pk]) in page
    for words in ("Parks team", "Harbour trust", "Walking hub", "Counted steps", "by 31 March 2027"):
        assert words in page
    assert "Action number 1" in page


def test_a_merged_action_leads_to_where_it_went(
    tarrow_plan: PlanRow, cast: Cast, client_of_viewer: Client
) -> None:
    kept, gone = whole(tarrow_plan.actions.all())[:2]
    state = replace(action_state(gone), merged_into=kept.pk.hex)
    write("merge", [Step(state, gone.version)], plan=tarrow_plan, by=cast.by)
    page = words_of(client_of_viewer, reverse("action", args=["tarrow", gone.pk]))
    assert "merged into another" in page
    assert reverse("action", args=["tarrow", kept.pk]) in page


def test_an_original_is_saved_and_never_run(cast: Cast, client: Client, client_of_viewer: Client) -> None:
    name = 'plan"\r\nSet-Cookie: x=1 – Tŷ.html'
    body = b"<script>alert(1)</script>"
    original = keep_original(place=cast.tarrow, name=name, body=body, person=None, by=cast.by)
    url = reverse("original", args=["tarrow", original.pk])
    response = client_of_viewer.get(url)
    assert response.content == body
    assert response["Content-Disposition"].startswith("attachment;")
    assert "\n" not in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox"
    assert response["Content-Type"] == "application/octet-stream"
    assert not response.cookies
    client.force_login(cast.outsider)
    assert client.get(url).status_code == 404
    assert client.get(reverse("original", args=["wexcombe", original.pk])).status_code == 404


def test_an_unknown_thing_is_not_found(cast: Cast, client_of_viewer: Client) -> None:
    for name in ("plan", "plan_tree", "plan_print", "plan_table", "action", "original"):
        assert client_of_viewer.get(reverse(name, args=["tarrow", uuid4()])).status_code == 404


def test_markup_in_a_plan_is_shown_as_text(cast: Cast, client_of_viewer: Client) -> None:
    bad = "<script>alert(1)</script>"
    read = made_plan(1)
    action = replace(read.actions[0], text=bad, status=Status(bad), leads=(Body(bad),))
    plan = held(replace(read, title=bad, vision=bad, actions=(action,)), cast)
    for url in [*addresses(plan), reverse("search", args=["tarrow"]) + "?q=script"]:
        assert bad not in words_of(client_of_viewer, url)


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_a_longer_plan_asks_no_more_of_the_database(cast: Cast, client_of_viewer: Client) -> None:
    short, long = held(made_plan(4), cast), held(made_plan(40), cast)
    for name in ("plan", "plan_tree", "plan_print", "plan_table"):
        urls = [reverse(name, args=["tarrow", plan.pk]) for plan in (short, long)]
        queries(client_of_viewer, urls[0])
        assert queries(client_of_viewer, urls[0]) == queries(client_of_viewer, urls[1])
    urls = [reverse("action", args=["tarrow", plan.actions.all()[2].pk]) for plan in (short, long)]
    assert queries(client_of_viewer, urls[0]) == queries(client_of_viewer, urls[1])


def test_more_plans_ask_no_more_of_the_database(cast: Cast, client_of_viewer: Client) -> None:
    held(made_plan(2), cast)
    urls = [reverse(name, args=["tarrow"]) for name in ("place", "plans", "actions")]
    urls.append(reverse("search", args=["tarrow"]) + "?q=walking")
    before = [queries(client_of_viewer, url) for url in urls]
    for many in (3, 4, 5):
        held(made_plan(many), cast)
    assert [queries(client_of_viewer, url) for url in urls] == before


@pytest.mark.parametrize(
    ("name", "most"),
    [("plan", 16), ("plan_tree", 9), ("plan_print", 12), ("plan_table", 16), ("actions", 13), ("search", 7)]
    + [("place", 9), ("plans", 9), ("action", 31)],
)
def test_a_page_asks_the_database_so_often_at_most(
    cast: Cast, client_of_viewer: Client, name: str, most: int
) -> None:
    plan = held(made_plan(20), cast)
    about = {"action": [plan.actions.all()[3].pk]}.get(name, [plan.pk] if name.startswith("plan") else [])
    url = reverse(name, args=["tarrow", *([] if name == "plans" else about)])
    queries(client_of_viewer, url)
    assert queries(client_of_viewer, f"{url}?q=walking" if name == "search" else url) <= most
