"""Actions of two plans of a place become one that serves both, and are two again when that is undone."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from django.urls import reverse
from site_cast import Cast

from turntide.plan import model as plain
from turntide.web.plans.models import Action, Change, Plan
from turntide.web.plans.services.adopting import adopt_plan
from turntide.web.plans.services.editing import edit_action
from turntide.web.plans.services.joining import merge_actions
from turntide.web.plans.services.refusing import RefusedError
from turntide.web.plans.services.undoing import NotUndoableError, undo, undoables
from turntide.web.plans.services.writing import ChangedMeanwhileError
from turntide.web.plans.store.states import hex_id
from turntide.web.plans.store.taking_out import plan_as_read
from turntide.web.plans.store.tree import tree_of

WATER = plain.Plan(
    title="Wexcombe water",
    headings=(plain.Heading("h1", "Theme", "The river"),),
    actions=(
        plain.Action("a1", "Light the towpath by night", under="h1", leads=(plain.Body("Canal Trust"),)),
        plain.Action("a2", "Count the swimmers"),
    ),
)
PARKS = plain.Plan(
    title="Wexcombe parks",
    headings=(plain.Heading("h1", "Theme", "Paths"),),
    actions=(plain.Action("a1", "Light the towpath", under="h1", leads=(plain.Body("Parks"),)),),
)


@pytest.fixture
def plans(cast: Cast) -> tuple[Plan, Plan]:
    first, second = (
        adopt_plan(place=cast.tarrow, read=read, original=None, name="", by=cast.by).plan
        for read in (PARKS, WATER)
    )
    return first, second


def action(plan: Plan, text: str) -> Action:
    return plan.actions.select_related("plan").get(text=text)


def towpaths(plans: tuple[Plan, Plan]) -> tuple[Action, Action]:
    return action(plans[0], "Light the towpath"), action(plans[1], "Light the towpath by night")


def as_they_read(plans: tuple[Plan, Plan]) -> list[plain.Plan]:
    for plan in plans:
        plan.refresh_from_db()
    return [plan_as_read(plan) for plan in plans]


def at(name: str, *args: object) -> str:
    return reverse(name, args=["tarrow", *args])


def words_of(content: bytes) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", content.decode())).split())


def test_the_one_that_goes_on_stands_in_both_plans_and_names_the_leads_of_both(
    plans: tuple[Plan, Plan], cast: Cast
) -> None:
    stands, gone = towpaths(plans)
    merge_actions(stands=stands, others=[gone], choices={}, by=cast.by)
    gone.refresh_from_db()
    assert gone.merged_into == stands
    assert stands.pk in tree_of(plans[0]).ids & tree_of(plans[1]).ids
    assert gone.pk not in tree_of(plans[1]).ids
    leads = stands.involvements.filter(part="lead").values_list("name", flat=True)
    assert list(leads) == ["Parks", "Canal Trust"]


@pytest.mark.parametrize("whose", [0, 1])
def test_undoing_it_in_either_plan_undoes_it_in_both_and_so_does_doing_it_again(
    whose: int, plans: tuple[Plan, Plan], cast: Cast
) -> None:
    stands, gone = towpaths(plans)
    before = as_they_read(plans)
    merge_actions(stands=stands, others=[gone], choices={}, by=cast.by)
    after = as_they_read(plans)
    undone = undo(plans[whose].changes.get(verb="merge"), by=cast.by)
    assert as_they_read(plans) == before
    undo(undone, by=cast.by)
    assert as_they_read(plans) == after
    rulings = undoables(list(Change.objects.filter(verb="merge")))
    assert {bool(ruling) for ruling in rulings.values()} == {False}


def test_what_was_changed_since_in_one_plan_keeps_the_other_from_being_undone(
    plans: tuple[Plan, Plan], cast: Cast
) -> None:
    stands, gone = towpaths(plans)
    merge_actions(stands=stands, others=[gone], choices={}, by=cast.by)
    stands.refresh_from_db()
    edit_action(action=stands, saw=stands.version, boxes={"text": "Light it all"}, by=cast.by)
    merged = plans[1].changes.get(verb="merge")
    with pytest.raises(NotUndoableError, match="Light it all"):
        undo(merged, by=cast.by)
    assert "Light it all" in undoables([merged])[merged.pk].reason
    gone.refresh_from_db()
    assert gone.merged_into == stands


def test_one_that_stands_under_no_heading_is_not_taken_out_of_its_plan_without_a_word(
    plans: tuple[Plan, Plan], cast: Cast
) -> None:
    stands, loose = towpaths(plans)[0], action(plans[1], "Count the swimmers")
    with pytest.raises(RefusedError, match="Move it under a heading first"):
        merge_actions(stands=stands, others=[loose], choices={}, by=cast.by)
    merge_actions(stands=loose, others=[stands], choices={}, by=cast.by)
    assert loose.pk in tree_of(plans[0]).ids & tree_of(plans[1]).ids


def test_nothing_is_written_where_one_of_them_was_changed_meanwhile(
    plans: tuple[Plan, Plan], cast: Cast
) -> None:
    stands, gone = towpaths(plans)
    saw = {hex_id(stands.pk): stands.version, hex_id(gone.pk): gone.version}
    edit_action(action=gone, saw=gone.version, boxes={"text": "Theirs"}, by=cast.by)
    before = as_they_read(plans)
    with pytest.raises(ChangedMeanwhileError):
        merge_actions(stands=stands, others=[gone], choices={}, by=cast.by, saw=saw)
    assert as_they_read(plans) == before
    assert not Change.objects.filter(verb="merge").exists()


def test_actions_of_another_place_stay_two(plans: tuple[Plan, Plan], cast: Cast) -> None:
    theirs = Action.objects.create(plan=Plan.objects.create(place=cast.elsewhere, title="Theirs"), text="x")
    with pytest.raises(RefusedError, match="different places"):
        merge_actions(stands=towpaths(plans)[0], others=[theirs], choices={}, by=cast.by)


def test_it_is_done_and_undone_by_the_pages(plans: tuple[Plan, Plan], as_editor: Client) -> None:
    stands, gone = towpaths(plans)
    own = as_editor.get(at("merge_with", stands.pk))
    assert "These are actions of “Wexcombe water”." in words_of(own.content), "its own plan has no other"
    page = as_editor.get(at("merge_with", gone.pk)).content
    assert "Merge with actions of “Wexcombe parks” instead" in words_of(page)
    other = as_editor.get(f"{at('merge_with', gone.pk)}?plan={plans[0].pk}").content
    assert f'value="{hex_id(stands.pk)}"' in other.decode()
    chosen = {"actions": [hex_id(gone.pk), hex_id(stands.pk)]}
    assert "(of “Wexcombe parks”)" in words_of(as_editor.post(at("merge", plans[1].pk), chosen).content)
    deciding = chosen | {"stands": hex_id(stands.pk), "words_text": hex_id(gone.pk), "words_leads": "all"}
    told = as_editor.post(at("merge", plans[1].pk), deciding, follow=True).content.decode()
    assert "The actions were merged." in told
    change = plans[1].changes.get(verb="merge")
    shown = words_of(as_editor.get(at("change", change.pk)).content)
    assert "They are undone together. Wexcombe parks" in shown
    as_editor.post(re.findall(r'action="([^"]+/undo/)"', told)[-1])
    gone.refresh_from_db()
    assert gone.merged_into is None


def test_actions_of_several_plans_are_merged_from_the_table(
    plans: tuple[Plan, Plan], as_editor: Client
) -> None:
    ids = [str(each.pk) for each in towpaths(plans)]
    page = as_editor.post(at("bulk_edit"), {"actions": ids}).content.decode()
    to = re.findall(r'action="([^"]+/merge/)"', page)[0]
    assert "Choose whose words stand" in as_editor.post(to, {"actions": ids}).content.decode()
