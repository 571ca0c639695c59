"""The periods that are proposed for a round, and how they are called."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from turntide.web.delivery.rules.period_words import words_of
from turntide.web.delivery.rules.periods import (
    MONTHS,
    Period,
    kind_of,
    likeliest,
    period_before,
    period_of,
    proposals,
)

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
KINDS = st.sampled_from(sorted(MONTHS))


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 11, 22), "October to December 2026"),
        (date(2026, 10, 5), "July to September 2026"),
        (date(2027, 1, 10), "October to December 2026"),
        (date(2028, 2, 29), "January to March 2028"),
    ],
)
def test_the_quarter_that_people_are_asked_for(today: date, words: str) -> None:
    found = likeliest(today)
    assert words_of(found.starts, found.ends) == words


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        (date(2026, 12, 1), date(2026, 12, 31), "December 2026"),
        (date(2026, 10, 1), date(2027, 3, 31), "October 2026 to March 2027"),
        (date(2026, 4, 1), date(2027, 3, 31), "April 2026 to March 2027"),
        (date(2028, 2, 1), date(2028, 2, 29), "February 2028"),
        (date(2028, 2, 1), date(2028, 2, 28), "1 February 2028 to 28 February 2028"),
    ],
)
def test_periods_are_called_by_their_months(starts: date, ends: date, words: str) -> None:
    assert words_of(starts, ends) == words


@given(day=DAYS, kind=KINDS)
def test_a_period_holds_its_day_and_follows_the_one_before(day: date, kind: str) -> None:
    period = period_of(kind, day)
    assert period.starts <= day <= period.ends
    assert period_before(period).ends + timedelta(days=1) == period.starts
    assert kind_of(period.starts, period.ends) == kind
    assert (period.starts.month - 4) % MONTHS[kind] == 0


@given(day=DAYS)
def test_proposals_are_the_last_and_the_running_period_of_each_kind(day: date) -> None:
    found = list(proposals(day))
    assert len(found) == len(set(found)) == 8
    assert likeliest(day) in found
    assert Period("year", *year(day)) in found


def year(day: date) -> tuple[date, date]:
    first = day.year if day.month >= 4 else day.year - 1
    return date(first, 4, 1), date(first + 1, 3, 31)
