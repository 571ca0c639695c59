"""A theme, ambition, priority or aim."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from turntide.web.plans.models.plan import Plan


class Headings(models.QuerySet["Heading"]):
    """Headings, in the field's words."""

    def standing(self) -> Headings:
        """Those not retired."""
        return self.filter(retired_at=None)


class Heading(models.Model):
    """Anything actions stand under, with its level's name in the plan's own words. ``position`` orders siblings
    and the whole plan alike: it grows through the document.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="headings")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    position = models.FloatField(default=0)
    level = models.CharField(max_length=200, blank=True)
    ref = models.CharField(max_length=100, blank=True)
    text = models.TextField()
    rationale = models.TextField(blank=True)
    source = models.JSONField(null=True, blank=True)
    sources = models.JSONField(default=dict)
    retired_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = Headings.as_manager()

    class Meta:
        """In the plan's order."""

        ordering = ("position", "id")
        indexes = (models.Index(fields=("plan", "position"), name="heading_position"),)

    def __str__(self) -> str:
        return f"{self.ref} {self.text}".strip()
