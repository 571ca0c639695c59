"""A place's own Word template."""

from __future__ import annotations

from django.db import models

from turntide.web.accounts.models import Person, Place
from turntide.web.files.models import Original


class Letterheads(models.QuerySet["Letterhead"]):
    """Letterheads, in the field's words."""

    def standing(self) -> Letterheads:
        """Those not retired."""
        return self.filter(retired_at=None)


class Letterhead(models.Model):
    """A place's own Word template: its letterhead and styles."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="letterheads")
    name = models.CharField(max_length=200)
    original = models.ForeignKey(Original, models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = Letterheads.as_manager()

    class Meta:
        """By name."""

        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name
