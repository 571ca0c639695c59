"""Who is involved in an action, and as what."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from turntide.web.organisations.models import Organisation
from turntide.web.plans.models.action import Action


class Part(models.TextChoices):
    """What a body is to an action."""

    LEAD = "lead", _("Lead")
    PARTNER = "partner", _("Partner")


class Involvement(models.Model):
    """A body's part in an action. ``name`` is the plan's spelling; ``organisation`` is who it means."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="involvements")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="involvements")
    part = models.CharField(max_length=10, choices=Part.choices)
    name = models.CharField(max_length=300)
    position = models.PositiveIntegerField(default=0)
    source = models.JSONField(null=True, blank=True)

    class Meta:
        """Leads before partners, as the plan names them."""

        ordering = ("part", "position", "id")

    def __str__(self) -> str:
        return f"{self.name} ({self.part})"
