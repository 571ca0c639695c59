"""What a record is asked for: of which time, of which part of a place, and as of which moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.db.models import CharField, Func, Value
from django.db.models.functions import Cast, Replace
from django.utils import timezone

from turntide.web.delivery.models import Group

AT_ONCE = 2_000
"""Rows fetched from the database at once."""


@dataclass(frozen=True, slots=True)
class Span:
    """A time from its first day to its last."""

    starts: date
    ends: date

    @property
    def begun_at(self) -> datetime:
        """Its first moment, in the site's time zone."""
        return _midnight(self.starts)

    @property
    def ended_at(self) -> datetime:
        """The first moment after it."""
        return _midnight(self.ends + timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of a place: these plans, or all of them; only what a group looks after, or all of it."""

    plans: tuple[UUID, ...] = ()
    group: Group | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole place."""
        return not self.plans and self.group is None


@dataclass(frozen=True, slots=True)
class Moment:
    """When things are looked at; ``today`` is its day in the site's time zone. ``is_now``: as they stand, so that no
    history need be asked.
    """

    at: datetime
    today: date
    is_now: bool


def key_of(field: str) -> Func:
    """An id as the 32 digits of `UUID.hex`. Hundreds of thousands are looked up for a large place, and as words they
    are read many times quicker than as ids.
    """
    return Replace(Cast(field, CharField()), Value("-"), Value(""))


def moment_of(as_at: datetime | None) -> Moment:
    """A past moment, or now."""
    at = as_at or timezone.now()
    aware = at if timezone.is_aware(at) else at.replace(tzinfo=UTC)
    return Moment(aware, timezone.localdate(aware), is_now=as_at is None)


def _midnight(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time.min))
