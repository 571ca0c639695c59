"""Statuses, dates and differences, as words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import Enum

import pytest
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from turntide.web.design.days import day, financial_year, moment
from turntide.web.design.differences import pieces
from turntide.web.design.statuses import CONFIDENCE, FRESHNESS, LIFECYCLE, shown

WORDS = st.text("abc ,.\n", max_size=40)


@pytest.mark.parametrize("axis", [LIFECYCLE, CONFIDENCE, FRESHNESS])
def test_no_two_statuses_of_an_axis_differ_by_colour_alone(axis: dict[str, object]) -> None:
    looks = [(shown(status).word, shown(status).shape) for status in axis]
    assert len({str(word) for word, _shape in looks}) == len({shape for _word, shape in looks}) == len(axis)


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_not_reported_is_grey_and_never_green(nothing: str | None) -> None:
    assert (str(shown(nothing).word), shown(nothing).tone) == ("Not reported", "grey")


@given(st.text(min_size=1).filter(str.strip))
def test_a_status_that_is_not_ours_keeps_its_wording(wording: str) -> None:
    found = shown(wording)
    assert str(found.word).casefold() == wording.strip().casefold() or found.shape != "none"


def test_a_plans_own_word_stands_over_the_status() -> None:
    class Confidence(Enum):
        GREEN = "green"

    found = shown(Confidence.GREEN, "On course")
    assert (found.word, found.tone, found.shape) == ("On course", "green", CONFIDENCE["green"].shape)


def test_spelling_of_a_status_does_not_matter() -> None:
    assert shown("not_started") == shown("Not started") == shown("NOT-STARTED")


def test_markup_in_a_status_is_shown_as_text() -> None:
    page = Template("{% load design %}{% tag wording %}").render(Context({"wording": "<b>bold</b>"}))
    assert "<b>" not in page
    assert "&lt;b&gt;bold" in page


def test_dates_are_in_words_in_london_time() -> None:
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert day(date(2026, 11, 22)) == "22 November 2026"
    assert (day(late), moment(late)) == ("1 July 2026", "1 July 2026 at 12:30am")
    assert (day(None), moment(None), financial_year(None)) == ("", "", "")


def test_months_are_in_the_readers_language() -> None:
    with translation.override("cy"):
        assert day(date(2026, 11, 22)) == "22 Tachwedd 2026"


@given(st.dates(min_value=date(1900, 1, 1)))
def test_a_financial_year_starts_on_1_april(when: date) -> None:
    first, second = financial_year(when).split("/")
    assert date(int(first), 4, 1) <= when < date(int(first) + 1, 4, 1)
    assert int(second) == (int(first) + 1) % 100


@given(WORDS, WORDS)
def test_a_difference_holds_every_word_of_both_wordings(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if piece.kind != "new") == old
    assert "".join(piece.text for piece in found if piece.kind != "old") == new


def test_a_difference_says_in_words_what_went_and_what_came() -> None:
    page = Template("{% load design %}{% diff old new %}").render(
        Context({"old": "two parks", "new": "four parks"})
    )
    assert "Removed: </span>two</del>" in page
    assert "Added: </span>four</ins>" in page
