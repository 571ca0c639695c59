"""The days that a date, month, season, quarter or year spans, read from its match.

Conventions, each chosen once and said here:

- the United Kingdom's financial year runs from 1 April to 31 March ('2022/23', '2022-23', 'FY22/23');
- two full years with a hyphen ('2014 - 2016') are calendar years; two that follow one another ('2024-2025')
  may be either, so they stay undated;
- seasons are the meteorological ones (Met Office): spring is March to May, summer June to August, autumn
  September to November. 'Winter 2023' may begin or end in that year, so it stays undated;
- school terms (England): autumn is September to December, spring January to March, summer April to July, and
  the academic year runs from 1 September to 31 August;
- numbers are day first; a month with two digits ('Apr-25', 'Sept 24') is a month and a year;
- a quarter is one of the financial year, so 'Q3 2024' without a financial year stays undated.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_TERMS = {"autumn": (9, 12), "spring": (1, 3), "summer": (4, 7)}
_QUARTERS = {"1": (4, 6), "2": (7, 9), "3": (10, 12), "4": (1, 3)}

MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"  # noqa: E501
SEASON = r"(?:spring|summer|autumn|fall|winter)(?: (?:school )?term)?"
QUARTER = r"(?:q|qtr|quarter) ?[1-4]"
PART = rf"(?:{MONTH}|{SEASON}|{QUARTER})"

Days = tuple[date | None, date | None]
NO_DAYS: Days = (None, None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _month_number(name: str) -> int:
    return MONTHS.index(name[:3]) + 1


def _span(first_year: int, first_month: int, last_year: int, last_month: int) -> Days:
    return date(first_year, first_month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def _one_day(year: str, month: int, day: str) -> Days:
    found = _day(_full_year(year), month, int(re.sub(r"\D", "", day)))
    return found, found


def iso(match: re.Match[str]) -> Days:
    """A day in figures: '2025-03-31', '31/03/2025', '01.04.12'."""
    return _one_day(match["y"], int(match["m"]), match["d"])


def named_day(match: re.Match[str]) -> Days:
    """'1st April 2024', 'March 31, 2025', '31-Mar-25'."""
    return _one_day(match["y"], _month_number(match["m"]), match["d"])


def days_of_month(match: re.Match[str]) -> Days:
    """'19-25 May 2014', '28 May to 3 June 2014'."""
    month = _month_number(match["m"])
    early = _month_number(match["m1"]) if match["m1"] else month
    first, _ = _one_day(match["y"], early, match["d1"])
    last, _ = _one_day(match["y"], month, match["d2"])
    return (first, last) if first and last else NO_DAYS


def parts_of_year(match: re.Match[str]) -> Days:
    """'January - March 2023', 'Autumn/Winter 2023', 'Q3 2024/25'."""
    parts = [part.group() for part in re.finditer(PART, match["parts"])]
    first, last = _part(parts[0], match["y"])[0], _part(parts[-1], match["y"])[1]
    if first and last and first > last:
        return None, last
    return first, last


def _part(part: str, year: str) -> Days:
    """One month, season, term or quarter of a year, which may be a financial one ('2024/25')."""
    early, late = _years_written(year)
    if quarter := re.fullmatch(r"\D*([1-4])", part) if part.startswith("q") else None:
        return _quarter(quarter.group(1), early, late)
    if part.split(maxsplit=1)[0].strip(".") in _SEASONS:
        return _season(part, early, late)
    month = _month_number(part)
    at = early if late is None or month >= 4 else late
    return _span(at, month, at, month)


def _quarter(number: str, early: int, late: int | None) -> Days:
    if late is None:
        return NO_DAYS
    at = late if number == "4" else early
    return _span(at, _QUARTERS[number][0], at, _QUARTERS[number][1])


def _season(part: str, early: int, late: int | None) -> Days:
    name = part.split(maxsplit=1)[0]
    if part.endswith("term"):
        if name not in _TERMS:
            return NO_DAYS
        at = late if late is not None and name != "autumn" else early
        return _span(at, _TERMS[name][0], at, _TERMS[name][1])
    if name == "winter":
        return _span(early, 12, late, 2) if late is not None else NO_DAYS
    if late is not None and name == "spring":
        return NO_DAYS
    return _span(early, _SEASONS[name][0], early, _SEASONS[name][1])


def _years_written(year: str) -> tuple[int, int | None]:
    """'2024/25' is (2024, 2025); '2024' and "'24" are (2024, None)."""
    written = re.findall(r"\d+", year)
    early = _full_year(written[0])
    return early, (_full_year(written[1]) if len(written) > 1 else None)


def financial(match: re.Match[str]) -> Days:
    """'2022/23', '2022/24', '2022-24': from 1 April to 31 March."""
    early, late = _full_year(match["y"]), _full_year(match["y2"])
    return _span(early, 4, late, 3) if early < late <= early + 30 else NO_DAYS


def academic(match: re.Match[str]) -> Days:
    """'Academic year 2024/25': from 1 September to 31 August."""
    early, late = _full_year(match["y"]), _full_year(match["y2"])
    return _span(early, 9, late, 8) if late == early + 1 else NO_DAYS


def two_digits(match: re.Match[str]) -> Days:
    """'22/23' is a financial year; '10/11' may be a day and a month and '24/7' is neither."""
    early, late = int(match["y"]), int(match["y2"])
    certain = late == early + 1 and (late > 12 or match["fy"])
    return _span(2000 + early, 4, 2000 + late, 3) if certain else NO_DAYS


def calendar_years(match: re.Match[str]) -> Days:
    """'2014 - 2016': from 1 January to 31 December, unless it says 'FY'."""
    early, late = int(match["y"]), int(match["y2"])
    if match["fy"]:
        return financial(match)
    return _span(early, 1, late, 12) if early + 1 < late else NO_DAYS


def quarters_after_year(match: re.Match[str]) -> Days:
    """'2024/25 Q3', '2024/25 Q1-Q2'."""
    numbers = re.findall(r"[1-4]", match["parts"])
    early, late = _years_written(match["y"])
    return _quarter(numbers[0], early, late)[0], _quarter(numbers[-1], early, late)[1]


def halves(match: re.Match[str]) -> Days:
    """'H1 2024/25': April to September."""
    early, late = _full_year(match["y"]), _full_year(match["y2"])
    return _span(early, 4, early, 9) if match["half"] == "1" else _span(early, 10, late, 3)


def month_short_year(match: re.Match[str]) -> Days:
    """'Apr-25', 'Sept 24'."""
    year, month = _full_year(match["y"]), _month_number(match["m"])
    return _span(year, month, year, month)


def numeric_month(match: re.Match[str]) -> Days:
    """'06/2025'."""
    month = int(match["m"])
    return _span(int(match["y"]), month, int(match["y"]), month) if 1 <= month <= 12 else NO_DAYS


def whole_year(match: re.Match[str]) -> Days:
    """'2030': from 1 January to 31 December."""
    return _span(int(match["y"]), 1, int(match["y"]), 12)


def undated(_: re.Match[str]) -> Days:
    """A moment that is named but may mean more than one stretch of days."""
    return NO_DAYS
