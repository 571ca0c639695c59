"""A place: the partnership whose plans are held, sealed from every other."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.urls import reverse


class Place(models.Model):
    """A partnership: a district, a county, an integrated care system."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """By name."""

        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The place's own front page."""
        return reverse("place", args=[self.slug])
