"""The laws of reading hold after any list of mends, on every example."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from editions_of_fenby import EXAMPLES, FIRST, SECOND, faults, held
from hypothesis import given
from hypothesis import strategies as st

from turntide.documents.document import Document
from turntide.documents.opening import open_here
from turntide.mending import mend
from turntide.mending.mends import (
    MEANINGS,
    ColumnMeans,
    HeadingHolds,
    IsAction,
    IsNote,
    Mend,
    RowBelongsAbove,
    SameBody,
    SplitAt,
)
from turntide.plan.model import Plan
from turntide.reading.reading import read

FILES = [path for path in EXAMPLES if path.suffix != ".pdf"]


@cache
def opened(path: Path) -> tuple[Document, Plan]:
    document = open_here(path.read_bytes(), path.name)
    return document, read(document).plan


def mends_for(plan: Plan) -> st.SearchStrategy[list[Mend]]:
    """Lists of mends about what a plan says, of every kind."""
    actions = [one.text for one in plan.actions] or ["Nothing of the kind"]
    headings = [one.text for one in plan.headings] or actions
    others = [note.text for note in plan.notes] + [piece.text for piece in plan.unplaced] or actions
    columns = [one.heading for one in plan.columns] or ["Nothing"]
    owners = [body.name for one in plan.actions for body in one.owners] or ["Nobody", "No one"]
    said = st.sampled_from(actions)
    anything = st.sampled_from([*actions, *headings, *others])
    one = st.one_of(
        st.builds(
            ColumnMeans,
            st.sampled_from(columns),
            st.sampled_from([None, *(meaning.value for meaning in MEANINGS)]),
        ),
        st.builds(RowBelongsAbove, anything),
        st.builds(IsNote, anything),
        st.builds(IsAction, anything),
        st.builds(HeadingHolds, anything, st.lists(said, min_size=1, max_size=3).map(tuple)),
        st.builds(SameBody, st.sampled_from(owners), st.sampled_from(owners)),
        st.builds(_split, said, st.integers(1, 6)),
    )
    return st.lists(one, max_size=4)


def _split(text: str, at: int) -> SplitAt:
    words = text.split()
    return SplitAt(text, " ".join(words[at:]) or words[-1])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
@held(8)
@given(data=st.data())
def test_nothing_is_lost_and_nothing_invented(file: Path, data: st.DataObject) -> None:
    document, plan = opened(file)
    mends = data.draw(mends_for(plan))
    mended = mend(document, mends)
    assert faults(mended) == []
    assert sorted(map(str, (*mended.done, *mended.idle))) == sorted(map(str, mends))


@held(30)
@given(data=st.data())
def test_the_same_mends_give_the_same_plan(data: st.DataObject) -> None:
    mends = data.draw(mends_for(read(FIRST).plan))
    assert mend(FIRST, mends) == mend(FIRST, mends)
    assert faults(mend(SECOND, mends)) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
@held(6)
@given(data=st.data())
def test_one_mend_again_changes_nothing(file: Path, data: st.DataObject) -> None:
    document, plan = opened(file)
    one = data.draw(mends_for(plan).filter(bool))[:1]
    once, twice = mend(document, one), mend(document, one * 2)
    assert once.plan == twice.plan
    assert bool(once.idle) == bool(twice.idle)
