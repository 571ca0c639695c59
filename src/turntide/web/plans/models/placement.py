"""Where an action stands: it may serve several themes, of several plans."""

from __future__ import annotations

from django.db import models

from turntide.web.plans.models.action import Action
from turntide.web.plans.models.heading import Heading


class Placement(models.Model):
    """An action under a heading. One placement is the main one: the one its own plan's document gives it."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="placements")
    heading = models.ForeignKey(Heading, models.CASCADE, related_name="placements")
    main = models.BooleanField(default=True)

    class Meta:
        """Once under each heading; one main placement."""

        constraints = (
            models.UniqueConstraint(fields=("action", "heading"), name="placement_once"),
            models.UniqueConstraint(
                fields=("action",), condition=models.Q(main=True), name="one_main_placement"
            ),
        )

    def __str__(self) -> str:
        return f"{self.action_id} under {self.heading_id}"
