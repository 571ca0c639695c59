"""What is adopted comes out as it went in, and every change can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from site_cast import Cast

from turntide.opening import read_plan
from turntide.plan import model as plain
from turntide.web.plans.models import Action, Change, Plan
from turntide.web.plans.services.adopting import adopt_edition, adopt_plan
from turntide.web.plans.services.undoing import NotUndoableError, undo
from turntide.web.plans.services.writing import ChangedMeanwhileError, Step, write
from turntide.web.plans.store.taking_out import action_state, plan_as_read, whole

EXAMPLES = sorted(
    file
    for file in (Path(__file__).parents[3] / "examples").iterdir()
    if file.is_file() and file.suffix != ".md"
)


def without_ids(plan: plain.Plan) -> plain.Plan:
    """A plan with its ids replaced by positions, and without what the store keeps with the edition."""
    parts: list[plain.Heading | plain.Action] = [*plan.headings, *plan.actions]
    ids = {part.id: f"p{at}" for at, part in enumerate(parts)}
    return replace(
        plan,
        headings=tuple(replace(h, id=ids[h.id], parent=ids.get(h.parent or "")) for h in plan.headings),
        actions=tuple(_plain(replace(a, id=ids[a.id], under=ids.get(a.under or ""))) for a in plan.actions),
        notes=tuple(replace(note, about=ids.get(note.about or "")) for note in plan.notes),
        findings=(),
        unplaced=(),
        vision=plan.vision or None,
    )


def _plain(action: plain.Action) -> plain.Action:
    once = tuple({programme.name: programme for programme in action.programmes}.values())
    return replace(action, programmes=once)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_a_plan_comes_out_as_it_went_in(file: Path, cast: Cast) -> None:
    read = read_plan(file)
    plan = adopt_plan(place=cast.tarrow, read=read, original=None, name=file.stem, by=cast.by).plan
    plan.refresh_from_db()
    expected = without_ids(replace(read, title=read.title or file.stem))
    assert without_ids(plan_as_read(plan)) == expected


def test_the_same_edition_again_changes_no_identity(tarrow_plan: Plan, cast: Cast) -> None:
    before = set(tarrow_plan.actions.values_list("pk", flat=True))
    read = plan_as_read(tarrow_plan)
    adopt_edition(plan=tarrow_plan, read=read, original=None, by=cast.by)
    assert set(tarrow_plan.actions.standing().values_list("pk", flat=True)) == before
    assert tarrow_plan.editions.count() == 2


def one(plan: Plan) -> Action:
    return whole(plan.actions.all())[0]


def reworded(plan: Plan, text: str) -> Step:
    row = one(plan)
    state = action_state(row)
    return Step(replace(state, read=replace(state.read, text=text)), row.version)


def test_a_change_is_taken_back_whole_and_history_only_grows(tarrow_plan: Plan, cast: Cast) -> None:
    before = action_state(one(tarrow_plan))
    change = write(
        "edit", [reworded(tarrow_plan, "Open the towpath to wheels")], plan=tarrow_plan, by=cast.by
    )
    assert one(tarrow_plan).text == "Open the towpath to wheels"
    undo(change, by=cast.by)
    assert action_state(one(tarrow_plan)) == before
    assert Change.objects.filter(plan=tarrow_plan).count() == 3


def test_who_writes_on_what_somebody_else_changed_is_told_so(tarrow_plan: Plan, cast: Cast) -> None:
    stale = reworded(tarrow_plan, "Mine")
    write("edit", [reworded(tarrow_plan, "Theirs")], plan=tarrow_plan, by=cast.by)
    with pytest.raises(ChangedMeanwhileError):
        write("edit", [stale], plan=tarrow_plan, by=cast.by)
    assert one(tarrow_plan).text == "Theirs"


def test_a_change_under_a_later_one_is_not_undone(tarrow_plan: Plan, cast: Cast) -> None:
    first = write("edit", [reworded(tarrow_plan, "First")], plan=tarrow_plan, by=cast.by)
    write("edit", [reworded(tarrow_plan, "Second")], plan=tarrow_plan, by=cast.by)
    with pytest.raises(NotUndoableError, match="changed again since"):
        undo(first, by=cast.by)


def test_undoing_the_first_adoption_sets_the_plan_aside(tarrow_plan: Plan, cast: Cast) -> None:
    adoption = tarrow_plan.changes.get(verb="adopt")
    undo(adoption, by=cast.by)
    tarrow_plan.refresh_from_db()
    assert tarrow_plan.retired_at is not None
    assert not tarrow_plan.actions.standing().exists()


def test_a_member_reaches_the_place_and_nobody_else_learns_it_exists(cast: Cast, client: Client) -> None:
    url = reverse("plans", args=["tarrow"])
    assert client.get(url).status_code == 302
    client.force_login(cast.viewer)
    assert client.get(url).status_code == 200
    client.force_login(cast.outsider)
    assert client.get(url).status_code == 404
