"""What a place shows the public, and since when."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person, Place
from turntide.web.periods.models import Frozen
from turntide.web.periods.rules.record import Record
from turntide.web.periods.rules.writing import from_bytes
from turntide.web.plans.models import Plan


class PublicSite(models.Model):
    """How a place shows itself. A place without a row, or that is closed, shows nothing.

    ``summary`` is the place's plain words of what its plans are for; ``contact`` where to write. ``named_roles`` are
    the roles (contact roles, in the register's words) whose holders may be named. ``licence`` is an SPDX id.
    ``accessibility`` is what the place adds to the accessibility statement. ``embeddable``: other sites may show it.
    """

    class Licence(models.TextChoices):
        """Under which its data are given."""

        OGL = "OGL-UK-3.0", _("Open Government Licence v3.0")
        CC_BY = "CC-BY-4.0", _("Creative Commons Attribution 4.0")
        CC0 = "CC0-1.0", _("No rights reserved (CC0)")

    place = models.OneToOneField(Place, models.CASCADE, primary_key=True, related_name="public_site")
    open = models.BooleanField(default=False)
    summary = models.TextField(blank=True)
    contact = models.EmailField(blank=True)
    accessibility = models.TextField(blank=True)
    licence = models.CharField(max_length=20, choices=Licence.choices, default=Licence.OGL)
    named_roles = models.JSONField(default=list)
    embeddable = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"public site of {self.place_id}"


class PublicPlan(models.Model):
    """A plan that is to be shown, with a summary in plain English that an officer wrote."""

    plan = models.OneToOneField(Plan, models.CASCADE, primary_key=True, related_name="public")
    shown = models.BooleanField(default=False)
    summary = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.plan_id}, shown: {self.shown}"


class PlainWords(models.Model):
    """A heading or action in plain words for the public; ``thing`` is its id. The plan's own words stand beside."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="plain_words")
    thing = models.UUIDField(unique=True)
    text = models.TextField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        """By the plan."""

        ordering = ("plan", "id")
        verbose_name_plural = "plain words"

    def __str__(self) -> str:
        return self.text


class Publications(models.QuerySet["Publication"]):
    """Publications, in the field's words."""

    def standing(self) -> Publications:
        """Those not taken back: the latest of a place is what the public sees."""
        return self.filter(taken_back_at=None)


class Publication(models.Model):
    """What the public was shown from a moment on. ``body`` is the public part of a record (`rules.public`): nothing
    unapproved and nobody's name is in it. ``about`` are the place's and its plans' own words at the time.

    ``struck_at`` is when somebody was last struck out of it.
    ``frozen`` is the frozen period of the paper it was told from, where it was; its figures agree with the paper's.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="publications")
    number = models.PositiveIntegerField()
    frozen = models.ForeignKey(Frozen, models.PROTECT, null=True, blank=True, related_name="publications")
    body = models.BinaryField()
    about = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=64)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    struck_at = models.DateTimeField(null=True, blank=True)

    objects = Publications.as_manager()

    class Meta:
        """Latest first."""

        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("place", "number"), name="publication_number_once"),)

    def __str__(self) -> str:
        return f"{self.place_id}, publication {self.number}"

    def get_absolute_url(self) -> str:
        """The public page."""
        return reverse("public_place", args=[self.place.slug])

    def record(self) -> Record:
        """What the public may see."""
        return from_bytes(bytes(self.body))
