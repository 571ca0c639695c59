"""A period that was frozen: kept whole, once, and never changed."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import models

from turntide.web.accounts.models import Person, Place
from turntide.web.periods.models.lasting import ChangedFrozenError, Lasting
from turntide.web.periods.rules.record import Record
from turntide.web.periods.rules.writing import from_bytes


class FrozenPeriods(Lasting["Frozen"]):
    """Frozen periods: all of them last."""

    lasting = models.Q()


class Frozen(models.Model):
    """A record as it was taken. ``body`` is as `rules.writing` writes it; ``fingerprint`` tells it from any other.

    One write may follow, for somebody who has a right to it: their name is struck out (`services.striking`). Then
    ``struck_at`` says when last, ``fingerprint`` is of what is left, and ``frozen_as`` stays that of what was frozen.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="frozen_periods")
    starts = models.DateField()
    ends = models.DateField()
    taken_at = models.DateTimeField()
    fingerprint = models.CharField(max_length=64)
    frozen_as = models.CharField(max_length=64)
    struck_at = models.DateTimeField(null=True, blank=True)
    body = models.BinaryField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    objects = FrozenPeriods.as_manager()

    class Meta:
        """Latest period first."""

        ordering = ("-ends", "-taken_at")
        indexes = (models.Index(fields=("place", "-ends", "-taken_at"), name="frozen_place"),)

    def __str__(self) -> str:
        return f"{self.place_id}, {self.starts} to {self.ends}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep it, the first time alone. Raises ChangedFrozenError."""
        if not self._state.adding:
            raise ChangedFrozenError
        self.frozen_as = self.frozen_as or self.fingerprint
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises ChangedFrozenError."""
        raise ChangedFrozenError

    def record(self) -> Record:
        """What was kept."""
        return from_bytes(bytes(self.body))
