"""The fourth law: the plan's own words stay, for its levels and for its statuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from held import held
from hypothesis import given
from hypothesis import strategies as st
from made_files import FORMATS, REAL, read_in, reading_of
from made_plans import grid, header
from made_words import Mint, documents
from told_values import bare

from turntide.reading.trace import Reading

some = held(18)
NAMELESS = "Section"
"""What a level is called where the plan has no name for it."""
LEVELS = ("Theme", "Ambition", "Objective", "Priority", "Aim", "Goal", "Pillar", "Domain", "WE WILL")
STATUSES = (
    "Complete",
    "In Progress",
    "On track/on time",
    "Missed Delivery Date no Risk",
    " Green",
    "RED",
    "dormant",
)


def renamed(reading: Reading) -> list[str]:
    """The levels and statuses that the document does not word so."""
    text = bare(" ".join(reading.document.texts.values())).casefold()
    known = {NAMELESS, *(column.heading for column in reading.plan.columns)}
    named = [level for level in reading.plan.levels if level not in known and not _says(text, level)]
    statuses = [action.status for action in reading.plan.actions if action.status]
    worded = [
        one.wording for one in statuses if one.source and any(s.end > s.start for s in one.source.spots)
    ]
    return named + [wording for wording in worded if bare(wording).casefold() not in text]


def _says(text: str, level: str) -> bool:
    """A level is named by a column or heading, or in prose that speaks of "themes" or "priorities"."""
    word = bare(level).casefold()
    if any(word[:at] in text and word[at:] in text for at in range(2, len(word) - 1)):
        return True  # a heading that wraps into a second row
    return word in text or (word.endswith("y") and f"{word[:-1]}ies" in text)


@pytest.mark.parametrize("format_", FORMATS)
@some
@given(data=st.data())
def test_levels_and_statuses_are_worded_as_in_the_document(format_: str, data: st.DataObject) -> None:
    assert renamed(read_in(format_, data.draw(documents(far=format_ != "pdf")))) == []


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.name)
def test_levels_and_statuses_of_a_whole_file_are_worded_as_in_it(file: Path) -> None:
    assert renamed(reading_of(file)) == []


@some
@given(data=st.data())
def test_columns_of_headings_name_the_levels_and_statuses_stay_as_written(data: st.DataObject) -> None:
    format_ = data.draw(st.sampled_from(FORMATS))
    outer, inner = data.draw(st.lists(st.sampled_from(LEVELS), min_size=2, max_size=2, unique=True))
    said = data.draw(st.lists(st.sampled_from(STATUSES), min_size=4, max_size=4))
    mint = Mint()
    over = mint.fill("{} for {}")
    rows = [
        (over, mint.fill("{} and {}"), mint.fill("Open the {} path with {}"), mint.fill("{} Council"), status)
        for status in said
    ]
    plan = read_in(format_, (grid(header(outer, inner, "Action", "Lead", "Status"), *rows),)).plan
    assert plan.levels == (outer, inner)
    assert [a.status.wording if a.status else None for a in plan.actions] == [one.strip() for one in said]
