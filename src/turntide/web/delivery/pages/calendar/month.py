"""The milestones of a month, day by day, and those that are overdue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.core.paginator import Page
from django.forms import Form
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.store.milestones import Marked
from turntide.web.design.days import day
from turntide.web.plans.models import Part
from turntide.web.plans.pages.tree import owners
from turntide.web.plans.pages.wording import short

Crumbs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """A milestone in the list."""

    text: str
    action: str
    url: str
    plan: str
    leads: str
    state: str
    was: str
    reason: str


@dataclass(frozen=True, slots=True)
class DayShown:
    """A day with what is due on it."""

    day: str
    is_today: bool
    lines: tuple[MilestoneLine, ...]


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """A month, or all that is overdue where ``first`` is None. ``overdue`` counts those that are."""

    template: ClassVar[str] = "delivery/calendar/calendar.html"
    place: Place
    first: date | None
    filter_form: Form
    given: Mapping[str, str]
    paging: Page[Any]
    days: tuple[DayShown, ...]
    overdue: int
    today: date
    holds_any: bool
    next_due: date | None = None

    @property
    def title(self) -> str:
        """What the page lists."""
        return _("Milestones")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return ((self.place.name, self.place.get_absolute_url()),)

    @property
    def heading(self) -> str:
        """The month, or that these are overdue."""
        return _("Overdue") if self.first is None else month_named(self.first)

    @property
    def around(self) -> tuple[tuple[str, str], ...]:
        """The month before, this month and the month after."""
        if self.first is None:
            return ((_("To this month"), self._to(self.today)),)
        return (
            (month_named(self.first - timedelta(days=1)), self._to(self.first - timedelta(days=1))),
            (_("Today"), self._to(self.today)),
            (month_named(month_after(self.first)), self._to(month_after(self.first))),
        )

    @property
    def overdue_url(self) -> str:
        """Where all that is overdue is listed."""
        return self._query({"show": "overdue"})

    @property
    def next_url(self) -> str:
        """The month of the next milestone; empty where there is none."""
        return self._to(self.next_due) if self.next_due else ""

    @property
    def next_words(self) -> str:
        """That month in words."""
        return month_named(self.next_due) if self.next_due else ""

    @property
    def all_url(self) -> str:
        """The same without filters."""
        return f"?month={self.first:%Y-%m}" if self.first else "?show=overdue"

    @property
    def address(self) -> str:
        """Where the filters are sent."""
        return reverse("calendar", args=[self.place.slug])

    @property
    def feed(self) -> str:
        """Where a person gets the calendar in a program of their own."""
        feed = reverse("calendar_feed", args=[self.place.slug])
        return f"{feed}?{urlencode(self.given)}" if self.given else feed

    @property
    def plans(self) -> str:
        """The plans, which milestones come from."""
        return reverse("plans", args=[self.place.slug])

    def _to(self, when: date) -> str:
        return self._query({"month": f"{when:%Y-%m}"})

    def _query(self, when: Mapping[str, str]) -> str:
        return f"?{urlencode({**self.given, **when})}"


def month_named(when: date) -> str:
    """A month in words: 'November 2026'."""
    return date_format(when, "F Y")


def month_after(first: date) -> date:
    """The first day of the next month."""
    return (first.replace(day=1) + timedelta(days=31)).replace(day=1)


def days_shown(place: Place, milestones: Iterable[Marked], today: date) -> tuple[DayShown, ...]:
    """Milestones by day; they come in order."""
    by_day = groupby(milestones, key=lambda each: each.day)
    return tuple(
        DayShown(day(when), when == today, tuple(_line(place, each, today) for each in group))
        for when, group in by_day
    )


def _line(place: Place, each: Marked, today: date) -> MilestoneLine:
    action = each.milestone.action
    return MilestoneLine(
        text=each.milestone.text,
        action=short(str(action), 160),
        url=reverse("action", args=[place.slug, action.pk]),
        plan=short(action.plan.title),
        leads=owners(action, Part.LEAD),
        state=_state(each, today),
        was=day(each.was),
        reason=each.reason,
    )


def _state(each: Marked, today: date) -> str:
    if each.is_done:
        return "done"
    if each.is_off:
        return "off"
    return "overdue" if each.is_overdue(today) else ""
