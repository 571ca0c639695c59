"""What is said about a part of a plan that is not the plan itself."""

from __future__ import annotations

from django.db import models

from turntide.web.plans.models.action import Action
from turntide.web.plans.models.heading import Heading
from turntide.web.plans.models.plan import Plan


class Note(models.Model):
    """A note from the document (see the standard's note kinds), about an action, a heading or the whole plan."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="notes")
    action = models.ForeignKey(Action, models.CASCADE, null=True, blank=True, related_name="notes")
    heading = models.ForeignKey(Heading, models.CASCADE, null=True, blank=True, related_name="notes")
    position = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=20, default="text")
    text = models.TextField()
    source = models.JSONField(null=True, blank=True)

    class Meta:
        """As they stand in the document."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.text
