"""What is said of a draft, and who put their name to it."""

from __future__ import annotations

from django.db import models

from turntide.web.accounts.models import Person
from turntide.web.reporting.models.report import Report


class Remark(models.Model):
    """What somebody says of a draft, of one part or of the whole (``part`` empty)."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="remarks")
    part = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    settled_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """As they were said."""

        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.text


class Signature(models.Model):
    """Somebody signed a version of a draft off. It lapses when the draft changes: only that version was signed.

    ``fingerprint`` is that of all it told then (`rules.signing`), so that it also lapses when what it tells changes.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="signatures")
    version = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64)
    role = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """As they were given."""

        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.report_id}, version {self.version}"
