"""What a person said of one edition still holds in the next: reworded, reordered, with rows added."""

from __future__ import annotations

import json

import pytest
from editions_of_fenby import FIRST, SECOND, SIGNS, action, faults, table, texts

from turntide.checking import Kind
from turntide.documents.document import Document
from turntide.mending import as_data, from_data, mend
from turntide.mending.mends import ColumnMeans, IsNote, Mend, RowBelongsAbove, SameBody, SplitAt
from turntide.reading.kinds import DoubtKind
from turntide.reading.reading import read

REMEMBERED: tuple[Mend, ...] = (
    ColumnMeans("Steward", "lead"),
    RowBelongsAbove("And lend them the keys without a deposit"),
    SplitAt(SIGNS, "count the people"),
    IsNote("All partners were asked about the items above in spring"),
    SameBody("Parks and Rivers", "Rivers & Parks Dept"),
)
EDITIONS = pytest.mark.parametrize("edition", [FIRST, SECOND], ids=["first", "second"])


def replayed(edition: Document) -> tuple[Mend, ...]:
    """The mends as they come back from where they were kept."""
    assert read(edition).plan.actions
    return tuple(from_data(json.loads(json.dumps(as_data(one)))) for one in REMEMBERED)


@EDITIONS
def test_every_mend_still_acts(edition: Document) -> None:
    mended = mend(edition, replayed(edition))
    assert (mended.done, mended.idle) == (REMEMBERED, ())


@EDITIONS
def test_the_laws_of_reading_hold_after_them(edition: Document) -> None:
    assert faults(mend(edition, replayed(edition))) == []


@EDITIONS
def test_the_plan_says_what_the_person_meant(edition: Document) -> None:
    plan = mend(edition, replayed(edition)).plan
    assert [body.name for body in action(plan, "Train").leads] == ["Rivers & Parks Dept"]
    assert action(plan, "Open the school halls").text.casefold().endswith("the keys without a deposit")
    assert action(plan, "Put up").text.endswith("signs along the river path and")
    assert action(plan, "count the people").leads == action(plan, "Put up").leads
    assert not [text for text in texts(plan) if text.startswith("All partners")]
    assert any("All partners" in note.text for note in plan.notes)


@EDITIONS
def test_the_findings_that_were_mended_are_gone(edition: Document) -> None:
    before, after = read(edition).plan, mend(edition, replayed(edition)).plan
    assert {DoubtKind.COLUMN_UNNAMED, Kind.NO_OWNER} <= {finding.kind for finding in before.findings}
    assert not {DoubtKind.COLUMN_UNNAMED, Kind.NO_OWNER, Kind.SPELLINGS} & {f.kind for f in after.findings}


@EDITIONS
def test_replaying_them_again_changes_nothing(edition: Document) -> None:
    once, twice = mend(edition, REMEMBERED), mend(edition, (*REMEMBERED, *REMEMBERED))
    assert twice.plan == once.plan
    assert twice.idle == ()


def test_a_mend_whose_words_are_gone_is_said_to_be_idle() -> None:
    other = table(("Action", "Lead"), [("Sweep the harbour steps", "Harbour Board")])
    mended = mend(other, REMEMBERED)
    assert mended.idle == REMEMBERED
    assert mended.plan == read(other).plan


def test_a_neighbour_that_says_nearly_the_same_is_not_taken_for_it() -> None:
    rows = [("Hold the spring walk for all schools in Fenby", "Parks"), ("Hold the autumn walk", "Parks")]
    mended = mend(table(("Action", "Lead"), rows), [IsNote("Hold the winter walk")])
    assert len(mended.plan.actions) == 2
    assert mended.idle
