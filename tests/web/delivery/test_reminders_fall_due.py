"""The days on which people are reminded, over clock changes, leap days, bank holidays and months of downtime."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from turntide.web.delivery.rules.due_days import due_day, may_be_due
from turntide.web.delivery.rules.reminding import (
    LONDON,
    REST_DAYS,
    Waited,
    is_hour_for_letters,
    is_reminded,
    step_due,
    steps,
)
from turntide.web.delivery.rules.working_days import is_working_day, working_days_on

NATIONS = ("ENG", "WLS", "SCT", "NIR")
DAYS = st.dates(date(2024, 1, 1), date(2035, 12, 31))
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC))


@pytest.mark.parametrize(
    ("due", "nation", "days"),
    [
        # around Christmas: Boxing Day 2026 is a Saturday, so Monday the 28th is a bank holiday too
        ("2026-12-18", "ENG", "12-11 12-17 12-22 12-29 01-08 01-28"),
        # Scotland is off on 1 and 4 January 2027 as well
        ("2026-12-18", "SCT", "12-11 12-17 12-22 12-29 01-11 01-29"),
        # a leap day, due itself
        ("2028-02-29", "ENG", "02-22 02-28 03-02 03-07 03-16 04-05"),
        # the week before has a leap day in it
        ("2028-03-03", "ENG", "02-25 03-02 03-07 03-10 03-21 04-10"),
        # Easter: Good Friday is 3 April 2026, Easter Monday the 6th, and Scotland works on the 6th
        ("2026-04-07", "ENG", "03-31 04-02 04-09 04-14 04-23 05-14"),
        ("2026-04-07", "SCT", "03-31 04-06 04-09 04-14 04-23 05-14"),
        # St Patrick's Day, and Easter after it
        ("2026-03-18", "NIR", "03-11 03-16 03-20 03-25 04-07 04-27"),
    ],
)
def test_the_steps_lie_on_working_days(due: str, nation: str, days: str) -> None:
    found = [step.day.strftime("%m-%d") for step in steps(date.fromisoformat(due), nation)]
    assert found == days.split()


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        ("2026-03-27T09:00+00:00", True),
        ("2026-03-27T08:59+00:00", False),
        # clocks went forward on 29 March: nine in London is eight in Greenwich
        ("2026-03-30T08:00+00:00", True),
        ("2026-03-30T07:59+00:00", False),
        ("2026-10-23T08:00+00:00", True),
        # clocks went back on 25 October
        ("2026-10-26T08:00+00:00", False),
        ("2026-10-26T09:00+00:00", True),
        ("2026-10-26T17:00+00:00", False),
        ("2026-10-24T11:00+00:00", False),
        ("2026-12-28T11:00+00:00", False),
        ("2028-02-29T11:00+00:00", True),
    ],
)
def test_letters_go_out_while_offices_are_open(moment: str, open_: bool) -> None:
    assert is_hour_for_letters(datetime.fromisoformat(moment), "ENG") is open_


def test_after_a_month_of_downtime_only_the_latest_step_is_due() -> None:
    due = date(2026, 11, 2)
    step = step_due(due, "ENG", datetime(2026, 12, 4, 10, tzinfo=LONDON))
    assert step is not None and step.number == 5
    waited = Waited(told_on=date(2026, 10, 12))
    assert is_reminded(waited, step, date(2026, 12, 4))
    after = Waited(told_on=date(2026, 12, 4), last_step=5)
    assert not is_reminded(after, step, date(2026, 12, 4))
    last = steps(due, "ENG")[5]
    assert is_reminded(after, last, last.day)


def test_whoever_is_away_is_reminded_once_they_are_back() -> None:
    step = steps(date(2026, 11, 2), "ENG")[2]
    away = Waited(told_on=date(2026, 10, 12), away_until=date(2026, 11, 6))
    assert not is_reminded(away, step, date(2026, 11, 6))
    assert is_reminded(away, step, date(2026, 11, 9))


def test_whoever_was_written_to_just_now_is_left_in_peace() -> None:
    step = steps(date(2026, 11, 2), "ENG")[1]
    assert not is_reminded(Waited(told_on=step.day - timedelta(days=1)), step, step.day)
    assert is_reminded(Waited(told_on=step.day - timedelta(days=2)), step, step.day)


@given(due=DAYS, nation=st.sampled_from(NATIONS))
def test_steps_come_on_working_days_at_a_growing_distance(due: date, nation: str) -> None:
    found = [step.day for step in steps(due, nation)]
    assert all(is_working_day(day, nation) for day in found)
    assert found[1] < due < found[2]
    between = [(later - earlier).days for earlier, later in zip(found, found[1:], strict=False)]
    assert min(between) >= REST_DAYS
    after = [
        sum(is_working_day(due + timedelta(n), nation) for n in range(1, (day - due).days + 1))
        for day in found[2:]
    ]
    assert after == [2, 5, 12, 26]


@given(due=DAYS, nation=st.sampled_from(NATIONS), now=MOMENTS)
def test_what_is_due_has_passed_and_nothing_later_has(due: date, nation: str, now: datetime) -> None:
    step = step_due(due, nation, now)
    passed = [each for each in steps(due, nation) if each.at <= now]
    if step is None:
        assert not passed or not is_hour_for_letters(now, nation)
    else:
        assert step == passed[-1]
        assert is_hour_for_letters(now, nation)


@given(due=DAYS, nation=st.sampled_from(NATIONS), data=st.data())
def test_whenever_the_site_runs_nobody_is_reminded_twice_at_a_step_or_within_a_day(
    due: date, nation: str, data: st.DataObject
) -> None:
    """It runs at any moments at all, asked on some day before; days without a moment are downtime."""
    opened = due - timedelta(days=data.draw(st.integers(0, 60)))
    offsets = data.draw(st.lists(st.integers(0, 60 * 24 * 110), max_size=60))
    start = datetime.combine(opened, datetime.min.time(), tzinfo=UTC)
    waited, told = Waited(opened), [opened]
    for minutes in sorted(offsets):
        now = start + timedelta(minutes=minutes)
        step, today = step_due(due, nation, now), now.astimezone(LONDON).date()
        if step is not None and is_reminded(waited, step, today):
            assert step.number > waited.last_step
            assert today > told[-1]
            told.append(today)
            waited = Waited(today, step.number)
    assert len(told) <= 7


@given(today=DAYS, nation=st.sampled_from(NATIONS))
def test_the_day_that_is_proposed_may_be_taken(today: date, nation: str) -> None:
    assert may_be_due(due_day(today, nation), today, nation)


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2026-11-22", "still to come"),
        (
            "2026-12-25",
            "Christmas Day is a bank holiday. Choose a working day, such as 24 December 2026 or 29 December 2026.",
        ),
        (
            "2026-11-28",
            "That day is at a weekend. Choose a working day, such as 27 November 2026 or 30 November 2026.",
        ),
        ("2028-11-22", "within a year"),
    ],
)
def test_a_day_that_cannot_be_due_says_why_and_names_others(day: str, says: str) -> None:
    assert says in may_be_due(date.fromisoformat(day), date(2026, 11, 22), "ENG").reason


@given(day=DAYS, number=st.integers(1, 40), nation=st.sampled_from(NATIONS))
def test_counting_on_and_back_meets(day: date, number: int, nation: str) -> None:
    on = working_days_on(day, number, nation)
    assert is_working_day(on, nation)
    assert working_days_on(on, -number, nation) <= day
