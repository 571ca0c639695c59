"""The parts of an update, and what it said after each write."""

from __future__ import annotations

from uuid import uuid4

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person
from turntide.web.delivery.models.update import Update
from turntide.web.files.models import Original
from turntide.web.organisations.models import Contact


class Saying(models.Model):
    """An update as it stood after each write: nothing that was said is lost."""

    update = models.ForeignKey(Update, models.CASCADE, related_name="sayings")
    number = models.PositiveIntegerField()
    verb = models.CharField(max_length=40)
    said = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    contact = models.ForeignKey(Contact, models.SET_NULL, null=True, blank=True, related_name="+")
    process = models.CharField(max_length=100, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """In order of its life."""

        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("update", "number"), name="saying_number_once"),)

    def __str__(self) -> str:
        return f"{self.verb} {self.update_id}, {self.number}"


class Step(models.Model):
    """A milestone met, or moved with a reason. ``milestone`` is its id in the plan; its words are kept as they were."""

    update = models.ForeignKey(Update, models.CASCADE, related_name="steps")
    milestone = models.BigIntegerField(null=True, blank=True)
    text = models.TextField()
    due = models.DateField(null=True, blank=True)
    met_on = models.DateField(null=True, blank=True)
    moved_to = models.DateField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        """As the plan lists them."""

        ordering = ("id",)
        indexes = (models.Index(fields=("milestone", "moved_to"), name="step_milestone"),)

    def __str__(self) -> str:
        return self.text


class Reading(models.Model):
    """A measure's value, with the day its figures are of and where they come from."""

    update = models.ForeignKey(Update, models.CASCADE, related_name="readings")
    measure = models.BigIntegerField(null=True, blank=True)
    text = models.TextField()
    value = models.CharField(max_length=100)
    on = models.DateField(null=True, blank=True)
    origin = models.CharField(max_length=300, blank=True)

    class Meta:
        """As the plan lists them."""

        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.text}: {self.value}"


class Reach(models.Model):
    """Who was reached: a group of people, and how many where it is known."""

    update = models.ForeignKey(Update, models.CASCADE, related_name="reached")
    group = models.CharField(max_length=200)
    number = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        """As they were said."""

        ordering = ("id",)

    def __str__(self) -> str:
        return self.group


class Evidence(models.Model):
    """What shows that something was done: a file, a photograph or a link.

    A photograph has words for those who cannot see it, and says that whoever is in it agreed.
    """

    class Kind(models.TextChoices):
        """What it is."""

        FILE = "file", _("A file")
        PHOTO = "photo", _("A photograph")
        LINK = "link", _("A link")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    update = models.ForeignKey(Update, models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.CharField(max_length=200)
    original = models.ForeignKey(Original, models.PROTECT, null=True, blank=True, related_name="+")
    url = models.URLField(max_length=2000, blank=True)
    seen = models.TextField(blank=True)
    agreed = models.BooleanField(default=False)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """As it was given."""

        ordering = ("at", "id")
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return self.title
