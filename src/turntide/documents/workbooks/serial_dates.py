"""Dates and times that a spreadsheet keeps as numbers of days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

_LAST = 2_958_466  # 9999-12-31, the last day a spreadsheet knows
_NOT_A_DAY = 60  # 29 February 1900, which never was
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def moment(serial: float, from_1904: bool = False) -> datetime | None:
    """The moment a number of days stands for, to the second; None where it is no date.

    Days count from 1899-12-31, with a 29 February 1900 that never was, or from 1904-01-01 (ECMA-376 part 1,
    18.17.4.1).
    """
    if not 0 <= serial < _LAST:
        return None
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 + (serial < _NOT_A_DAY))
    try:
        return start + timedelta(seconds=round(serial * 86_400))
    except OverflowError:
        return None


def shown_date(serial: float, tokens: Sequence[tuple[str, str]], from_1904: bool) -> str | None:
    """A date by the tokens of its format: a full one as '2025-03-31', a partial one as the format has it."""
    at = moment(serial, from_1904)
    if at is None:
        return None
    units = _named(tokens)
    letters = {unit[0] for kind, unit in units if kind == "unit"}
    if {"y", "M", "d"} <= letters:
        return _iso(at, "h" in letters)
    halves = any(kind == "half" for kind, _ in units)
    return "".join(_part(kind, unit, at, serial, halves) for kind, unit in units).strip()


def _iso(at: datetime, with_time: bool) -> str:
    if not with_time:
        return at.strftime("%Y-%m-%d")
    return at.strftime("%Y-%m-%d %H:%M:%S" if at.second else "%Y-%m-%d %H:%M")


def _named(tokens: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The tokens with months as capitals: 'm' beside hours or seconds means minutes."""
    lowered = [(kind, text.lower() if kind in ("unit", "elapsed") else text) for kind, text in tokens]
    units = [at for at, (kind, _) in enumerate(lowered) if kind in ("unit", "elapsed")]
    for place, at in enumerate(units):
        kind, unit = lowered[at]
        before = lowered[units[place - 1]][1][0] if place else ""
        after = lowered[units[place + 1]][1][0] if place + 1 < len(units) else ""
        if kind == "unit" and unit[0] == "m" and before != "h" and after != "s":
            lowered[at] = (kind, unit.upper())
    return lowered


def _part(kind: str, unit: str, at: datetime, serial: float, halves: bool) -> str:
    if kind == "half":
        return "AM" if at.hour < 12 else "PM"
    if kind == "elapsed":
        return str(round(serial * 86_400) // {"h": 3600, "m": 60, "s": 1}[unit[0]])
    if kind != "unit":
        return "" if kind == "condition" else unit
    return _date_part(unit, at) if unit[0] in "yMd" else _time_part(unit, at, halves)


def _date_part(unit: str, at: datetime) -> str:
    if unit[0] == "y":
        return f"{at.year:04}" if len(unit) > 2 else f"{at.year % 100:02}"
    name, number = (_MONTHS[at.month - 1], at.month) if unit[0] == "M" else (_DAYS[at.weekday()], at.day)
    if len(unit) <= 2:
        return f"{number:0{len(unit)}}"
    return {3: name[:3], 5: name[:1]}.get(len(unit), name)


def _time_part(unit: str, at: datetime, halves: bool) -> str:
    hour = (at.hour + 11) % 12 + 1 if halves else at.hour
    number = {"h": hour, "m": at.minute, "s": at.second}[unit[0]]
    return f"{number:0{min(len(unit), 2)}}"
