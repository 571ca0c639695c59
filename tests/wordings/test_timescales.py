"""What timescales say for certain."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turntide.reading.wordings.timescales import Dates, timescale

CERTAIN = [
    ("2022/23", "2022-04-01", "2023-03-31"),
    ("2022/24", "2022-04-01", "2024-03-31"),
    ("2022-24", "2022-04-01", "2024-03-31"),
    ("22/23", "2022-04-01", "2023-03-31"),
    ("FY24/25", "2024-04-01", "2025-03-31"),
    ("2024/2025", "2024-04-01", "2025-03-31"),
    ("end of 2010 / 11", None, "2011-03-31"),
    ("2014 - 2016", "2014-01-01", "2016-12-31"),
    ("Dec 2018 to April 2020", "2018-12-01", "2020-04-30"),
    ("End of April 2019", None, "2019-04-30"),
    ("By March 2025", None, "2025-03-31"),
    ("Spring 2025", "2025-03-01", "2025-05-31"),
    ("Phase one by 31 March 2025", None, "2025-03-31"),
    ("Phase 1: 2024-2026, Phase 2: 2027-2030", "2024-01-01", "2030-12-31"),
    ("Q2 (01.04.12–30.09.12)", "2012-04-01", "2012-09-30"),
    ("Q3 2024/25", "2024-10-01", "2024-12-31"),
    ("Q4 2024/25", "2025-01-01", "2025-03-31"),
    ("2024/25 Q3", "2024-10-01", "2024-12-31"),
    ("Q1–Q4 2024/25", "2024-04-01", "2025-03-31"),
    ("January – March 2023", "2023-01-01", "2023-03-31"),
    ("19-25 May 2014", "2014-05-19", "2014-05-25"),
    ("27.11.2023", "2023-11-27", "2023-11-27"),
    ("31/03/2025", "2025-03-31", "2025-03-31"),
    ("2025-03-31", "2025-03-31", "2025-03-31"),
    ("2025-03-31 00:00:00", "2025-03-31", "2025-03-31"),
    ("1/4/24 - 31/3/25", "2024-04-01", "2025-03-31"),
    ("31-Mar-25", "2025-03-31", "2025-03-31"),
    ("Short term (by March 2020)", None, "2020-03-31"),
    ("Summer term 2024", "2024-04-01", "2024-07-31"),
    ("Autumn/Winter 2023", "2023-09-01", None),
    ("Winter 2023/24", "2023-12-01", "2024-02-29"),
    ("Academic year 2024/25", "2024-09-01", "2025-08-31"),
    ("Mid 2024", None, "2024-12-31"),
    ("early 2024 to March 2025", None, "2025-03-31"),
    ("Jan/Feb 2024", "2024-01-01", "2024-02-29"),
    ("1st April 2024", "2024-04-01", "2024-04-01"),
    ("Monday 3rd March 2025", "2025-03-03", "2025-03-03"),
    ("Sept 24", "2024-09-01", "2024-09-30"),
    ("April '24", "2024-04-01", "2024-04-30"),
    ("Apr-25", "2025-04-01", "2025-04-30"),
    ("06/2025", "2025-06-01", "2025-06-30"),
    ("2024 onwards", "2024-01-01", None),
    ("from April 2024", "2024-04-01", None),
    ("until 2030", None, "2030-12-31"),
    ("2030", "2030-01-01", "2030-12-31"),
    ("before March 2025", None, "2025-02-28"),
    ("Oct - March 2024", None, "2024-03-31"),
    ("2024/25 - 2026/27", "2024-04-01", "2027-03-31"),
    ("Year 1 (2024/25)", "2024-04-01", "2025-03-31"),
]
UNDATED = [
    "TBA",
    "TBC",
    "March",
    "31 March",
    "30th June",
    "Feb & Oct",
    "1-3 Years",
    "Approx. 5 Years",
    "12 months",
    "S",
    "Year 1",
    "(See Above)",
    "Within six months of new Council",
    "Within 6 months of April 2024",
    "by the end of the financial year",
    "Q3",
    "Q3 2024",
    "Winter 2023",
    "2024-2025",
    "10/11",
    "24/7",
    "2023/3",
    "31/13/2025",
    "99/99/2020",
    "by Christmas 2024",
    "May 5",
    "FY25",
    "Immediate",
    "June 2023 revised to March 2024",
    "before January 2025",
    "after 2024",
    "",
    "  ",
    "£2030",
    "1,400 people",
]
RECURRING = [
    ("annually", "annual"),
    ("Annual review in May", "annual"),
    ("Ongoing", "ongoing"),
    ("On-going", "ongoing"),
    ("Quarterly", "quarterly"),
    ("6 monthly", "six-monthly"),
    ("Twice a year", "six-monthly"),
    ("Every two years", "two-yearly"),
    ("Termly", "termly"),
    ("Weekly", "weekly"),
    ("Regularly", None),
]


@pytest.mark.parametrize(("wording", "start", "end"), CERTAIN)
def test_a_wording_says_its_dates(wording: str, start: str | None, end: str | None) -> None:
    found = timescale(wording)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize("wording", UNDATED)
def test_what_is_not_certain_stays_undated(wording: str) -> None:
    found = timescale(wording)
    assert (found.start, found.end) == (None, None)


@pytest.mark.parametrize(("wording", "recurs"), RECURRING)
def test_a_wording_says_how_often(wording: str, recurs: str | None) -> None:
    assert timescale(wording) == Dates(recurs=recurs)


def test_ongoing_may_have_an_end_or_a_beginning() -> None:
    assert timescale("Ongoing to March 2025") == Dates(None, "2025-03-31", "ongoing")
    assert timescale("April 2024 - ongoing") == Dates("2024-04-01", None, "ongoing")


def test_a_legend_gives_short_forms_their_meaning() -> None:
    legend = {"Short term": "by March 2025", "M": "by March 2027", "Long": "2027-2030"}
    assert timescale("S", legend=legend).end == "2025-03-31"
    assert timescale("medium term", legend=legend).end == "2027-03-31"
    assert timescale("S/M", legend=legend) == Dates(None, "2027-03-31", None)
    assert timescale("X", legend=legend) == Dates()


def test_the_plans_period_dates_its_years() -> None:
    period = ("2022-04-01", "2025-03-31")
    assert timescale("Year 2", period) == Dates("2023-04-01", "2024-03-31")
    assert timescale("Years 1-3", period) == Dates("2022-04-01", "2025-03-31")
    assert timescale("by the end of year 1", period) == Dates(None, "2023-03-31")
    assert timescale("Year 4", period) == Dates()
    assert timescale("by the end of the financial year", period) == Dates()
    assert timescale("by the end of the financial year", ("2022-04-01", "2023-03-31")).end == "2023-03-31"


PIECES = st.sampled_from(
    [
        "by",
        "from",
        "until",
        "end",
        "of",
        "early",
        "mid",
        "March",
        "May",
        "Sept",
        "winter",
        "spring",
        "2024",
        "2025",
        "2024/25",
        "24",
        "25",
        "31",
        "1st",
        "12",
        "Q1",
        "Q4",
        "H1",
        "term",
        "year",
        "months",
        "-",
        "–",
        "/",
        ",",
        "&",
        "to",
        "(",
        ")",
        "ongoing",
        "annually",
        "before",
        "after",
        "onwards",
        "31/03/2025",
        "27.11.23",
        "FY",
        "Jan-25",
        "'",
        "TBC",
    ]
)


def _years_written(wording: str) -> set[int]:
    long = {int(year) for year in re.findall(r"(?<!\d)\d{4}(?!\d)", wording)}
    return long | {2000 + int(year) for year in re.findall(r"(?<!\d)\d{2}(?!\d)", wording)}


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=9).map(" ".join))
def test_no_year_is_invented_and_no_stretch_runs_backwards(wording: str) -> None:
    found = timescale(wording)
    days = [day for day in (found.start, found.end) if day]
    assert all(int(day[:4]) in _years_written(wording) for day in days)
    assert days == sorted(days)


@settings(max_examples=200)
@given(st.text(max_size=40))
def test_any_text_has_an_answer(wording: str) -> None:
    assert isinstance(timescale(wording), Dates)
