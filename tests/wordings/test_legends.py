"""What a plan says its colours, marks and short forms mean."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turntide.documents.document import Cell, Paragraph, Table
from turntide.reading.grids import grid_of
from turntide.reading.legends import Legend
from turntide.reading.passage import of_block

GREEN, AMBER, RED = "#00b050", "#ffc000", "#ff0000"


def learnt(*lines: str) -> Legend:
    legend = Legend()
    legend.learn(of_block(Paragraph(number, line)) for number, line in enumerate(lines, start=1))
    return legend


@pytest.mark.parametrize(
    ("line", "meanings"),
    [
        ("Key: Green = on target, Amber = some delay", {"green": "on target", "amber": "some delay"}),
        ("PH = Public Health; OT = Otter Trust", {"ph": "Public Health", "ot": "Otter Trust"}),
        ("S: 0-12 months, M: 1-3 years", {"s": "0-12 months", "m": "1-3 years"}),
        ("Short (up to a year), Long (over a year)", {"short": "up to a year", "long": "over a year"}),
        ("RAG: Green - complete. Amber - in hand.", {"green": "complete", "amber": "in hand"}),
        ("● Green: achieved\n● Amber: in hand", {"green": "achieved", "amber": "in hand"}),
        ("Timescales: S = this year", {}),
        ("Contact: Ann Ash; Phone: 01234", {}),
        ("Our aims are three: to walk, to swim, to run", {}),
    ],
)
def test_a_legend_in_a_line(line: str, meanings: dict[str, str]) -> None:
    assert learnt(line).wordings == meanings


def laid(*cells: Cell) -> Legend:
    legend = Legend()
    legend.learn_rows(grid_of(Table(1, cells)).rows)
    return legend


def test_a_legend_of_coloured_cells_beside_their_meanings() -> None:
    legend = laid(
        Cell(1, 1, "", fill=GREEN), Cell(1, 2, "Achieved"), Cell(2, 1, "", fill=RED), Cell(2, 2, "Stopped")
    )
    assert meaning_of(legend, GREEN) == "Achieved"
    assert meaning_of(legend, "#00B050") == "Achieved"
    assert meaning_of(legend, "#92d050") == "Achieved"
    assert meaning_of(legend, AMBER) is None


def meaning_of(legend: Legend, fill: str) -> str | None:
    passage = legend.of_fill(fill)
    return passage.wording if passage else None


def test_a_legend_of_coloured_words() -> None:
    legend = laid(Cell(1, 1, "On track", fill=GREEN), Cell(1, 2, "Late", fill=AMBER))
    assert (meaning_of(legend, GREEN), meaning_of(legend, AMBER)) == ("On track", "Late")


def test_one_colour_alone_dresses_a_table() -> None:
    assert laid(Cell(1, 1, "Members", fill=GREEN), Cell(2, 1, "Ann Ash", fill=GREEN)).fills == {}


def test_a_colour_named_in_words_is_known_by_its_fill() -> None:
    assert meaning_of(learnt("Key: Green = achieved, Red = stopped"), GREEN) == "achieved"


def test_the_same_key_keeps_its_first_meaning() -> None:
    assert learnt("A = one thing; B = another", "A = later; B = still later").wordings["a"] == "one thing"


@settings(max_examples=150)
@given(st.text(alphabet="SML= :–-;,.()\nGreen●/", max_size=40))
def test_a_meaning_is_exactly_the_words_of_its_line(line: str) -> None:
    legend = Legend()
    if not line.strip():
        return
    legend.learn([of_block(Paragraph(1, line))])
    for meaning in legend.words.values():
        spot = meaning.spots[0]
        assert line[spot.start : spot.end] == meaning.text
