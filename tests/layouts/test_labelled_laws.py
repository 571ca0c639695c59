"""Nothing is lost in outlines, forms and lists made at random, however little sense they make."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_plans import Block, Bullet, Grid, Heading, Text

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "laws"))

from held import held
from made_files import read_in
from made_words import words_written
from told_places import misplaced, words_told
from told_values import values_of

LABELS = (
    *("Action", "Actions", "What we will do", "Lead", "Who", "Partners", "By when", "Timescale", "Status"),
    *("Theme", "Objective", "Priority 1", "Action 1.2", "Ref", "Milestones", "Measure of success", "Target"),
    *("Why this matters", "Note", "Cost", "Latest update", "We will", "Actors", "Behaviours", "Key messages"),
    *("Description", "Sister town", "Introduction", "Completed"),
)
WORDS = (
    *("mend the bench", "paint a zebra", "Parks", "Highways and Parks", "March 2027", "2026/27", "ongoing"),
    *(
        "1.1 Lend tools",
        "S2 Open the gate",
        "(Parks, May 2027)",
        "a) wait",
        "Quarterly",
        "£900",
        "Red",
        "N/A",
    ),
    *("Led by Parks, by 2028.", "People told us that the lamps are dim at night.", "we will:", "x"),
)

FORMS = ("{w}", "{l}", "{l}:", "{l}: {w}", "{l} – {w}", "{w} ({l}: {w})", "{w}. {l}: {w}; {l}: {w}")


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A line such as people type: words alone, a label alone, or labels and words in a row."""
    label, words = st.sampled_from(LABELS), st.sampled_from(WORDS)
    form = draw(st.sampled_from(FORMS))
    for mark, drawn in (("{l}", label), ("{w}", words)):
        while mark in form:
            form = form.replace(mark, draw(drawn), 1)
    return form


@st.composite
def forms(draw: st.DrawFn) -> Grid:
    """A table of labels and values in any arrangement."""
    width = draw(st.integers(1, 4))
    cell = st.one_of(st.sampled_from(LABELS), st.sampled_from(WORDS), lines())
    row = st.lists(cell, min_size=width, max_size=width).map(tuple)
    return Grid(tuple(draw(st.lists(row, min_size=1, max_size=5))))


blocks = st.lists(
    st.one_of(
        st.builds(Heading, lines(), st.integers(1, 3)),
        st.builds(Text, lines()),
        st.builds(Bullet, lines(), st.integers(1, 2)),
        forms(),
    ),
    min_size=1,
    max_size=14,
).map(tuple)


@pytest.mark.parametrize("format_", ("docx", "html", "md", "txt"))
@held(50)
@given(made=blocks)
def test_every_letter_of_an_outline_stands_in_one_place(format_: str, made: tuple[Block, ...]) -> None:
    reading = read_in(format_, made)
    assert misplaced(reading.document, values_of(reading.plan)) == []


@pytest.mark.parametrize("format_", ("docx", "html"))
@held(50)
@given(made=blocks)
def test_every_word_of_an_outline_stands_as_often_as_it_was_written(
    format_: str, made: tuple[Block, ...]
) -> None:
    reading = read_in(format_, made)
    written, told = words_written(made), words_told(reading.document, values_of(reading.plan))
    assert (written - told, told - written) == (Counter(), Counter())
