"""History is rows, never edits: every change, and each thing it touched, before and after."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from turntide.web.accounts.models import Person
from turntide.web.plans.models.plan import Edition, Plan


class Change(models.Model):
    """One act of one person or process on a plan: an edit, a merge, a bulk edit, an adoption. It is undone whole,
    by a change of its own that points back to it.

    ``together`` is alike on the changes of one act that touched several plans: they are undone together.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="changes")
    verb = models.CharField(max_length=40)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    process = models.CharField(max_length=100, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    touched = models.PositiveIntegerField(default=0)
    edition = models.ForeignKey(Edition, models.SET_NULL, null=True, blank=True, related_name="changes")
    undoes = models.OneToOneField("self", models.SET_NULL, null=True, blank=True, related_name="undone_by")
    together = models.UUIDField(null=True, blank=True, db_index=True)

    class Meta:
        """Newest first."""

        ordering = ("-at", "-id")
        indexes = (
            models.Index(fields=("plan", "-at"), name="change_plan_at"),
            models.Index(fields=("-at", "-id"), name="change_at"),
        )

    def __str__(self) -> str:
        return f"{self.verb}, {self.touched} touched"


class Version(models.Model):
    """A thing as it was before and after a change, in full. ``before`` is null where the change made the thing.

    ``thing`` is 'plan', 'heading' or 'action', and ``thing_id`` its id; ``number`` is its version after the change.
    """

    change = models.ForeignKey(Change, models.CASCADE, related_name="versions")
    thing = models.CharField(max_length=10)
    thing_id = models.UUIDField()
    number = models.PositiveIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField()

    class Meta:
        """In order of the thing's life."""

        ordering = ("id",)
        indexes = (models.Index(fields=("thing_id", "number"), name="version_thing"),)

    def __str__(self) -> str:
        return f"{self.thing} {self.thing_id}, version {self.number}"
