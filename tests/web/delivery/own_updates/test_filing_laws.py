"""Laws of filing: the same edition twice adds nothing, and no word of any edition is left out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from turntide.web.delivery.rules.dated import Frame, day_of, opening, says_year
from turntide.web.delivery.rules.filing import Report, news, parts
from turntide.web.plans.store.dating import span_named

CAME = date(2026, 11, 22)
day = partial(day_of, frame=Frame(CAME), span_named=span_named)


def dates(wording: str) -> date | None:
    return day(wording)


SENTENCES: tuple[str, ...] = (
    "Path open.",
    "The path is open!",
    "No change",
    "Jan 26: Bridge built.",
    "Apr 26 – Bridge painted;",
)
SENTENCES += (
    "bridge built",
    "£5,000 spent",
    "(See minutes.)",
    "• Mar 25: Ties laid",
    "✓",
    "Straße gefegt.",
    "12",
)
PIECES = (*SENTENCES, "a", "B.", "6:", "-", "a B", ". a")
texts = st.tuples(st.sampled_from((" ", "\n", ". ")), st.lists(st.sampled_from(PIECES), max_size=4)).map(
    lambda drawn: drawn[0].join(drawn[1])
)
HEADINGS = (
    Report(""),
    *(Report("", day(words_), words_) for words_ in ("January update", "April 2026 update")),
)
cells = st.tuples(texts, st.sampled_from(HEADINGS)).map(lambda drawn: replace(drawn[1], text=drawn[0]))
editions = st.lists(st.lists(cells, max_size=2), max_size=3)


def filed(known: list[Report], edition: list[Report]) -> list[Report]:
    """What filing an edition adds, as the service does it."""
    added: list[Report] = []
    for cell in edition:
        for part in parts(cell, dates):
            added += news(part, [*known, *added], dates)
    return added


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@given(editions)
@example([[Report("A. B. C"), Report("B")], [Report("B. C"), Report("A. B. C. D")]])
@example([[Report("Jan 26: A. B")], [Report("Apr 26: C. Jan 26: A. B. D")]])
def test_filing_an_edition_again_adds_nothing(series: list[list[Report]]) -> None:
    known: list[Report] = []
    for edition in series:
        known += filed(known, edition)
        assert filed(known, edition) == []


@given(editions)
def test_every_word_of_every_edition_is_kept(series: list[list[Report]]) -> None:
    known: list[Report] = []
    for edition in series:
        known += filed(known, edition)
        kept = {word for report in known for word in words(report.text)}
        for part in (part for cell in edition for part in parts(cell, dates)):
            assert kept >= set(words(part.text.replace(opening(part.text), "", 1)))


@given(cells)
def test_the_parts_of_a_cell_are_all_of_it(cell: Report) -> None:
    assert "".join("".join(part.text.split()) for part in parts(cell, dates)) == "".join(cell.text.split())


@given(st.text(max_size=40))
def test_no_report_is_dated_after_it_came(wording: str) -> None:
    on = dates(wording)
    assert on is None or on <= CAME


@pytest.mark.parametrize(
    ("text", "opens", "on"),
    [
        ("Jan 26: the path", "Jan 26", date(2026, 1, 31)),
        ("12/01/26 – met", "12/01/26", date(2026, 1, 12)),
        ("[April 2025] opened", "April 2025", date(2025, 4, 30)),
        ("• Q2 update: slow", "Q2 update", date(2026, 9, 30)),
        ("Update October 25: z", "Update October 25", date(2025, 10, 31)),
        ("December: cold", "December", date(2025, 12, 31)),
        ("November: wet", "November", CAME),
        ("December 2026: to open", "December 2026", None),
        ("May be late", "", None),
        ("In June we met: all came", "", None),
        ("12 people came", "", None),
    ],
)
def test_a_report_opens_with_its_date_or_with_none(text: str, opens: str, on: date | None) -> None:
    assert opening(text) == opens
    assert dates(opens) == on


def test_a_plan_that_ended_long_ago_dates_its_months_by_its_own_years() -> None:
    old = Frame(CAME, ends=date(2022, 3, 31))
    assert day_of("January update", old, span_named) == date(2022, 1, 31)
    assert day_of("June update", Frame(CAME, ends=date(2026, 3, 31)), span_named) == date(2026, 6, 30)
    assert [says_year(words_) for words_ in ("January update", "Jan 26", "12 March", "Q3 2025/26")] == [
        *(False, True, False, True)
    ]
