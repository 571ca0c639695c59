"""Adoption: once, when a person says so, and taken back whole; and the next edition of an adopted plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from intakes_read import plan_of, reading_of
from site_cast import Cast

from turntide.mending import as_data
from turntide.mending.mends import ColumnMeans, IsNote
from turntide.web.intake.models import Intake, Stage
from turntide.web.intake.services import adopting
from turntide.web.intake.services.bringing import Choice
from turntide.web.intake.services.mending import make_mend
from turntide.web.plans.models import Change, Edition, Plan

BringIn = Callable[..., Intake]


def url(route: str, intake: Intake) -> str:
    return reverse(route, args=["tarrow", intake.pk])


def adopt(client: Client, intake: Intake, title: str = "Tarrow plan", version: int | None = None) -> Any:
    typed = {"title": title, "version": intake.version if version is None else version}
    answer = client.post(url("intake-adopt", intake), typed)
    intake.refresh_from_db()
    return answer


def test_nothing_is_adopted_by_looking(read: BringIn, as_editor: Client) -> None:
    intake = read()
    for route in ("intake", "intake-adopt", "intake-changes"):
        as_editor.get(url(route, intake))
    assert not Plan.objects.exists()


def test_adopting_twice_adopts_once(read: BringIn, as_editor: Client) -> None:
    intake = read()
    first, second = adopt(as_editor, intake), adopt(as_editor, intake)
    assert first.url == second.url == plan_of(intake).get_absolute_url()
    assert Plan.objects.count() == Edition.objects.count() == 1


def test_the_title_given_is_the_plans(read: BringIn, as_editor: Client) -> None:
    intake = read()
    adopt(as_editor, intake, title="Tarrow on the move")
    assert plan_of(intake).title == "Tarrow on the move"


def test_a_title_is_needed_and_asked_for(read: BringIn, as_editor: Client) -> None:
    intake = read()
    answer = adopt(as_editor, intake, title="  ")
    assert answer.status_code == 422
    assert "Give the plan a title." in answer.content.decode()
    assert intake.stage == Stage.REVIEW


def test_an_older_reading_is_not_adopted(read: BringIn, as_editor: Client, cast: Cast) -> None:
    intake = read()
    make_mend(intake=intake, mend=ColumnMeans("Bringer", "lead"), saw=1, by=cast.by)
    answer = adopt(as_editor, intake, version=1)
    assert answer.status_code == 409
    assert not Plan.objects.exists()


def test_a_fault_midway_leaves_nothing(read: BringIn, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    intake = read()

    def fail(*_given: object, **_named: object) -> None:
        raise IntegrityError("the disk is full")

    monkeypatch.setattr(adopting, "note_act", fail)
    with pytest.raises(IntegrityError):
        adopting.adopt(intake=intake, title="Tarrow", saw=1, by=cast.by)
    intake.refresh_from_db()
    assert intake.stage == Stage.REVIEW
    assert not Plan.objects.exists() and not Change.objects.exists()


def test_undoing_leads_back_to_the_review_and_it_can_be_adopted_again(
    read: BringIn, as_editor: Client, cast: Cast
) -> None:
    intake = read()
    adopt(as_editor, intake)
    as_editor.post(url("intake-undo-adoption", intake))
    intake.refresh_from_db()
    assert (intake.stage, intake.plan, intake.edition) == (Stage.REVIEW, None, None)
    assert not cast.tarrow.plans.filter(retired_at=None).exists()
    adopt(as_editor, intake)
    assert cast.tarrow.plans.filter(retired_at=None).count() == 1


def test_a_reading_of_nothing_is_not_adopted_and_says_why(read: BringIn, as_editor: Client) -> None:
    intake = read("Just a letter about nothing in particular.")
    answer = as_editor.get(url("intake-adopt", intake))
    assert "No heading and no action was read" in answer.content.decode()
    adopt(as_editor, intake)
    assert intake.stage == Stage.REVIEW


# The next edition.


@pytest.fixture
def adopted(read: BringIn, as_editor: Client, cast: Cast) -> Intake:
    intake = read()
    make_mend(intake=intake, mend=ColumnMeans("Bringer", "lead"), saw=1, by=cast.by)
    intake.refresh_from_db()
    make_mend(intake=intake, mend=IsNote("Walks from every surgery"), saw=2, by=cast.by)
    intake.refresh_from_db()
    adopt(as_editor, intake)
    return intake


NEXT = """# Tarrow plan

| No | Action | Bringer | Quux | By when |
|---|---|---|---|---|
| 1 | Light the riverside path until eleven o'clock | Tarrow Parks | pear | 2026/27 |
| 2 | Open the towpath to wheels and walkers | Tarrow Parks | apple | By March 2027 |
| 3 | Run a bus to the leisure centre from the villages | Tarrow Transport | kiwi | 2027/28 |
"""


def test_mends_are_replayed_on_the_next_edition_and_idle_ones_are_said(
    adopted: Intake, read: BringIn, as_editor: Client
) -> None:
    assert adopted.plan is not None
    intake = read(NEXT, choice=Choice(adopted.plan, decided=True))
    assert {(row.mend["kind"], row.idle) for row in intake.mends.standing()} == {
        ("column means", False),
        ("is note", True),
    }
    assert reading_of(intake)["actions"][0]["leads"][0]["name"] == "Tarrow Parks"
    assert "1 of them found nothing here" in as_editor.get(intake.get_absolute_url()).content.decode()


def test_a_new_edition_shows_what_changes_and_keeps_identity(
    adopted: Intake, read: BringIn, as_editor: Client
) -> None:
    assert adopted.plan is not None
    before = {action.text: action.pk for action in adopted.plan.actions.all()}
    intake = read(NEXT, choice=Choice(adopted.plan, decided=True))
    groups = {
        g.name: len(g.pairings) for g in as_editor.get(url("intake-changes", intake)).context["page"].groups
    }
    assert groups["added"] == 1 and groups["dropped"] == 1 and groups["reworded"] == 1
    adopt(as_editor, intake)
    after = {action.text: action.pk for action in adopted.plan.actions.standing()}
    assert (
        after["Light the riverside path until eleven o'clock"]
        == (before["Light the riverside path until ten o'clock"])
    )
    assert intake.edition is not None and intake.edition.number == 2


def test_undoing_a_new_edition_restores_the_plan(adopted: Intake, read: BringIn, as_editor: Client) -> None:
    assert adopted.plan is not None
    before = set(adopted.plan.actions.standing().values_list("text", "position"))
    intake = read(NEXT, choice=Choice(adopted.plan, decided=True))
    adopt(as_editor, intake)
    as_editor.post(url("intake-undo-adoption", intake))
    intake.refresh_from_db()
    assert set(adopted.plan.actions.standing().values_list("text", "position")) == before
    assert intake.stage == Stage.REVIEW and intake.plan == adopted.plan


def test_a_likely_edition_is_asked_about_and_never_decided_alone(
    adopted: Intake, read: BringIn, as_editor: Client
) -> None:
    intake = read(NEXT)
    assert intake.plan is None and intake.likely == adopted.plan
    assert "Is this a new edition of" in as_editor.get(intake.get_absolute_url()).content.decode()
    as_editor.post(url("intake-plan", intake), {"plan": str(adopted.plan_id)})
    intake.refresh_from_db()
    assert intake.plan == adopted.plan and intake.decided
    assert reading_of(intake)["actions"][0]["leads"]
    as_editor.post(url("intake-plan", intake), {"plan": ""})
    intake.refresh_from_db()
    assert intake.plan is None
    assert not reading_of(intake)["actions"][0]["leads"]


def test_a_plan_that_is_alike_in_nothing_is_not_suggested(adopted: Intake, read: BringIn) -> None:
    intake = read("# Wexcombe\n\n- Build homes that are warm\n- Insulate every school by 2030\n", "other.md")
    assert intake.likely is None


def test_mends_said_of_the_next_edition_are_data_like_any(adopted: Intake) -> None:
    assert adopted.mends.first() is not None
    assert adopted.mends.first().mend == as_data(ColumnMeans("Bringer", "lead"))  # type: ignore[union-attr]
