"""A file on its way into the plans."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person, Place
from turntide.web.files.models import Original
from turntide.web.plans.models import Edition, Plan


class Stage(models.TextChoices):
    """How far a file has come."""

    WAITING = "waiting", _("Waiting to be read")
    READING = "reading", _("Being read")
    REVIEW = "review", _("Ready to review")
    REFUSED = "refused", _("Could not be read")
    ADOPTED = "adopted", _("Adopted")
    PUT_ASIDE = "put aside", _("Put aside")


class Intake(models.Model):
    """A file being brought in. ``document`` is the file as laid out and ``reading`` the plan read from it with the
    mends made so far, both as JSON; ``version`` grows with each mend, so that two people never overwrite each other.

    ``plan`` is the plan this is a new edition of (none: a new plan).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="intakes")
    original = models.ForeignKey(Original, models.PROTECT, related_name="intakes")
    plan = models.ForeignKey(Plan, models.SET_NULL, null=True, blank=True, related_name="intakes")
    edition = models.OneToOneField(Edition, models.SET_NULL, null=True, blank=True, related_name="intake")
    stage = models.CharField(max_length=20, choices=Stage.choices, default=Stage.WAITING)
    refusal = models.TextField(blank=True)
    document = models.JSONField(null=True, blank=True)
    reading = models.JSONField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    brought_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    brought_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        """Newest first."""

        ordering = ("-brought_at", "id")

    def __str__(self) -> str:
        return str(self.original)

    def get_absolute_url(self) -> str:
        """Where the file is followed, and reviewed once read."""
        return reverse("intake", args=[self.place.slug, self.pk])
