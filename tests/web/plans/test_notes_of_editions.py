"""The notes of a document go and come with its edition."""

from __future__ import annotations

from dataclasses import replace

import pytest
from site_cast import Cast

from turntide.plan import model as plain
from turntide.web.accounts.holding import Subject
from turntide.web.plans.models import Edition, Plan
from turntide.web.plans.services.adopting import adopt_edition, adopt_plan
from turntide.web.plans.services.forgetting import strike_from_plans
from turntide.web.plans.services.undoing import undo
from turntide.web.plans.store.taking_out import plan_as_read

FIRST = plain.Plan(
    title="Wexcombe outdoors",
    headings=(plain.Heading("h1", "Theme", "Parks"),),
    actions=(plain.Action("a1", "Mend the gates of every park", under="h1"),),
    notes=(
        plain.Note("Ask Oriel Pennant about the gates", "drafting", "a1"),
        plain.Note("Parks come first", "text", "h1"),
        plain.Note("Draft of May", "running"),
    ),
)
SECOND = replace(FIRST, notes=(plain.Note("Final version", "running"),))


@pytest.fixture
def first(cast: Cast) -> Plan:
    return adopt_plan(place=cast.tarrow, read=FIRST, original=None, name="", by=cast.by).plan


def adopted_again(plan: Plan, cast: Cast) -> Edition:
    return adopt_edition(plan=plan, read=SECOND, original=None, by=cast.by)


def notes(plan: Plan) -> list[tuple[str, str, str | None]]:
    return [(each.text, each.kind, each.about) for each in plan_as_read(plan).notes]


def test_undoing_a_new_edition_brings_the_earlier_notes_back_where_they_stood(
    first: Plan, cast: Cast
) -> None:
    before = notes(first)
    assert [text for text, _, _ in before] == [note.text for note in FIRST.notes]
    assert before[0][2] == plan_as_read(first).actions[0].id
    assert before[1][2] == plan_as_read(first).headings[0].id
    edition = adopted_again(first, cast)
    assert notes(first) == [("Final version", "running", None)]
    undone = undo(edition.changes.get(verb="adopt"), by=cast.by)
    assert notes(first) == before
    again = undo(undone, by=cast.by)
    assert notes(first) == [("Final version", "running", None)]
    undo(again, by=cast.by)
    assert notes(first) == before


def test_an_edition_whose_earlier_notes_were_not_kept_leaves_those_that_stand(
    first: Plan, cast: Cast
) -> None:
    edition = adopted_again(first, cast)
    Edition.objects.filter(pk=edition.pk).update(notes_aside=None)
    undo(edition.changes.get(verb="adopt"), by=cast.by)
    assert notes(first) == [("Final version", "running", None)]


def test_who_is_struck_out_of_a_plan_does_not_come_back_with_the_notes(first: Plan, cast: Cast) -> None:
    edition = adopted_again(first, cast)
    strike_from_plans(Subject(cast.tarrow, "oriel@tarrow.example", ("Oriel Pennant",)), by=cast.by)
    undo(edition.changes.get(verb="adopt"), by=cast.by)
    texts = [text for text, _, _ in notes(first)]
    assert "Parks come first" in texts and not any("Oriel" in text for text in texts)
