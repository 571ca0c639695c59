"""What a person said about a reading."""

from __future__ import annotations

from django.db import models

from turntide.web.accounts.models import Person
from turntide.web.intake.models.intake import Intake


class Mended(models.Model):
    """One mend, as an instruction that can be replayed on the next edition (`turntide.mending.mends.as_data`).

    ``replayed`` says it came from the edition before. A mend taken back is kept, so that it can return.
    """

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="mends")
    position = models.PositiveIntegerField()
    mend = models.JSONField()
    replayed = models.BooleanField(default=False)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order they were made."""

        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("intake", "position"), name="mend_position_once"),)

    def __str__(self) -> str:
        return f"mend {self.position} of {self.intake_id}"


class Seen(models.Model):
    """A finding somebody has looked at and left as it is. ``finding`` is the finding's kind and message."""

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="seen")
    finding = models.CharField(max_length=64)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Once a finding."""

        constraints = (models.UniqueConstraint(fields=("intake", "finding"), name="seen_once"),)

    def __str__(self) -> str:
        return self.finding
