"""What a person said about a reading."""

from __future__ import annotations

from hashlib import sha256

from django.db import models

from turntide.web.accounts.models import Person
from turntide.web.intake.models.intake import Intake


class Mends(models.QuerySet["Mended"]):
    """Mends, in the field's words."""

    def standing(self) -> Mends:
        """Those not taken back."""
        return self.filter(taken_back_at=None)

    def since(self, version: int) -> Mends:
        """Those made or taken back after an intake's version."""
        return self.filter(
            models.Q(made_in_version__gt=version) | models.Q(taken_back_in_version__gt=version)
        )


class Mended(models.Model):
    """One mend, as an instruction that can be replayed on the next edition (`turntide.mending.mends.as_data`).

    ``replayed`` says it came from the edition before; ``idle`` that it found nothing in this document to act on.
    A mend taken back is kept, so that it can return. ``made_in_version`` and ``taken_back_in_version`` are the
    versions of the intake that came of it.
    """

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="mends")
    position = models.PositiveIntegerField()
    mend = models.JSONField()
    replayed = models.BooleanField(default=False)
    idle = models.BooleanField(default=False)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    made_in_version = models.PositiveIntegerField(default=1)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_in_version = models.PositiveIntegerField(default=0)

    objects = Mends.as_manager()

    class Meta:
        """In the order they were made."""

        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("intake", "position"), name="mend_position_once"),)

    def __str__(self) -> str:
        return f"mend {self.position} of {self.intake_id}"


class Seen(models.Model):
    """A finding somebody has looked at and left as it is, by its key."""

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="seen")
    finding = models.CharField(max_length=64)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Once a finding."""

        constraints = (models.UniqueConstraint(fields=("intake", "finding"), name="seen_once"),)

    def __str__(self) -> str:
        return self.finding


def finding_key(kind: str, message: str) -> str:
    """What a finding is known by when the document is read again: its kind and its sentence."""
    return sha256(f"{kind}\n{message}".encode()).hexdigest()[:16]
