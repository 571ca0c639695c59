"""A scale of time: from days to points across, with marks at the beginnings of months. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date

from django.utils.formats import date_format

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 12000)
_MARKS = 6


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``first`` to ``last`` between two points across. ``today`` lies within."""

    first: date
    last: date
    left: float
    right: float
    today: date

    def across(self, day: date) -> float:
        """Where a day is."""
        days = max((self.last - self.first).days, 1)
        return self.left + (self.right - self.left) * (day - self.first).days / days

    def marks(self) -> Iterator[tuple[float, str]]:
        """The marks: where each is, and its month or year."""
        step = self._step()
        at = _month(self.first) + (step - _month(self.first) % step) % step
        while at <= _month(self.last):
            day = _first_of(at)
            if day >= self.first:
                yield self.across(day), date_format(day, "M Y" if step < 12 else "Y")
            at += step

    def _step(self) -> int:
        months = _month(self.last) - _month(self.first) + 1
        return next((step for step in _STEPS if months / step <= _MARKS), _STEPS[-1])


def scale_for(days: list[date], today: date, left: float, right: float) -> Scale:
    """A scale that holds these days, from the beginning of a month to the end of one."""
    first, last = min(*days, today), max(*days, today)
    end = min(_month(last) + 1, MAXYEAR * 12 + 11)
    return Scale(_first_of(_month(first)), max(_first_of(end), last), left, right, today)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
