"""A place's own wording of its letters, its rules for posting, and who wants no more of a kind."""

from __future__ import annotations

from django.db import models

from turntide.web.accounts.models import Person, Place


class Wording(models.Model):
    """How a place words a kind of letter, from a moment on. Rows only grow: the latest holds.

    An empty ``subject`` and ``body`` mean the letter's own wording again.
    """

    place = models.ForeignKey(Place, models.CASCADE, related_name="wordings")
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Latest first."""

        ordering = ("-at", "-id")
        indexes = (models.Index(fields=("place", "kind", "-at"), name="wording_latest"),)

    def __str__(self) -> str:
        return f"{self.kind} of {self.place_id}"


class PostingRules(models.Model):
    """How a place posts: at most so many letters a person and day, and where answers go."""

    place = models.OneToOneField(Place, models.CASCADE, primary_key=True, related_name="posting_rules")
    most_a_day = models.PositiveSmallIntegerField(default=3)
    reply_to = models.EmailField(blank=True)
    signature = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.most_a_day} a day"


class Stop(models.Model):
    """Somebody wants no more letters of a kind that may be stopped."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    email = models.EmailField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Said once."""

        constraints = (models.UniqueConstraint(fields=("place", "kind", "email"), name="stop_once"),)

    def __str__(self) -> str:
        return f"no more {self.kind} to {self.email}"
