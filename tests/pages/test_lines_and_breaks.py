"""Words, lines and line breaks from glyphs placed by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from turntide.documents.pages.ink import Glyph, Style
from turntide.documents.pages.ink_colours import hex_colour
from turntide.documents.pages.lines import Line, lines
from turntide.documents.pages.paragraphs import Block, Setting, passage, starts_list_item
from turntide.documents.pages.rotation import on_page, turn_of, turned_back
from turntide.documents.pages.signs import plain_text

STEP = 5.0


def typed(
    text: str, x: float = 0.0, base: float = 100.0, size: float = 10.0, style: Style | None = None
) -> list[Glyph]:
    """A text set in type of one width, without drawn spaces."""
    step = STEP * size / 10
    return [
        Glyph(sign, x + at * step, x + (at + 1) * step, base, size, style or Style())
        for at, sign in enumerate(text)
        if sign != " "
    ]


def block(*said: str, right: float, pitch: float = 12.0) -> Block:
    """Lines one below the other in a cell that reaches to ``right``."""
    found = [line for at, text in enumerate(said) for line in lines(typed(text, base=100 + at * pitch))]
    return Block(tuple(found), right)


def told(made: Block, *words: str, pitch: float = 12.0) -> str:
    """The block's text where lines usually stand ``pitch`` points apart and these words are known."""
    return passage(made, Setting(((10.0, pitch),), frozenset(words))).text


def test_gaps_part_words_and_wide_gaps_part_lines() -> None:
    found = lines(typed("open the gate") + typed("by May", x=120))
    assert [line.text for line in found] == ["open the gate", "by May"]


def test_raised_type_joins_its_word() -> None:
    assert [line.text for line in lines(typed("40 m") + typed("2", x=20, base=96, size=6))] == ["40 m2"]


@pytest.mark.parametrize(
    ("said", "right", "text"),
    [
        (("open every path", "along the quay"), 80, "open every path along the quay"),
        (("Parks", "Streets team"), 90, "Parks\nStreets team"),
        (("1. Open paths to", "2. Mend all gates"), 85, "1. Open paths to\n2. Mend all gates"),
        (("• Parks and all the", "streets"), 95, "• Parks and all the streets"),
        (("plan for co-", "production"), 60, "plan for co-production"),
        (("plan for har\u00ad", "bours"), 60, "plan for harbours"),
        (("Lead: the parks", "Due: next year"), 75, "Lead: the parks\nDue: next year"),
    ],
)
def test_line_breaks(said: tuple[str, ...], right: float, text: str) -> None:
    assert told(block(*said, right=right)) == text


def test_lines_set_further_apart_are_paragraphs() -> None:
    assert (
        told(block("open every path", "Along the quay", right=76, pitch=15))
        == "open every path\nAlong the quay"
    )


def test_a_word_broken_for_want_of_room_is_whole_again() -> None:
    broken = block("recommendat", "ion", right=56)
    assert told(broken, "recommendation") == "recommendation"
    assert told(broken) == "recommendation"
    assert told(broken, "recommendat", "ion") == "recommendat ion"


def test_a_style_that_changes_between_words_is_marked_where_it_changes() -> None:
    glyphs = typed("Lead: ", style=Style(bold=True)) + typed("parks", x=6 * STEP)
    said = passage(Block(tuple(lines(glyphs)), 100), Setting())
    assert [(said.text[mark.start : mark.end], mark.look.value) for mark in said.marks] == [("Lead:", "bold")]


@pytest.mark.parametrize("text", ["• quay", "1. quay", "a) quay", "(iv) quay", "o quay", "2.1. quay"])
def test_list_marks_are_known(text: str) -> None:
    assert starts_list_item(text)


@pytest.mark.parametrize("text", ["quay", "2027 quays", "A quay", "in. the quay", "once"])
def test_other_beginnings_are_no_list_marks(text: str) -> None:
    assert not starts_list_item(text)


def test_signs_are_opened() -> None:
    assert plain_text("ﬁ") == "fi"
    assert plain_text("\uf0b7") == "•"
    assert plain_text("\u00a0") == " "
    assert plain_text("\x07") == ""


def test_colours_of_every_kind_become_hexadecimal() -> None:
    assert [hex_colour(each) for each in (0, (1, 0, 0), [0, 0, 0, 1], (0.5,), ("P1",))] == [
        "#000000",
        "#ff0000",
        "#000000",
        "#808080",
        "",
    ]


@given(st.floats(-500, 500), st.floats(-500, 500), st.sampled_from([0, 45, 90, 180, 270, 300]))
def test_turning_back_and_forth_leaves_a_point_where_it_was(x: float, y: float, turn: int) -> None:
    level = turned_back(x, y, turn)
    box = on_page((*level, *level), turn)
    assert box == pytest.approx((x, y, x, y), abs=1e-6)


def test_turns_are_told_from_the_matrix() -> None:
    assert [turn_of(*way) for way in ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 1))] == [0, 90, 180, 270, 45]


def test_a_line_needs_its_words_in_order() -> None:
    (line,) = lines(typed("gate", x=24) + typed("open"))
    assert isinstance(line, Line)
    assert line.text == "open gate"
