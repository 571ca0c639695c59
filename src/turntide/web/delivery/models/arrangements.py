"""How a place and its plans report: the place's days and reminders, a plan's cadence and its own status words."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person, Place
from turntide.web.plans.models import Action, Plan


class Arrangements(models.Model):
    """How a place runs its rounds. A place without a row runs them as a fresh one says.

    ``keep_months``: how long what is known of people in closed rounds is kept; None keeps it.
    ``reply_days``: working days a partner has to correct the words that are to be published.
    """

    class Nation(models.TextChoices):
        """Whose bank holidays hold."""

        ENGLAND = "ENG", _("England")
        WALES = "WLS", _("Wales")
        SCOTLAND = "SCT", _("Scotland")
        NORTHERN_IRELAND = "NIR", _("Northern Ireland")

    place = models.OneToOneField(Place, models.CASCADE, primary_key=True, related_name="arrangements")
    nation = models.CharField(max_length=3, choices=Nation.choices, default=Nation.ENGLAND)
    reply_days = models.PositiveSmallIntegerField(default=5)
    keep_months = models.PositiveSmallIntegerField(null=True, blank=True, default=36)
    version = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"arrangements of {self.place_id}"


class Reporting(models.Model):
    """How a plan is reported on. A plan without a row is reported on as a fresh one says.

    ``months``: how often an action is asked where it says nothing itself. ``stories_only``: the plan is told in
    stories and learning, without colours; ``confidence`` off leaves out red, amber and green alone.
    """

    plan = models.OneToOneField(Plan, models.CASCADE, primary_key=True, related_name="reporting")
    months = models.PositiveSmallIntegerField(default=3)
    confidence = models.BooleanField(default=True)
    stories_only = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"reporting of {self.plan_id}"


class Cadence(models.Model):
    """How often an action is asked, where that differs from its plan."""

    action = models.OneToOneField(Action, models.CASCADE, primary_key=True, related_name="cadence")
    months = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return f"every {self.months} months"


class Vocabulary(models.Model):
    """A plan's own words for statuses, from a moment on. Rows only grow: an update keeps the one it was said in."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="vocabularies")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Latest first."""

        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("plan", "number"), name="vocabulary_number_once"),)

    def __str__(self) -> str:
        return f"words of {self.plan_id}, {self.number}"


class Term(models.Model):
    """A label over one of our meanings, with what the plan means by it. ``meaning`` is the standard's word."""

    class Axis(models.TextChoices):
        """Of what it is a label."""

        LIFECYCLE = "lifecycle", _("How far it is")
        CONFIDENCE = "confidence", _("How sure it is")
        FRESHNESS = "freshness", _("How fresh it is")

    vocabulary = models.ForeignKey(Vocabulary, models.CASCADE, related_name="terms")
    axis = models.CharField(max_length=10, choices=Axis.choices)
    meaning = models.CharField(max_length=20)
    label = models.CharField(max_length=100)
    definition = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """As the plan lists them; a meaning has one label."""

        ordering = ("axis", "position", "id")
        constraints = (models.UniqueConstraint(fields=("vocabulary", "axis", "meaning"), name="term_once"),)

    def __str__(self) -> str:
        return self.label
