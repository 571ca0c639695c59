"""A plan of a place, and the editions of its document."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.urls import reverse

from turntide.web.accounts.models import Person, Place
from turntide.web.files.models import Original


class Plan(models.Model):
    """A plan, in its own words. JSON fields hold parts of the interchange standard as it writes them.

    ``levels`` are the plan's names for its levels, outermost first; ``columns``, ``budget``, ``actors`` and
    ``takeaways`` are the standard's keys of these names.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="plans")
    kind = models.CharField(max_length=20, default="plan")
    title = models.CharField(max_length=500)
    vision = models.TextField(blank=True)
    period = models.JSONField(null=True, blank=True)
    levels = models.JSONField(default=list)
    columns = models.JSONField(default=list)
    budget = models.JSONField(default=list)
    actors = models.JSONField(default=list)
    takeaways = models.JSONField(default=list)
    sources = models.JSONField(default=dict)
    made_at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """By title."""

        ordering = ("title", "id")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The plan's overview."""
        return reverse("plan", args=[self.place.slug, self.pk])


class Edition(models.Model):
    """One document the plan was adopted from. ``reading`` is the whole plan as it was adopted, in the standard.

    ``notes_aside`` are the notes, in the standard, that gave way: those of the edition before while this one stands,
    its own while its adoption is undone. None: they were not kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField()
    original = models.ForeignKey(Original, models.PROTECT, null=True, blank=True, related_name="editions")
    reading = models.JSONField(default=dict)
    notes_aside = models.JSONField(null=True, blank=True)
    adopted_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    adopted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Latest first; numbered from 1."""

        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("plan", "number"), name="edition_number_once"),)

    def __str__(self) -> str:
        return f"{self.plan}, edition {self.number}"
