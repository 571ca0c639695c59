"""The second law: what the source does not say, the reading does not say either."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from held import held
from hypothesis import given
from hypothesis import strategies as st
from made_files import FORMATS, REAL, read_in, reading_of
from made_plans import grid, header
from made_words import Mint, documents
from told_values import Told, bare, says_so, values_of

from turntide.plan.model import Action, Plan
from turntide.reading.trace import Reading

some = held(18)

COLUMNS: dict[str, tuple[str, Callable[[Mint, int], str]]] = {
    "ref": ("Ref", lambda mint, row: f"{row}.1"),
    "owners": ("Lead", lambda mint, row: mint.fill("{} Council")),
    "timescale": ("By when", lambda mint, row: f"March {2026 + row}"),
    "milestones": ("Milestones", lambda mint, row: mint.fill("{} agreed with {}")),
    "measures": ("Measure of success", lambda mint, row: mint.fill("More {} than {}")),
    "status": ("Status", lambda mint, row: ("In progress", "Complete", "Not started")[row % 3]),
    "progress": ("Latest update", lambda mint, row: mint.fill("The {} went to {}.")),
    "rationale": ("Why is this important?", lambda mint, row: mint.fill("Too many {} have no {}")),
    "weightings": ("Year 1 weighting", lambda mint, row: f"{row + 4}%"),
    "money": ("Cost", lambda mint, row: f"£{row}00"),
}
"""Each field with a heading that means it, and what its cells say."""


def fields_told(action: Action) -> set[str]:
    return {field for field in COLUMNS if getattr(action, field)}


@some
@given(data=st.data())
def test_a_table_without_a_column_gives_no_value_of_its_field(data: st.DataObject) -> None:
    format_ = data.draw(st.sampled_from(FORMATS))
    kept = data.draw(st.lists(st.sampled_from(sorted(COLUMNS)), unique=True, max_size=5))
    mint = Mint()
    rows = [
        (mint.fill("Open the {} path with {}"), *(COLUMNS[field][1](mint, row) for field in kept))
        for row in range(1, data.draw(st.integers(2, 6)) + 1)
    ]
    heads = header("Action", *(COLUMNS[field][0] for field in kept))
    plan = read_in(format_, (grid(heads, *rows),)).plan
    assert len(plan.actions) == len(rows)
    assert [fields_told(action) for action in plan.actions] == [set(kept)] * len(rows)


def dates_of(plan: Plan) -> list[str]:
    """Every date of a reading."""
    found: list[str | None] = [plan.period.start, plan.period.end] if plan.period else []
    for action in plan.actions:
        found += [action.timescale.start, action.timescale.end] if action.timescale else []
        found += [step.due for step in action.milestones]
        found += [news.dated for news in action.progress]
    return [date for date in found if date]


def years_said(text: str) -> set[int]:
    """The years a text writes: in four digits, or in two after a stroke, a dash, a full stop or an apostrophe."""
    whole = {int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)}
    short = {2000 + int(year) for year in re.findall(r"(?:[/–\-.’'‘]|[a-z] ?)\s*(\d\d)(?!\d)", text)}
    return whole | short


def never_said(reading: Reading) -> list[str]:
    """The years and owners of a reading that the document does not write."""
    text = "\n".join(reading.document.texts.values())
    years = years_said(text)
    bad = [date for date in dates_of(reading.plan) if int(date[:4]) not in years]
    words = bare(text)
    named = [told for told in values_of(reading.plan) if told.kind in {"lead", "partner"}]
    return bad + [
        told.wording for told in named if bare(told.wording) not in words and not _broken(reading, told)
    ]


def _broken(reading: Reading, told: Told) -> bool:
    """A name that breaks over a page stands in two places."""
    return len(told.spots) > 1 and says_so(reading.document, told)


@pytest.mark.parametrize("format_", FORMATS)
@some
@given(data=st.data())
def test_no_year_and_no_owner_is_invented(format_: str, data: st.DataObject) -> None:
    assert never_said(read_in(format_, data.draw(documents(far=format_ != "pdf")))) == []


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.name)
def test_no_year_and_no_owner_of_a_whole_file_is_invented(file: Path) -> None:
    assert never_said(reading_of(file)) == []
