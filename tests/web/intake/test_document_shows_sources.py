"""A viewer sees where an action comes from, lit up in the document itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from site_cast import Cast

from turntide.exchange.interchange import part_as_data
from turntide.plan.model import Body, Timescale
from turntide.web.accounts.models import Membership, Person, Place
from turntide.web.accounts.roles import Role
from turntide.web.config.example_place import load_example
from turntide.web.intake.looking.places import name_of, units_in
from turntide.web.intake.looking.standing import How
from turntide.web.intake.models import Intake, Stage
from turntide.web.intake.services.adopting import adopt, undo_adoption
from turntide.web.intake.services.bringing import Choice
from turntide.web.plans.models import Action, Edition
from turntide.web.plans.services.writing import Step, write
from turntide.web.plans.store.taking_out import action_as_read, action_state, whole

BringIn = Callable[..., Intake]
EXPECTED = Path(__file__).parents[3] / "examples" / "expected"
ANSWERS = {
    file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(EXPECTED.glob("*.json"))
}
WITH_ACTIONS = [name for name, answer in ANSWERS.items() if answer["actions"]]

PLAN = """# Tarrow plan

| No | Action | Lead | By when |
|---|---|---|---|
| 1 | Open the towpath to wheels and walkers | Tarrow Parks | March 2027 |
| 2 | Light the riverside path until ten o'clock | Tarrow Highways | June 2027 |
| 3 | Offer swimming lessons to every child in the town | Tarrow Leisure | May 2027 |
"""
NEXT = """# Tarrow plan

A word before: some of it is done.

| No | Action | Lead |
|---|---|---|
| 1 | Plant a hedge along the bypass for clean air | Tarrow Parks |
| 2 | Open the towpath to wheels and walkers | Tarrow Parks |
| 3 | Light the riverside path until ten o'clock | Tarrow Highways |
"""
"""The next edition: an action new, one dropped, no dates, and everything in another row."""


@pytest.fixture
def adopted(read: BringIn, cast: Cast) -> Callable[..., Edition]:
    def bring(text: str = PLAN, name: str = "plan.md", choice: Choice | None = None) -> Edition:
        intake = read(text, name, choice or Choice(decided=True))
        assert intake.stage == Stage.REVIEW, intake.refusal
        return adopt(intake=intake, title="Tarrow plan", saw=intake.version, by=cast.by)

    return bring


@pytest.fixture
def as_viewer(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.viewer)
    return client


def address(edition: Edition, query: str = "") -> str:
    return reverse("document", args=["tarrow", edition.pk]) + query


def page(client: Client, edition: Edition, query: str = "") -> Any:
    answer = client.get(address(edition, query))
    assert answer.status_code == 200
    return answer.context["page"]


def cells(shown: Any) -> dict[str, Any]:
    found = {}
    for block in shown.source:
        if block.paragraph:
            found[block.paragraph.cell.name] = block.paragraph.cell
        for row in block.table.rows if block.table else ():
            found |= {cell.name: cell for cell in row.cells if cell}
    return found


def lit(shown: Any) -> set[str]:
    return {name for name, cell in cells(shown).items() if cell.belongs}


def lit_anywhere(client: Client, edition: Edition, query: str) -> set[str]:
    parts = page(client, edition, query).part_links
    return set().union(*(lit(page(client, edition, f"{query}&part={part.number}")) for part in parts))


def action_of(edition: Edition, text: str) -> Action:
    return whole(Action.objects.filter(plan=edition.plan)).get(text=text)


def words_of(cell: Any, shown: Any) -> str:
    return "".join(run.text for one in cell.stretches if shown.lights.value in one.values for run in one.runs)


@pytest.mark.parametrize("name", WITH_ACTIONS)
def test_an_action_lights_exactly_the_cells_it_came_from(
    name: str, read: BringIn, cast: Cast, as_viewer: Client
) -> None:
    intake = read("", name, Choice(decided=True))
    edition = adopt(intake=intake, title=name, saw=intake.version, by=cast.by)
    actions = whole(edition.plan.actions.all())
    assert len(actions) == len(ANSWERS[name]["actions"])
    for action in actions:
        notes = [note.source for note in action.notes.all()]
        named = units_in([part_as_data(action_as_read(action)), notes])
        assert lit_anywhere(as_viewer, edition, f"?action={action.pk}") == {name_of(unit) for unit in named}


@pytest.mark.parametrize(
    "name", ["tarrow-active-plan.docx", "wexcombe-year-plan.pdf", "wexcombe-year-plan.xlsx"]
)
def test_each_value_on_the_actions_page_leads_to_its_words(
    name: str, adopted: Callable[..., Edition], as_viewer: Client
) -> None:
    edition = adopted("", name)
    action = edition.plan.actions.all()[2]
    told = as_viewer.get(action.get_absolute_url()).context["page"]
    entries = [entry for fact in told.facts for entry in fact.entries if entry.source]
    assert entries
    for entry in entries:
        shown = as_viewer.get(entry.seen).context["page"]
        anchor = urlsplit(entry.seen).fragment.removeprefix("at-")
        assert cells(shown)[anchor].chosen
        assert shown.became.said == ""
        first = shown.chosen.value.spots[0]
        standing = words_of(cells(shown)[anchor], shown)
        assert (first.start == first.end) or standing.strip()
    whole_page = as_viewer.get(told.seen).context["page"]
    assert lit(whole_page)
    assert whole_page.thing[1] == action.get_absolute_url()


def test_the_chosen_value_is_stronger_than_the_rest(
    adopted: Callable[..., Edition], as_viewer: Client
) -> None:
    edition = adopted()
    action = action_of(edition, "Light the riverside path until ten o'clock")
    told = as_viewer.get(action.get_absolute_url()).context["page"]
    lead = next(entry for fact in told.facts for entry in fact.entries if entry.words == "Tarrow Highways")
    answer = as_viewer.get(lead.seen)
    shown = answer.context["page"]
    assert (shown.became.tag, shown.became.text) == ("Lead", "Tarrow Highways")
    assert [name for name, cell in cells(shown).items() if cell.chosen] == ["t1r3c3"]
    assert lit(shown) == {"t1r3c1", "t1r3c2", "t1r3c3", "t1r3c4"}
    assert words_of(cells(shown)["t1r3c3"], shown) == "Tarrow Highways"
    assert answer.content.decode().count("iw-strong") == 1


def test_a_heading_lights_its_words(adopted: Callable[..., Edition], as_viewer: Client) -> None:
    edition = adopted("", "tarrow-active-plan.docx")
    heading = edition.plan.headings.all()[0]
    named = {name_of(unit) for unit in units_in([heading.source, heading.sources])}
    assert named
    assert lit_anywhere(as_viewer, edition, f"?heading={heading.pk}") == named


def test_what_was_changed_by_hand_is_said(
    adopted: Callable[..., Edition], as_viewer: Client, cast: Cast
) -> None:
    edition = adopted()
    action = action_of(edition, "Light the riverside path until ten o'clock")
    state = action_state(action)
    after = replace(state, read=replace(state.read, leads=(Body("Wexcombe Lights"),)))
    write("edit", [Step(after, action.version)], plan=edition.plan, by=cast.by)
    shown = page(as_viewer, edition, f"?action={action.pk}")
    how = {each.value.text: each.how for each in shown.values}
    assert how["Wexcombe Lights"] == How.BY_HAND
    assert how["Tarrow Highways"] == How.CHANGED
    assert how["June 2027"] == How.HERE
    said = {each.text: each for each in shown.told}
    assert said["Wexcombe Lights"].said
    assert not said["Wexcombe Lights"].url
    changed = as_viewer.get(address(edition, said["Tarrow Highways"].url)).context["page"]
    assert cells(changed)["t1r3c3"].chosen
    assert changed.became.said == said["Tarrow Highways"].said != ""


@pytest.mark.parametrize("name", ["plan.md", "plan of next year.md"])
def test_two_editions_each_light_their_own(
    name: str, adopted: Callable[..., Edition], as_viewer: Client
) -> None:
    first = adopted()
    second = adopted(NEXT, name, Choice(first.plan, decided=True))
    towpath = action_of(first, "Open the towpath to wheels and walkers")
    told = as_viewer.get(towpath.get_absolute_url()).context["page"]
    assert str(second.pk) in told.seen
    assert lit(page(as_viewer, second, f"?action={towpath.pk}")) >= {"t1r3c2", "t1r3c3"}
    assert lit(page(as_viewer, first, f"?action={towpath.pk}")) == {"t1r2c1", "t1r2c2", "t1r2c3", "t1r2c4"}
    dropped = action_of(first, "Offer swimming lessons to every child in the town")
    assert str(first.pk) in as_viewer.get(dropped.get_absolute_url()).context["page"].seen
    assert page(as_viewer, second, f"?action={dropped.pk}").is_elsewhere
    new = action_of(first, "Plant a hedge along the bypass for clean air")
    assert page(as_viewer, first, f"?action={new.pk}").is_elsewhere


def test_a_value_kept_from_the_edition_before_names_it(
    adopted: Callable[..., Edition], as_viewer: Client
) -> None:
    first = adopted()
    second = adopted(NEXT, "next.md", Choice(first.plan, decided=True))
    towpath = action_of(first, "Open the towpath to wheels and walkers")
    shown = page(as_viewer, second, f"?action={towpath.pk}")
    when = next(each for each in shown.values if each.value.text == "March 2027")
    assert (when.how, when.edition) == (How.ELSEWHERE, first)
    told = as_viewer.get(towpath.get_absolute_url()).context["page"]
    entry = next(entry for fact in told.facts for entry in fact.entries if entry.words == "March 2027")
    assert str(first.pk) in entry.seen


def test_an_action_added_by_hand_says_so(
    adopted: Callable[..., Edition], as_viewer: Client, cast: Cast
) -> None:
    edition = adopted()
    state = action_state(action_of(edition, "Light the riverside path until ten o'clock"))
    read = replace(state.read, id=uuid4().hex, source=None, sources=(), leads=(), timescale=Timescale("soon"))
    write("add", [Step(replace(state, read=read), None)], plan=edition.plan, by=cast.by)
    added = edition.plan.actions.get(pk=read.id)
    answer = as_viewer.get(added.get_absolute_url())
    assert "added by hand" in answer.content.decode()
    assert not answer.context["page"].seen
    assert answer.context["page"].original is None
    shown = page(as_viewer, edition, f"?action={added.pk}")
    assert shown.is_elsewhere
    assert {each.how for each in shown.values} == {How.BY_HAND}


def test_every_member_sees_it_and_nobody_else(adopted: Callable[..., Edition], cast: Cast) -> None:
    url = address(adopted())
    for role in Role:
        client = Client()
        client.force_login(cast.members[role])
        assert client.get(url).status_code == 200
        assert client.post(url).status_code == 405
    outside = Client()
    assert outside.get(url).status_code == 302
    outside.force_login(cast.outsider)
    assert outside.get(url).status_code == 404
    assert outside.get(url.replace("tarrow", "wexcombe")).status_code == 404


def test_what_is_not_there_is_not_found(
    adopted: Callable[..., Edition], as_viewer: Client, cast: Cast
) -> None:
    edition, other = adopted(), adopted(NEXT, "other.md")
    elsewhere = other.plan.actions.all()[0]
    for query in (f"?action={uuid4()}", "?action=x", "?heading=x", f"?action={elsewhere.pk}"):
        assert as_viewer.get(address(edition, query)).status_code == 404
    intake = Intake.objects.get(edition=edition)
    undo_adoption(intake=intake, by=cast.by)
    assert as_viewer.get(address(edition)).status_code == 404


@pytest.mark.parametrize(
    "query", ["?spot=x", "?spot=t9r9c9s0-1", "?spot=t1r1c1", "?part=99", "?part=-1", "?part=x"]
)
def test_an_address_that_leads_nowhere_shows_the_document(
    query: str, adopted: Callable[..., Edition], as_viewer: Client
) -> None:
    shown = page(as_viewer, adopted(), query)
    assert shown.part.number == 1
    assert not lit(shown)


def test_an_edition_without_a_kept_document_is_not_linked(
    adopted: Callable[..., Edition], as_viewer: Client
) -> None:
    edition = adopted()
    plan_url = edition.plan.get_absolute_url()
    assert address(edition) in as_viewer.get(plan_url).content.decode()
    Intake.objects.filter(edition=edition).update(document=None)
    assert address(edition) not in as_viewer.get(plan_url).content.decode()
    action = edition.plan.actions.all()[0]
    assert address(edition) not in as_viewer.get(action.get_absolute_url()).content.decode()
    assert as_viewer.get(address(edition)).status_code == 404


def long_plan(rows: int) -> str:
    lines = ["| No | Action | Lead | By when |", "|---|---|---|---|"]
    lines += [
        f"| {at} | Open stretch {at} of the path to all | Tarrow Parks | 2026/27 |"
        for at in range(1, rows + 1)
    ]
    return "\n".join(lines)


def test_a_longer_document_asks_no_more_and_shows_one_part(
    adopted: Callable[..., Edition], as_viewer: Client
) -> None:
    asked, sizes = [], []
    for rows in (250, 600):
        edition = adopted(long_plan(rows), f"{rows}.md")
        url = address(edition, f"?action={edition.plan.actions.all()[rows - 1].pk}")
        as_viewer.get(url)
        with CaptureQueriesContext(connection) as queries:
            answer = as_viewer.get(url)
        assert lit(answer.context["page"])
        asked.append(len(queries))
        sizes.append(len(page(as_viewer, edition, "?part=1").part.units))
    assert asked[0] == asked[1] <= 22
    assert sizes[0] == sizes[1]


def test_turning_the_part_keeps_what_is_lit(adopted: Callable[..., Edition], as_viewer: Client) -> None:
    edition = adopted(long_plan(300))
    last = edition.plan.actions.all()[299]
    shown = page(as_viewer, edition, f"?action={last.pk}")
    assert shown.part.number == len(shown.part_links) > 1
    before = page(as_viewer, edition, shown.part_before)
    assert before.part.number == shown.part.number - 1
    assert not lit(before)
    assert [url for _name, url in before.also_in] == [before.part_after]
    assert lit(page(as_viewer, edition, before.part_after)) == lit(shown)


def test_markup_in_a_document_is_shown_as_text(adopted: Callable[..., Edition], as_viewer: Client) -> None:
    bad = "<script>alert(1)</script>"
    edition = adopted(PLAN.replace("Light the riverside path", f"Teach {bad} safe play"))
    action = edition.plan.actions.all()[1]
    assert bad not in as_viewer.get(address(edition, f"?action={action.pk}")).content.decode()


def test_every_plan_of_the_example_place_shows_its_document(db: None) -> None:
    list(load_example())
    person = Person.objects.create_user("new@tarrow.example", "tidal marmalade lantern oak", name="New")
    place = Place.objects.get(slug="tarrow")
    Membership.objects.create(place=place, person=person, role=Role.EDITOR)
    client = Client()
    client.force_login(person)
    for plan in place.plans.all():
        assert client.get(address(plan.editions.get())).status_code == 200
        for action in plan.actions.all()[:2]:
            assert lit(client.get(client.get(action.get_absolute_url()).context["page"].seen).context["page"])
    assert client.get(reverse("intakes", args=["tarrow"])).status_code == 200
    assert list(load_example()) == []
