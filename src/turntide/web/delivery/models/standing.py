"""How fresh what is known of an action is: counted whenever something is asked or said."""

from __future__ import annotations

from django.db import models

from turntide.web.accounts.models import Person
from turntide.web.delivery.models.group import Group
from turntide.web.plans.models import Action, Plan


class Standing(models.Model):
    """What freshness is worked out from (`rules.freshness`). An action never asked nor told of has no row.

    ``said_on``: the day of what was last said. ``asked_due``: the due day of the open request that waits, if any.
    ``missed``: how many rounds in a row, up to the last that closed, it was asked in and not answered.
    ``fresh_until``: the day until which what was said counts as current.
    ``unchanged``: how many updates in a row said no more than "no change".
    ``told``: a partner said how it stands; ``lifecycle`` and ``confidence`` are then what is shown of it, so that lists
    are narrowed by what they show.
    """

    action = models.OneToOneField(Action, models.CASCADE, primary_key=True, related_name="standing")
    said_on = models.DateField(null=True, blank=True)
    asked_due = models.DateField(null=True, blank=True)
    missed = models.PositiveSmallIntegerField(default=0)
    fresh_until = models.DateField(null=True, blank=True)
    unchanged = models.PositiveSmallIntegerField(default=0)
    told = models.BooleanField(default=False)
    lifecycle = models.CharField(max_length=20, blank=True)
    confidence = models.CharField(max_length=10, blank=True)

    class Meta:
        """Lists are narrowed by it."""

        indexes = (
            models.Index(fields=("missed", "asked_due", "fresh_until"), name="standing_narrows"),
            models.Index(fields=("told", "lifecycle", "confidence"), name="standing_told"),
        )

    def __str__(self) -> str:
        return f"standing of {self.action_id}"


class Decision(models.Model):
    """What a group decided of an action or a whole plan, on a day."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="decisions")
    action = models.ForeignKey(Action, models.CASCADE, null=True, blank=True, related_name="decisions")
    group = models.ForeignKey(Group, models.SET_NULL, null=True, blank=True, related_name="decisions")
    text = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Latest first."""

        ordering = ("-on", "-id")

    def __str__(self) -> str:
        return self.text
