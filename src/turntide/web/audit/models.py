"""The audit's rows. They only grow: no row is changed or removed, but that a forgotten person's name is struck out."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Entry(models.Model):
    """One act. It names people and places by their ids alone, so that a person can be forgotten."""

    at = models.DateTimeField(auto_now_add=True)
    place_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    process = models.CharField(max_length=100, blank=True)
    verb = models.CharField(max_length=60)
    about_kind = models.CharField(max_length=60)
    about_id = models.CharField(max_length=64)
    detail = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        """Order and constraints."""

        ordering = ("-at", "-id")
        verbose_name_plural = "entries"
        indexes = (
            models.Index(fields=("place_id", "-at"), name="audit_place_at"),
            models.Index(fields=("about_kind", "about_id"), name="audit_about"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(person_id__isnull=False, process="")
                | (models.Q(person_id__isnull=True) & ~models.Q(process="")),
                name="audit_entry_has_somebody",
            ),
        )

    def __str__(self) -> str:
        return f"{self.verb} {self.about_kind} {self.about_id}"
