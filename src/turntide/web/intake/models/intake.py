"""A file on its way into the plans."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person, Place
from turntide.web.files.models import Original
from turntide.web.plans.models import Edition, Plan

SILENT = timedelta(seconds=15)
"""After so long without a sign of life, whoever was reading is taken to be gone."""


class Stage(models.TextChoices):
    """How far a file has come."""

    WAITING = "waiting", _("Waiting to be read")
    READING = "reading", _("Being read")
    REVIEW = "review", _("Ready to review")
    REFUSED = "refused", _("Could not be read")
    ADOPTED = "adopted", _("Adopted")
    PUT_ASIDE = "put aside", _("Put aside")


class Intakes(models.QuerySet["Intake"]):
    """Files being brought in, in the field's words."""

    def listed(self) -> Intakes:
        """As a list needs them: without what was read."""
        return self.defer("document", "reading", "offers").select_related(
            "original", "plan__place", "brought_by", "place"
        )

    def with_document(self) -> Intakes:
        """Those whose document was kept as laid out: all but exports of ours, once read."""
        return self.filter(document__isnull=False)

    def readable(self, now: datetime) -> Intakes:
        """Those that nobody is reading and that wait to be read, or whose reader is gone."""
        gone = models.Q(stage=Stage.READING, beat_at__lt=now - SILENT)
        return self.filter(models.Q(stage=Stage.WAITING) | gone)

    def being_read(self, now: datetime) -> Intakes:
        """Those whose reader has given a sign of life."""
        return self.filter(stage=Stage.READING, beat_at__gte=now - SILENT)

    def begun(self) -> Intakes:
        """Those whose reading was begun and not ended."""
        return self.filter(stage=Stage.READING)

    def of_same_bytes(self, original: Original) -> Intakes:
        """Those of a file with the very same content."""
        return self.filter(original__fingerprint=original.fingerprint)


class Intake(models.Model):
    """A file being brought in.

    ``document`` is the file as laid out, ``reading`` the plan read from it with the mends made so far, ``offers``
    the mends to choose from for each of its findings: all as JSON. ``version`` grows with each mend, so that two
    people never overwrite each other.

    ``plan`` is the plan this is a new edition of (none: a new plan); ``decided``: a person has said which.
    ``likely`` is the plan it looks like a new edition of, until then. ``claim`` and ``beat_at`` are whoever is
    reading it now and their last sign of life.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="intakes")
    original = models.ForeignKey(Original, models.PROTECT, related_name="intakes")
    plan = models.ForeignKey(Plan, models.SET_NULL, null=True, blank=True, related_name="intakes")
    decided = models.BooleanField(default=False)
    likely = models.ForeignKey(Plan, models.SET_NULL, null=True, blank=True, related_name="+")
    edition = models.OneToOneField(Edition, models.SET_NULL, null=True, blank=True, related_name="intake")
    stage = models.CharField(max_length=20, choices=Stage.choices, default=Stage.WAITING)
    refusal = models.TextField(blank=True)
    document = models.JSONField(null=True, blank=True)
    reading = models.JSONField(null=True, blank=True)
    offers = models.JSONField(default=list, blank=True)
    units = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    claim = models.UUIDField(null=True, blank=True)
    beat_at = models.DateTimeField(null=True, blank=True)
    began_at = models.DateTimeField(null=True, blank=True)
    queued_at = models.DateTimeField(auto_now_add=True)
    attempts = models.PositiveIntegerField(default=0)
    brought_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    brought_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = Intakes.as_manager()

    class Meta:
        """Newest first."""

        ordering = ("-brought_at", "id")
        indexes = (models.Index(fields=("place", "-brought_at"), name="intake_place_brought"),)

    def __str__(self) -> str:
        return str(self.original)

    def get_absolute_url(self) -> str:
        """Where the file is followed, and reviewed once read."""
        return reverse("intake", args=[self.place.slug, self.pk])
