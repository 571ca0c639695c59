"""An action: one thing somebody is to do."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse

from turntide.plan.model import CONFIDENCES, LIFECYCLES
from turntide.web.plans.models.plan import Plan


class Actions(models.QuerySet["Action"]):
    """Actions, in the field's words."""

    def standing(self) -> Actions:
        """Those neither retired nor merged into another."""
        return self.filter(retired_at=None, merged_into=None)

    def without_owner(self) -> Actions:
        """Those for which nobody is named."""
        return self._without("involvements")

    def without_date(self) -> Actions:
        """Those that say nothing of when."""
        return self.filter(when_wording="")

    def without_measure(self) -> Actions:
        """Those that do not say how success is known."""
        return self._without("measures")

    def without_milestone(self) -> Actions:
        """Those that name no step on the way."""
        return self._without("milestones")

    def _without(self, parts: str) -> Actions:
        # As a condition rather than a join: the database then stops at an action's first part.
        kind: Any = self.model._meta.get_field(parts).related_model
        return self.filter(~Exists(kind.objects.filter(action=OuterRef("pk"))))


class Action(models.Model):
    """One thing somebody is to do. What the reader worked out stands beside the plan's wording.

    Small parts with no life of their own (``weightings``, ``money``, ``progress``, ``remarks``) are JSON as the
    interchange standard writes them. ``version`` grows by one with each write.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="actions")
    position = models.FloatField(default=0)
    ref = models.CharField(max_length=100, blank=True)
    text = models.TextField()
    detail = models.TextField(blank=True)
    rationale = models.TextField(blank=True)
    involving = models.TextField(blank=True)
    when_wording = models.TextField(blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    recurs = models.CharField(max_length=100, blank=True)
    status_wording = models.TextField(blank=True)
    lifecycle = models.CharField(max_length=20, blank=True, choices=[(each, each) for each in LIFECYCLES])
    confidence = models.CharField(max_length=10, blank=True, choices=[(each, each) for each in CONFIDENCES])
    weightings = models.JSONField(default=list)
    money = models.JSONField(default=list)
    progress = models.JSONField(default=list)
    remarks = models.JSONField(default=list)
    source = models.JSONField(null=True, blank=True)
    sources = models.JSONField(default=dict)
    when_source = models.JSONField(null=True, blank=True)
    status_source = models.JSONField(null=True, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = Actions.as_manager()

    class Meta:
        """In the plan's order."""

        ordering = ("position", "id")
        indexes = (
            models.Index(fields=("plan", "position"), name="action_position"),
            # Lists are narrowed, counted and ordered from this one alone, without looking at the actions themselves.
            models.Index(
                fields=(
                    *("plan", "retired_at", "merged_into", "position", "id"),
                    *("lifecycle", "confidence", "starts", "ends"),
                ),
                name="action_listed",
            ),
        )

    def __str__(self) -> str:
        return f"{self.ref} {self.text}".strip()

    def get_absolute_url(self) -> str:
        """The action's page."""
        return reverse("action", args=[self.plan.place.slug, self.pk])
