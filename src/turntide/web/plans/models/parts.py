"""The steps on an action's way, and how its success is known."""

from __future__ import annotations

from django.db import models

from turntide.web.plans.models.action import Action


class Milestone(models.Model):
    """A step on the way; ``cadence`` where the plan says how often it is reported instead."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="milestones")
    position = models.PositiveIntegerField(default=0)
    text = models.TextField()
    due = models.DateField(null=True, blank=True)
    cadence = models.CharField(max_length=100, blank=True)
    wording = models.TextField(blank=True)
    source = models.JSONField(null=True, blank=True)

    class Meta:
        """As the plan lists them."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.text


class Measure(models.Model):
    """How success is known. ``groups`` are the people the measure names."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="measures")
    position = models.PositiveIntegerField(default=0)
    text = models.TextField()
    target = models.TextField(blank=True)
    groups = models.JSONField(default=list)
    wording = models.TextField(blank=True)
    source = models.JSONField(null=True, blank=True)

    class Meta:
        """As the plan lists them."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.text
